import { runImport } from './import-command.js';
import { readMunicipalityFile } from './store/import-list.js';

process.exitCode = await runImport(
  'import:municipalities',
  readMunicipalityFile,
  process.argv.slice(2),
  process.env,
);
