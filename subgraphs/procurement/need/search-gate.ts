import { publicError } from '../../../schema/errors.js';
import { Gate } from '../../shared/turns/gate.js';

/** Searches of one kind that are made at once, and such as wait for their turn besides. */
const AT_ONCE = 4;
const MOST_WAITING = 16;

/** Lets some searches of one kind be made at once. Where there are too many, or the turn would come too late, it is TOO_BUSY. */
export function searchGate(): Gate {
  return new Gate(AT_ONCE, {
    mostWaiting: MOST_WAITING,
    refuse: () =>
      publicError('TOO_BUSY', 'Too many searches are made at once: try again in some seconds.'),
  });
}
