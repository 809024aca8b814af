import { context, type Plugin } from 'esbuild';
import { projectPath } from '../../../schema/sdl.js';

/** Changes that come together are taken together. */
const TOGETHER_MS = 100;

/**
 * Watches the source of processes: of each its entry and all that it imports, by what is left of them when compiled, so that a
 * comment changes nothing. Goes on until the process ends.
 * @param entries - Compiled entries, below `dist/`.
 * @param onChange - Called with those of which something changed; never twice at a time.
 */
export async function watchCode(
  entries: readonly string[],
  onChange: (entries: readonly string[]) => Promise<void>,
): Promise<void> {
  const pending = new Set<string>();
  let running: Promise<void> | null = null;
  const takeAll = async (): Promise<void> => {
    while (pending.size > 0) {
      const changed = [...pending];
      pending.clear();
      await onChange(changed);
    }
    running = null;
  };
  const note = (entry: string): void => {
    pending.add(entry);
    running ??= new Promise((resolve) => setTimeout(resolve, TOGETHER_MS)).then(takeAll);
  };
  await Promise.all(entries.map((entry) => watchEntry(entry, note)));
}

/** @returns Once its code of now is known. */
async function watchEntry(entry: string, note: (entry: string) => void): Promise<void> {
  let known: string | null = null;
  const compare: Plugin = {
    name: 'compare',
    setup(build) {
      build.onEnd(({ outputFiles: [output] = [] }) => {
        // What does not compile has said so, and is not run.
        if (!output || output.hash === known) return;
        if (known !== null) note(entry);
        known = output.hash;
      });
    },
  };
  const code = await context({
    entryPoints: [projectPath(entry.replace(/\.js$/, '.ts'))],
    absWorkingDir: projectPath(),
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
    plugins: [compare],
  });
  await code.rebuild();
  await code.watch();
}
