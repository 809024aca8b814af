import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { projectPath } from '../schema/sdl.js';
import { identityFileJsonSchema } from '../subgraphs/shared/identity/people/identity-file.js';
import { takeNoArguments } from '../subgraphs/shared/process/usage.js';

takeNoArguments(process.argv.slice(2), 'Usage: npm run identity-schema');

// Writes schema/identity.schema.json, which is made from the schema by which IDENTITY_FILE is read.
const text = await format(JSON.stringify(identityFileJsonSchema()), {
  parser: 'json',
  printWidth: 100,
});
writeFileSync(projectPath('schema', 'identity.schema.json'), text);
