import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { takeNoArguments } from '../../../../subgraphs/shared/process/usage.js';
import { projectPath } from '../../../../schema/sdl.js';
import { makeVectors } from './vectors.js';

// `npm run signature-vectors`: writes what partners check their own verification with.

takeNoArguments(process.argv.slice(2), 'Usage: npm run signature-vectors');

const file = projectPath('schema', 'signature-vectors.json');
writeFileSync(file, await format(JSON.stringify(makeVectors()), { filepath: file }));
