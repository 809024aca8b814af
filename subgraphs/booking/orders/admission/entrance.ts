import { TimeLimit, within } from '../../../shared/process/time-limit.js';
import { Gate } from '../../../shared/turns/gate.js';
import { say } from '../../../shared/words/said/say.js';
import { comeBack } from '../../limits/rate-limited.js';
import type { MakingPlaces } from './making-places.js';
import type { Entry, OwnerPlaces } from './owner-places.js';

export interface EntranceOptions {
  readonly ofOwners: OwnerPlaces;
  readonly ofProcess: MakingPlaces;
  /** How long an order waits for its owners at most, in milliseconds: after that there are places again. */
  readonly waitMs: number;
  /** How long a look-up may keep a refusal waiting, in milliseconds. */
  readonly lookUpMs: number;
}

/** Orders of those that are not let in that are looked up at the same time. */
const LOOK_UPS = 4;
const MOST_WAITING = 8;

class NoLookUp extends Error {}

/** Lets new orders in as far as their owners and this process have places. What is refused has cost next to nothing, and leaves nothing. */
export class Entrance {
  readonly #lookUps = new Gate(LOOK_UPS, {
    mostWaiting: MOST_WAITING,
    refuse: () => new NoLookUp(),
  });

  constructor(private readonly options: EntranceOptions) {}

  /** @param owners - Each once. */
  enter(owners: readonly string[], isStranger: boolean): Entry<(isMade: boolean) => void> {
    const { ofOwners, ofProcess, waitMs } = this.options;
    const entry = ofOwners.take(owners, isStranger);
    if (entry.kind === 'full') return entry;
    const making = ofProcess.take(owners, isStranger);
    if (making === null) {
      entry.leave();
      const message = say`As many orders are made as can be at once, and this one was not begun now`;
      const seconds = Math.ceil(waitMs / 1_000);
      return {
        kind: 'full',
        refusal: comeBack('TOO_BUSY', message, 'orders.atOnce', null, seconds),
      };
    }
    return {
      kind: 'in',
      leave: (isMade) => {
        entry.leave();
        ofProcess.leave(making, isMade && ofOwners.allAnswer(owners));
      },
    };
  }

  /**
   * Looks up whether somebody who was not let in asks for what was made before.
   * @param find - One query.
   * @returns Null where it was not, and where the database has enough to do with what is looked up already, or is slow: they are to come again.
   */
  async lookUp<Found>(find: () => Promise<Found | null>): Promise<Found | null> {
    const limit = TimeLimit.within(this.options.lookUpMs);
    // A place is kept until the query has ended, whoever still waits for it.
    const found = this.#lookUps.run(find, limit);
    try {
      return await within(limit, found, () => new NoLookUp());
    } catch (error) {
      if (error instanceof NoLookUp) return null;
      throw error;
    }
  }
}
