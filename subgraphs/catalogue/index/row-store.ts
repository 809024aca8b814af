import { isDeepStrictEqual } from 'node:util';
import type { CooperativeListing, FollowedService, ServiceListing } from '../store/listing.js';
import { CodeRows, cpvClass } from './parts/code-rows.js';
import { Columns } from './columns.js';
import { Owner } from './owner.js';
import type { TextIndex } from './text/text-index.js';
import { wordsOf } from './text/words.js';
import type { TradeRows } from './trades/trade-rows.js';

/** All services and cooperatives. Each service on offer has a row: its listing, columns and words at one slot. */
export class RowStore {
  readonly columns = new Columns();
  readonly #ownerById = new Map<string, Owner>();
  readonly #serviceById = new Map<string, ServiceListing>();
  readonly #slotById = new Map<string, number>();
  readonly #rows: (ServiceListing | null)[] = [];
  readonly #freeSlots: number[] = [];
  #version = 0;

  constructor(
    readonly codes: CodeRows,
    readonly texts: TextIndex,
    readonly trades: TradeRows,
  ) {}

  /** Rises with every change of a row. */
  get version(): number {
    return this.#version;
  }

  /** The listing at each slot; null where the slot is free. */
  rows(): readonly (ServiceListing | null)[] {
    return this.#rows;
  }

  findService(id: string): ServiceListing | null {
    return this.#serviceById.get(id) ?? null;
  }

  findOwner(id: string): Owner | null {
    return this.#ownerById.get(id) ?? null;
  }

  owners(): Iterable<Owner> {
    return this.#ownerById.values();
  }

  /** Whether a cooperative has the word in its name, or for its id. @param word - Normalized, see `wordsOf`. */
  isNameOfOwner(word: string): boolean {
    return [...this.#ownerById.values()].some(
      ({ id, listing }) => id === word || wordsOf(listing?.name ?? '').includes(word),
    );
  }

  /** The cooperative's entry, made where it is unknown: not listed, without a profile. */
  ownerOf(id: string): Owner {
    const known = this.#ownerById.get(id);
    if (known) return known;
    const owner = new Owner(id, this.columns.owners.numberOf(id));
    this.#ownerById.set(id, owner);
    return owner;
  }

  putCooperative(listing: CooperativeListing): void {
    this.ownerOf(listing.id).listing = listing;
  }

  putService({ capacity, ...listing }: FollowedService): void {
    // Capacity changes far more often than what is shown; it moves no row in any order and has no words.
    if (!isDeepStrictEqual(this.findService(listing.id), listing)) this.#putListing(listing);
    const slot = this.#slotById.get(listing.id);
    if (slot !== undefined) this.columns.capacity.put(slot, capacity);
  }

  #putListing(listing: ServiceListing): void {
    const owner = this.ownerOf(listing.cooperative);
    this.#serviceById.set(listing.id, listing);
    owner.putService(listing);
    if (this.#replaceRow(listing, owner)) return;
    this.#dropRow(listing.id);
    if (listing.withdrawnAt === null) this.#addRow(listing, owner);
  }

  removeCooperative(id: string): void {
    for (const service of this.#ownerById.get(id)?.services() ?? []) {
      this.#dropRow(service.id);
      this.#serviceById.delete(service.id);
    }
    this.#ownerById.delete(id);
  }

  #addRow(listing: ServiceListing, owner: Owner): void {
    const slot = this.#freeSlots.pop() ?? this.#rows.length;
    this.#rows[slot] = listing;
    this.#slotById.set(listing.id, slot);
    this.columns.put(slot, listing, owner.number);
    this.columns.putTrades(slot, this.trades.add(slot, listing));
    this.codes.add(slot, listing.cpv);
    this.texts.add(slot, listing);
    for (const code of listing.cpv) {
      this.texts.addLabel(code);
      const inClass = cpvClass(code);
      if (inClass !== null) this.texts.addLabel(inClass);
    }
    this.#version += 1;
  }

  /** The short way for a row whose words stay: a new price, a feed read anew. False where they do not. */
  #replaceRow(listing: ServiceListing, owner: Owner): boolean {
    const slot = this.#slotById.get(listing.id);
    const old = slot === undefined ? null : this.#rows[slot];
    if (slot === undefined || !old || listing.withdrawnAt !== null) return false;
    if (wordsSource(old) !== wordsSource(listing)) return false;
    this.#rows[slot] = listing;
    this.columns.put(slot, listing, owner.number);
    this.#version += 1;
    return true;
  }

  #dropRow(id: string): void {
    const slot = this.#slotById.get(id);
    const listing = slot === undefined ? null : this.#rows[slot];
    if (slot === undefined || !listing) return;
    this.#slotById.delete(id);
    this.#rows[slot] = null;
    this.#freeSlots.push(slot);
    this.columns.free(slot);
    this.codes.remove(slot, listing.cpv);
    this.texts.remove(slot, listing);
    this.trades.remove(slot, listing);
    this.#version += 1;
  }
}

/** Everything by which words find a row, by themselves or through a trade. */
function wordsSource({ title, description, cpv, kind }: ServiceListing): string {
  return JSON.stringify([title, description, cpv, kind]);
}
