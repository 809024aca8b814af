import { cpvDivision } from '../../shared/words/cpv.js';
import { localize, TEXT_LANGUAGES } from '../../shared/words/localized.js';
import type { CurrencyCode, ServiceListing } from '../store/listing.js';
import { CapacityColumn } from './capacity-column.js';
import { ListNumbering } from './parts/list-numbering.js';
import { Numbering } from './parts/numbering.js';
import { wordsOf } from './text/words.js';

/** The owner of a free slot: whoever filters by owners leaves it out. */
export const NOBODY = 0;

/** In the order in which prices sort. */
const CURRENCIES: readonly CurrencyCode[] = ['EUR', 'SEK'];

export function numberOfCurrency(currency: CurrencyCode): number {
  return CURRENCIES.indexOf(currency);
}

/** A language as a bit; 0 for one in which no texts are. */
export function languageBit(language: string | null): number {
  const at = TEXT_LANGUAGES.findIndex((known) => known === language);
  return at < 0 ? 0 : 1 << at;
}

/**
 * What filters, facets and orders read of each row, in one array a property, by slot: a search that looks at 100,000 rows
 * stays in the processor's cache.
 */
export class Columns {
  readonly kinds = new Numbering();
  readonly owners = new Numbering();
  readonly areas = new ListNumbering();
  readonly codeLists = new ListNumbering();
  readonly divisionLists = new ListNumbering();
  readonly tradeLists = new ListNumbering();
  readonly capacity = new CapacityColumn();
  kind = new Uint8Array(0);
  owner = new Uint32Array(0);
  area = new Uint32Array(0);
  codeList = new Uint32Array(0);
  /** The CPV divisions of its codes. */
  divisionList = new Uint32Array(0);
  /** What it does: see `TradeRows.add`. */
  tradeList = new Uint32Array(0);
  currency = new Uint8Array(0);
  netMinor = new Float64Array(0);
  updatedAtMs = new Float64Array(0);
  /** How many words the title has in the owner's first language; 255 stands for more, too. */
  titleWords = new Uint8Array(0);
  /** The languages of its texts, as bits. */
  languages = new Uint8Array(0);

  constructor() {
    // Takes the number NOBODY.
    this.owners.numberOf('');
  }

  put(slot: number, listing: ServiceListing, owner: number): void {
    if (slot >= this.kind.length) this.#grow(Math.max(1_024, slot * 2));
    const title = localize(listing.title, null, listing.languages)?.text ?? '';
    this.kind[slot] = this.kinds.numberOf(listing.kind);
    this.owner[slot] = owner;
    this.area[slot] = this.areas.numberOf(listing.municipalities);
    this.codeList[slot] = this.codeLists.numberOf(listing.cpv);
    this.divisionList[slot] = this.divisionLists.numberOf(listing.cpv.map(cpvDivision));
    this.currency[slot] = numberOfCurrency(listing.price.currency);
    this.netMinor[slot] = listing.price.netMinor;
    this.updatedAtMs[slot] = listing.updatedAt.getTime();
    this.titleWords[slot] = Math.min(255, wordsOf(title).length);
    this.languages[slot] = listing.languages.reduce((bits, one) => bits | languageBit(one), 0);
  }

  /** @param trades - Ids of the trades that a row does. */
  putTrades(slot: number, trades: readonly string[]): void {
    this.tradeList[slot] = this.tradeLists.numberOf(trades);
  }

  free(slot: number): void {
    this.owner[slot] = NOBODY;
    this.capacity.put(slot, null);
  }

  #grow(slots: number): void {
    const bytes = (old: Uint8Array): Uint8Array<ArrayBuffer> => {
      const grown = new Uint8Array(slots);
      grown.set(old);
      return grown;
    };
    const words = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
      const grown = new Uint32Array(slots);
      grown.set(old);
      return grown;
    };
    const numbers = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const grown = new Float64Array(slots);
      grown.set(old);
      return grown;
    };
    this.kind = bytes(this.kind);
    this.owner = words(this.owner);
    this.area = words(this.area);
    this.codeList = words(this.codeList);
    this.divisionList = words(this.divisionList);
    this.tradeList = words(this.tradeList);
    this.currency = bytes(this.currency);
    this.netMinor = numbers(this.netMinor);
    this.updatedAtMs = numbers(this.updatedAtMs);
    this.titleWords = bytes(this.titleWords);
    this.languages = bytes(this.languages);
  }
}
