import { CommandError } from '../bson/errors.js';
import { isNumeric, toNumber, type Doc } from '../bson/value.js';

const LARGEST_MS = 0x7fffffff;

/** Milliseconds that `maxTimeMS` gives a command; Infinity where it is absent or 0. @throws CommandError 2 */
export function parseTimeLimit(body: Doc): number {
  const given = body.get('maxTimeMS');
  if (given === undefined) return Infinity;
  if (!isNumeric(given)) throw new CommandError(2, 'maxTimeMS must be a number');
  const limitMs = toNumber(given);
  if (!(limitMs >= 0 && limitMs <= LARGEST_MS)) {
    throw new CommandError(2, `${limitMs} value for maxTimeMS is out of range`);
  }
  if (!Number.isInteger(limitMs)) {
    throw new CommandError(2, 'maxTimeMS has non-integral value');
  }
  return limitMs === 0 ? Infinity : limitMs;
}
