import type { ChildProcess } from 'node:child_process';
import type { Logger } from './logger.js';

/** How long a process that is told to end may take to close what it has open; then it ends all the same. */
const CLOSED_WITHIN_MS = 6_000;
/** How long a process is waited for that was told to end: longer than it may take. Then it is killed. */
export const ENDED_WITHIN_MS = 8_000;

/**
 * Ends this process: with exit code 0 when all is closed, with 1 when closing failed, or had not ended in time. A database that
 * has gone may leave a question without an answer for ever, and whoever waits for that would never end.
 */
export function endProcess(
  close: () => Promise<void>,
  log: Logger,
  withinMs = CLOSED_WITHIN_MS,
): void {
  setTimeout(() => {
    log.error({ withinMs }, 'Closing took too long; ending all the same.');
    process.exit(1);
  }, withinMs);
  close().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ err: error }, 'Closing failed.');
      process.exit(1);
    },
  );
}

/** As sysexits(3) has it: a failure that passes, and who is told so may try again. */
const TRY_AGAIN = 75;

/** Ends this process at once, with what it has open, for whoever keeps it running to start it again. */
export function endToBeStartedAgain(): void {
  process.exit(TRY_AGAIN);
}

/** Ends a child: tells it to, and kills it when it has not ended in time. @returns Once it has ended. */
export async function endChild(
  child: ChildProcess,
  tell: () => void,
  withinMs = ENDED_WITHIN_MS,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  tell();
  const kill = setTimeout(() => child.kill('SIGKILL'), withinMs);
  await exited;
  clearTimeout(kill);
}
