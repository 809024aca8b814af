import { runCommand } from './command-line.js';

// To be run after a backup was restored: the catalogue then reads everything anew.
await runCommand(process.argv.slice(2), process.env, {
  usage: 'new-epoch -- [--data DIR]',
  run: async (dataSource, { cooperativeId }) => {
    const epoch = await dataSource.renewEpoch();
    process.stdout.write(`${cooperativeId} has the new epoch ${epoch}; its feed is read anew.\n`);
  },
});
