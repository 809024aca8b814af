import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { projectPath } from '../../../../schema/sdl.js';
import { makeVectors } from './vectors.js';

// `npm run signature-vectors`: writes what partners check their own verification with.

const file = projectPath('schema', 'signature-vectors.json');
writeFileSync(file, await format(JSON.stringify(makeVectors()), { filepath: file }));
