import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { projectPath } from '../../schema/sdl.js';
import { networkFileJsonSchema } from '../shared/network-file/index.js';

// Writes schema/network.schema.json, which is made from the same schemas that the import uses.
const text = await format(JSON.stringify(networkFileJsonSchema()), {
  parser: 'json',
  printWidth: 100,
});
writeFileSync(projectPath('schema', 'network.schema.json'), text);
