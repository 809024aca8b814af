import type { Logger } from './logger.js';
import { watchParent } from './parent.js';

/** Something that runs until it is closed. */
export interface Closable {
  close(): Promise<void>;
}

/**
 * Runs a process: starts it, prints its one `ready` line, closes it on SIGINT, SIGTERM or when its parent has ended. System tools show
 * it as `hub NAME`.
 * A start that fails is one line on standard error and exit code 1.
 */
export async function runProcess(
  name: string,
  log: Logger,
  start: () => Promise<Closable & { readonly url: string }>,
): Promise<void> {
  process.title = `hub ${name}`;
  try {
    const running = await start();
    let closing: Promise<void> | null = null;
    const stop = (): void => {
      closing ??= running.close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'Closing failed.');
          process.exit(1);
        },
      );
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    if (process.send) process.once('disconnect', stop);
    watchParent(stop);
    process.stdout.write(`ready ${name} ${running.url}\n`);
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
