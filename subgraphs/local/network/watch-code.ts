import { context, type BuildContext, type Plugin } from 'esbuild';
import { projectPath } from '../../../schema/sdl.js';

/** Changes that come together are taken together. */
const TOGETHER_MS = 100;

/** The source of processes: of each its entry and all that it imports, as it was when it was read. */
export interface WatchedCode {
  /**
   * Watches it until the process ends, by what is left of it when compiled, so that a comment changes nothing. What does not
   * compile is told on standard error.
   * @param onChange - Called with the entries of which something has changed since; never twice at a time.
   */
  watch(onChange: (entries: readonly string[]) => Promise<void>): Promise<void>;
}

/** Reads the source of processes. @param entries - Compiled entries, below `dist/`. */
export async function readCode(entries: readonly string[]): Promise<WatchedCode> {
  const read = await Promise.all(entries.map(readEntry));
  return {
    watch: async (onChange) => {
      const note = collect(onChange);
      await Promise.all(read.map((code) => code.watch(note)));
    },
  };
}

/** @returns Notes an entry as changed. */
function collect(onChange: (entries: readonly string[]) => Promise<void>): (entry: string) => void {
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
  return (entry) => {
    pending.add(entry);
    running ??= new Promise((resolve) => setTimeout(resolve, TOGETHER_MS)).then(takeAll);
  };
}

interface EntryCode {
  watch(note: (entry: string) => void): Promise<void>;
}

async function readEntry(entry: string): Promise<EntryCode> {
  let note: ((entry: string) => void) | null = null;
  let known: string | null = null;
  const code = await context({
    entryPoints: [projectPath(entry.replace(/\.js$/, '.ts'))],
    absWorkingDir: projectPath(),
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
    plugins: [
      onBuilt((hash) => {
        if (hash === null || hash === known) return;
        known = hash;
        note?.(entry);
      }),
    ],
  });
  await compile(code);
  return {
    watch: (noteChange) => {
      note = noteChange;
      return code.watch();
    },
  };
}

/** Waits until all that `npm run build` compiles can be compiled. What cannot is not told again. */
export async function untilItCompiles(): Promise<void> {
  let tell = (): void => undefined;
  const isCompiled = new Promise<void>((resolve) => (tell = resolve));
  const code = await context({
    entryPoints: ['schema/*.ts', 'gateway/**/*.ts', 'subgraphs/**/*.ts', 'test/**/*.ts'],
    absWorkingDir: projectPath(),
    outdir: projectPath('dist'),
    write: false,
    logLevel: 'silent',
    plugins: [
      onBuilt((hash) => {
        if (hash !== null) tell();
      }),
    ],
  });
  await code.watch();
  await isCompiled;
  await code.dispose();
}

/** @param look - Told after each compilation: the hash of its first file, null where something does not compile. */
function onBuilt(look: (hash: string | null) => void): Plugin {
  return {
    name: 'look',
    setup(build) {
      build.onEnd(({ errors, outputFiles: [output] = [] }) => {
        look(errors.length > 0 ? null : (output?.hash ?? null));
      });
    },
  };
}

/** Once; what does not compile has been told. */
async function compile(code: BuildContext): Promise<void> {
  await code.rebuild().catch(() => undefined);
}
