import { CommandError } from '../bson/errors.js';
import { isMalformed, MAX_WRITE_BATCH } from '../wire/wire.js';

/** One refused statement of a write command. */
export interface WriteError {
  readonly index: number;
  readonly code: number;
  readonly errmsg: string;
}

/**
 * What to report for a refused statement.
 * @throws the error itself when it ends the whole command: conflicts, time limits, rubbish, bugs.
 */
export function writeErrorOf(index: number, error: unknown): WriteError {
  if (!(error instanceof CommandError) || isMalformed(error)) throw error;
  if (error.code === 112 || error.code === 50) throw error;
  return { index, code: error.code, ...error.details.fields, errmsg: error.message };
}

/** @throws CommandError 16 (MongoDB's InvalidLength) */
export function checkBatchSize(count: number): void {
  if (count >= 1 && count <= MAX_WRITE_BATCH) return;
  throw new CommandError(
    16,
    `Write batch sizes must be between 1 and ${MAX_WRITE_BATCH}. Got ${count} operations.`,
  );
}
