import { endProcess } from './end.js';
import type { Logger } from './logger.js';
import { watchParent } from './parent.js';
import { messageOf } from './message-of.js';

/** Something that runs until it is closed. */
export interface Closable {
  close(): Promise<void>;
}

/**
 * Runs a process: starts it, prints its one `ready` line, closes it on SIGINT, SIGTERM or when its parent has ended. What is told
 * to end while it starts ends at once. System tools show it as `hub NAME`.
 * A start that fails is one line on standard error and exit code 1.
 * @param closedWithinMs - After that it ends, closed or not.
 */
export async function runProcess(
  name: string,
  log: Logger,
  start: () => Promise<Closable & { readonly url: string }>,
  closedWithinMs?: number,
): Promise<void> {
  process.title = `hub ${name}`;
  let close = (): Promise<void> => Promise.resolve();
  let isEnding = false;
  const stop = (): void => {
    if (isEnding) return;
    isEnding = true;
    endProcess(close, log, closedWithinMs);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  if (process.send) {
    process.once('disconnect', stop);
    // The parent may have ended while the code was loaded.
    if (!process.connected) stop();
  }
  watchParent(stop);
  try {
    const running = await start();
    close = () => running.close();
    process.stdout.write(`ready ${name} ${running.url}\n`);
  } catch (error) {
    process.stderr.write(`${name}: ${messageOf(error)}\n`);
    process.exit(1);
  }
}
