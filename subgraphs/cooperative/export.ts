import { writeFileSync } from 'node:fs';
import { runCommand } from './command-line.js';
import { exportCooperative } from './data-source/export-file.js';

/** Where editors find what describes the file, from the project's folder. */
const SCHEMA = './schema/network.schema.json';

// Writes the network file of what the database holds: into a new file, or on standard output where none is named. It holds customers'
// names and telephone numbers.
await runCommand(process.argv.slice(2), process.env, {
  usage: 'export:cooperative -- [FILE] [--data DIR]',
  run: async (dataSource, { cooperativeId }, { file }) => {
    const exported = await exportCooperative(dataSource);
    if (!exported) throw new Error(`The database holds nothing of ${cooperativeId} yet.`);
    const text = `${JSON.stringify({ $schema: SCHEMA, ...exported }, null, 2)}\n`;
    if (file === null) process.stdout.write(text);
    else {
      writeNewFile(file, text);
      process.stdout.write(`Exported ${cooperativeId} into ${file}.\n`);
    }
  },
});

/** @throws Error when there is such a file already, or it cannot be written. */
function writeNewFile(file: string, text: string): void {
  try {
    // Personal data of members and customers are in it: for this user alone.
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    const found = isThere ? 'one that is there already' : (error as Error).message;
    throw new Error(`${file}: wanted a new file, found ${found}.`, { cause: error });
  }
}
