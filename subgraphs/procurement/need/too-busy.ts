import { publicError } from '../../../schema/errors.js';

/** Searches of one kind that are made at once, and such as wait for their turn besides. */
export const AT_ONCE = 4;
export const MOST_WAITING = 16;

/** Where there are more, or the turn came too late. */
export function tooBusy() {
  return publicError('TOO_BUSY', 'Too many searches are made at once: try again in some seconds.');
}
