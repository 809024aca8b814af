import { say } from '../../../shared/words/said/say.js';
import { comeBack } from '../../limits/rate-limited.js';
import type { Refusal } from '../../store/refusal.js';
import type { BookingsClient } from '../owners/bookings-client.js';

export interface OwnerPlacesOptions {
  /** Orders of strangers that may wait for one owner; as many again of those who are known. */
  readonly most: number;
  /** Places that an owner always has: by their orders is seen that it answers again. */
  readonly least: number;
  /** How long an order waits for its owners at most. */
  readonly waitMs: number;
}

/** What came of wanting a place. */
export type Entry<Leave = () => void> =
  | { readonly kind: 'in'; readonly leave: Leave }
  | { readonly kind: 'full'; readonly refusal: Refusal };

/** What is known of one owner. */
interface Standing {
  /** As many orders as it may have to answer now. */
  places: number;
  /** Of strangers, and of those who are known. */
  readonly taken: { strangers: number; known: number };
}

/**
 * Counts the new orders that wait for each owner, so that one that hangs has a few of them and not all. Each order that is not answered
 * takes half of the places that the owner has left, and each that is answered gives one back. Whoever has a role has places that no
 * crowd of strangers takes.
 */
export class OwnerPlaces {
  /** Only of owners that are asked now, or did not answer of late. */
  readonly #standings = new Map<string, Standing>();

  constructor(private readonly options: OwnerPlacesOptions) {}

  /** Takes a place of each owner, or none at all where one of them has none left. */
  take(owners: readonly string[], isStranger: boolean): Entry {
    const sort = isStranger ? 'strangers' : 'known';
    const standings = owners.map((owner) => [owner, this.#standingOf(owner)] as const);
    const full = standings.find(([, { taken, places }]) => taken[sort] >= places);
    if (full) return { kind: 'full', refusal: this.#refusalOf(...full, full[1].taken[sort]) };
    for (const [owner, standing] of standings) {
      standing.taken[sort] += 1;
      this.#standings.set(owner, standing);
    }
    return {
      kind: 'in',
      leave: () => {
        for (const [owner, standing] of standings) {
          standing.taken[sort] -= 1;
          this.#tidy(owner, standing);
        }
      },
    };
  }

  /** Whether none of these owners was silent of late. */
  allAnswer(owners: readonly string[]): boolean {
    return owners.every((owner) => this.#standingOf(owner).places === this.options.most);
  }

  /** Has the places of owners follow from what they answer. */
  learnFrom(bookings: Pick<BookingsClient, 'ask'>): Pick<BookingsClient, 'ask'> {
    return {
      ask: async (question, order, timeoutMs) => {
        const verdict = await bookings.ask(question, order, timeoutMs);
        if (verdict.kind === 'unknown') this.#noteSilence(question.cooperative);
        if (verdict.kind === 'answer') this.#noteAnswer(question.cooperative);
        return verdict;
      },
    };
  }

  #noteSilence(owner: string): void {
    const standing = this.#standingOf(owner);
    const { most, least } = this.options;
    standing.places = Math.max(Math.floor(standing.places / 2), Math.min(least, most));
    this.#standings.set(owner, standing);
  }

  #noteAnswer(owner: string): void {
    const standing = this.#standings.get(owner);
    if (!standing) return;
    standing.places = Math.min(standing.places + 1, this.options.most);
    this.#tidy(owner, standing);
  }

  #standingOf(owner: string): Standing {
    const { most } = this.options;
    return this.#standings.get(owner) ?? { places: most, taken: { strangers: 0, known: 0 } };
  }

  #tidy(owner: string, { places, taken }: Standing): void {
    const isUsual = places === this.options.most && taken.strangers + taken.known === 0;
    if (isUsual) this.#standings.delete(owner);
  }

  #refusalOf(owner: string, { places }: Standing, waiting: number): Refusal {
    const isSilent = places < this.options.most;
    const message = isSilent
      ? say`${waiting} orders wait for ${owner}, which does not answer all of them; this one was not begun now`
      : say`${waiting} orders wait for ${owner}, which takes no more at once; this one was not begun now`;
    const seconds = Math.ceil(this.options.waitMs / 1_000);
    return comeBack('COOPERATIVE_UNAVAILABLE', message, 'orders.atOneCooperative', null, seconds);
  }
}
