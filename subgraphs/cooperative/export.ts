import { runCommand } from './command-line.js';
import { exportCooperative } from './export-file.js';

// Prints the network file of what the database holds: `export.js > karhu.json`. It holds customers' names and telephone numbers.
await runCommand(process.env, async (dataSource, { cooperativeId }) => {
  const file = await exportCooperative(dataSource);
  if (!file) throw new Error(`The database holds nothing of ${cooperativeId} yet.`);
  process.stdout.write(`${JSON.stringify(file, null, 2)}\n`);
});
