import { localize } from '../../shared/words/localized.js';
import type { ServiceListing } from '../store/listing.js';
import type { RowStore } from './row-store.js';
import { compareIds, placeOf } from './parts/take-page.js';

/** A row's place in the order of titles. */
export interface TitleKey {
  readonly title: string;
  readonly id: string;
}

export interface TitledRow extends TitleKey {
  readonly slot: number;
  readonly service: ServiceListing;
}

/** With more changes than this, sorting anew is cheaper than putting each into its place. */
const MOST_INSERTIONS = 2_000;

/**
 * All rows by their titles in one language, in that language's alphabet. Comparing titles is dear, so the order is kept
 * between searches; what changed is put into its place when the order is next asked for.
 */
export class TitleOrder {
  readonly #collator: Intl.Collator;
  #sorted: readonly TitledRow[] = [];
  #version = -1;

  /** @param language - The language asked for; each owner's first where null, in the Finnish alphabet. */
  constructor(
    private readonly store: RowStore,
    readonly language: string | null,
  ) {
    this.#collator = new Intl.Collator(language ?? 'fi');
  }

  /** All rows in order, listed or not. */
  sorted(): readonly TitledRow[] {
    if (this.#version !== this.store.version) this.#catchUp();
    return this.#sorted;
  }

  /** Where in `sorted()` the rows after a key begin. */
  placeAfter(key: TitleKey): number {
    return placeOf(this.sorted(), (row) => this.#compare(row, key) > 0);
  }

  #titled(slot: number, service: ServiceListing): TitledRow {
    const { id, title, languages } = service;
    return { slot, service, id, title: localize(title, this.language, languages)?.text ?? '' };
  }

  #compare(one: TitleKey, other: TitleKey): number {
    return this.#collator.compare(one.title, other.title) || compareIds(one.id, other.id);
  }

  #catchUp(): void {
    const rows = this.store.rows();
    const kept = this.#sorted.filter(({ slot, service }) => rows[slot] === service);
    const isKept = new Uint8Array(rows.length);
    for (const { slot } of kept) isKept[slot] = 1;
    const added: TitledRow[] = [];
    for (const [slot, service] of rows.entries()) {
      if (service && isKept[slot] === 0) added.push(this.#titled(slot, service));
    }
    const compare = this.#compare.bind(this);
    this.#sorted =
      added.length > MOST_INSERTIONS
        ? kept.concat(added).sort(compare)
        : merge(kept, added.sort(compare), compare);
    this.#version = this.store.version;
  }
}

/** Puts few sorted rows into many. */
function merge<Row>(
  many: readonly Row[],
  few: readonly Row[],
  compare: (one: Row, other: Row) => number,
): Row[] {
  const merged: Row[] = [];
  let done = 0;
  for (const row of few) {
    const place = placeOf(many, (other) => compare(other, row) > 0);
    for (; done < place; done += 1) merged.push(many[done] as Row);
    merged.push(row);
  }
  return merged.concat(many.slice(done));
}
