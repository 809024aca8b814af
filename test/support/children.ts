import type { ChildProcess } from 'node:child_process';

const running = new Set<() => void>();

/**
 * Has a process end with the suite that started it at the latest, and with the process that this is, however either ends.
 * @param signal - Sends a signal to it and to what it has started; to it alone where absent.
 */
export function endWithSuite<Child extends ChildProcess>(
  child: Child,
  signal = (name: NodeJS.Signals): void => {
    child.kill(name);
  },
): Child {
  const kill = (): void => {
    signal('SIGKILL');
  };
  running.add(kill);
  child.once('exit', () => running.delete(kill));
  return child;
}

/** Kills every such process that is still there. */
export function endAll(): void {
  for (const kill of running) kill();
  running.clear();
}

process.once('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    endAll();
    process.kill(process.pid, signal);
  });
}
