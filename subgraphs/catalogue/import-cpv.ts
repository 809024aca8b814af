import { runImport } from './import-command.js';
import { readCpvFile } from './store/import-list.js';

process.exitCode = await runImport('import:cpv', readCpvFile, process.argv.slice(2), process.env);
