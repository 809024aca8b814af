import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectPath } from '../../../schema/sdl.js';
import { ENTRIES } from './processes/entries.js';
import { exitWith, runNetwork } from './run-network.js';
import { readCode, untilItCompiles } from './watch-code.js';

// `npm run dev`: a network whose processes are restarted when their code has changed, each for itself.

/** Compiles all; what is wrong stands on standard error. @returns Whether nothing was. */
const build = (): Promise<boolean> =>
  promisify(execFile)('npm', ['run', 'build', '--silent'], { cwd: projectPath() }).then(
    () => true,
    (error: unknown) => {
      process.stderr.write(`${(error as { stderr?: string }).stderr ?? String(error)}\n`);
      return false;
    },
  );

try {
  // Before the network starts, which takes long: what is changed meanwhile is a change too.
  const code = await readCode(Object.values(ENTRIES));
  const network = await runNetwork(process.argv.slice(2), process.env);
  if (network) {
    await code.watch(async (changed) => {
      // All is compiled together, so one file that does not compile keeps every change waiting.
      while (!(await build())) await untilItCompiles();
      for (const entry of changed.filter((each) => network.entries.has(each))) {
        process.stdout.write(`restarting ${entry}\n`);
        network.restart(entry);
      }
    });
    process.stdout.write(`ready watch ${projectPath()}\n`);
  }
} catch (error) {
  exitWith(error);
}
