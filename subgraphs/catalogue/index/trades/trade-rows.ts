import { SERVICE_KINDS } from '../../../shared/words/closed-sets.js';
import type { ServiceKind, ServiceListing } from '../../store/listing.js';
import { swapRemove } from '../parts/swap-remove.js';
import type { Thesaurus } from './thesaurus.js';

type Listed = Pick<ServiceListing, 'title' | 'cpv' | 'kind'>;

/** What a group keeps of a row. */
const ROW = 2;
const NAMED = 1;

/** How surely a row of a group is of the trade, in hundredths: its title names it, or its code or a narrower trade says so. */
const WORTH = { named: 100, implied: 85 } as const;

/**
 * Which rows are of which trades, in groups of one trade and one kind: a substitute for a cleaner belongs to cleaning, but to
 * the group of substitutes there. Rows are known by their slots.
 */
export class TradeRows {
  readonly #groups: number[][];
  /** The trades that are all of a kind. */
  readonly #wholeByKind: ReadonlyMap<ServiceKind, readonly number[]>;

  constructor(readonly thesaurus: Thesaurus) {
    this.#groups = thesaurus.trades.flatMap(() => SERVICE_KINDS.map(() => []));
    const isWhole = (trade: number, kind: ServiceKind): boolean => {
      const { isWholeKind = false, kinds = [] } = thesaurus.trades[trade] ?? {};
      return isWholeKind && kinds.includes(kind);
    };
    const numbers = [...thesaurus.trades.keys()];
    this.#wholeByKind = new Map(
      SERVICE_KINDS.map((kind) => [kind, numbers.filter((trade) => isWhole(trade, kind))]),
    );
  }

  /** The number of a group. */
  groupOf(trade: number, kind: ServiceKind): number {
    return trade * SERVICE_KINDS.length + SERVICE_KINDS.indexOf(kind);
  }

  /** @returns Ids of the trades that the row does: those to which it belongs and of whose kinds it is. */
  add(slot: number, listing: Listed): string[] {
    const trades = this.#tradesOf(listing);
    for (const [trade, named] of trades) {
      this.#groups[this.groupOf(trade, listing.kind)]?.push(slot * ROW + named);
    }
    return [...trades.keys()]
      .filter((trade) => this.#isOfItsKind(trade, listing))
      .map((trade) => this.thesaurus.trades[trade]?.id ?? '');
  }

  /** @param listing - As it was when the row was added. */
  remove(slot: number, listing: Listed): void {
    for (const [trade, named] of this.#tradesOf(listing)) {
      swapRemove(this.#groups[this.groupOf(trade, listing.kind)] ?? [], slot * ROW + named);
    }
  }

  /** How many rows a group has. */
  countOf(group: number): number {
    return this.#groups[group]?.length ?? 0;
  }

  /** Calls back for each row of a group. */
  forEach(group: number, use: (slot: number, worth: number) => void): void {
    for (const entry of this.#groups[group] ?? []) {
      use(Math.floor(entry / ROW), entry % ROW === NAMED ? WORTH.named : WORTH.implied);
    }
  }

  /**
   * The trades to which a row belongs, each with whether its title names it. Where the title names a trade, a code adds only
   * what is narrower: a garden's plan does not mow the lawn, though one code stands for both.
   */
  #tradesOf(listing: Listed): Map<number, number> {
    const { thesaurus } = this;
    const named = thesaurus.namedIn(listing.title);
    const isNamed = (trade: number): boolean => named.has(trade);
    // What the title says of another kind, such as the trade that is taught, says nothing against a code.
    const isTold = [...named].some((trade) => this.#isOfItsKind(trade, listing));
    const isAdded = (trade: number): boolean =>
      !isTold || !this.#isOfItsKind(trade, listing) || thesaurus.withBroader(trade).some(isNamed);
    const byCode = listing.cpv.flatMap((code) => thesaurus.ofCode(code)).filter(isAdded);
    const all = [...named, ...byCode, ...this.#wholeKinds(listing.kind)].flatMap((trade) =>
      thesaurus.withBroader(trade),
    );
    return new Map(all.map((trade) => [trade, named.has(trade) ? NAMED : 0]));
  }

  #wholeKinds(kind: ServiceKind): readonly number[] {
    return this.#wholeByKind.get(kind) ?? [];
  }

  #isOfItsKind(trade: number, { kind }: Listed): boolean {
    return this.thesaurus.trades[trade]?.kinds.includes(kind) ?? false;
  }
}
