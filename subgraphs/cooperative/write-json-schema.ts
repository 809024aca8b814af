import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { takeNoArguments } from '../shared/process/usage.js';
import { projectPath } from '../../schema/sdl.js';
import { networkFileJsonSchema } from '../shared/network-file/index.js';

takeNoArguments(process.argv.slice(2), 'Usage: npm run network-schema');

// Writes schema/network.schema.json, which is made from the same schemas that the import uses.
const text = await format(JSON.stringify(networkFileJsonSchema()), {
  parser: 'json',
  printWidth: 100,
});
writeFileSync(projectPath('schema', 'network.schema.json'), text);
