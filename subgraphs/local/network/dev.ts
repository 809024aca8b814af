import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectPath } from '../../../schema/sdl.js';
import { exitWith, runNetwork } from './run-network.js';
import { watchCode } from './watch-code.js';

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
  const network = await runNetwork(process.argv.slice(2), process.env);
  if (network) {
    await watchCode(network.entries, async (changed) => {
      if (!(await build())) return;
      for (const entry of changed) {
        process.stdout.write(`restarting ${entry}\n`);
        network.restart(entry);
      }
    });
    process.stdout.write(`ready watch ${projectPath()}\n`);
  }
} catch (error) {
  exitWith(error);
}
