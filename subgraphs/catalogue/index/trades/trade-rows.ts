import { SERVICE_KINDS } from '../../../shared/words/closed-sets.js';
import type { Trade } from '../../../shared/lists/trade.js';
import type { ServiceKind, ServiceListing } from '../../store/listing.js';
import { swapRemove } from '../parts/swap-remove.js';
import type { Thesaurus } from './thesaurus.js';

type Listed = Pick<ServiceListing, 'title' | 'cpv' | 'kind'>;

/** What a group keeps of a row: its slot and one of `WORTHS`. */
const ROW = 4;

/** How surely a row of a group is of the trade, in hundredths, the least first. */
const WORTHS = [40, 85, 95, 100] as const;

/** Places in `WORTHS`. */
const SURENESS = {
  /** Its kind alone says so, and its title names another trade of the kind: a kitchen among all premises. */
  ofKind: 0,
  /** Its code says so, or its kind where the title names no trade. */
  implied: 1,
  /** Its title names a narrower trade. */
  narrower: 2,
  /** Its title names the trade. */
  named: 3,
} as const;

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
    for (const [trade, sureness] of trades) {
      this.#groups[this.groupOf(trade, listing.kind)]?.push(slot * ROW + sureness);
    }
    return [...trades.keys()]
      .filter((trade) => this.#isOfItsKind(trade, listing))
      .map((trade) => this.thesaurus.trades[trade]?.id ?? '');
  }

  /** @param listing - As it was when the row was added. */
  remove(slot: number, listing: Listed): void {
    for (const [trade, sureness] of this.#tradesOf(listing)) {
      swapRemove(this.#groups[this.groupOf(trade, listing.kind)] ?? [], slot * ROW + sureness);
    }
  }

  /** Whether any row does a trade. */
  isOffered({ id, kinds }: Trade): boolean {
    const number = this.thesaurus.numberOf(id);
    return kinds.some((kind) => this.countOf(this.groupOf(number, kind)) > 0);
  }

  /** How many rows a group has. */
  countOf(group: number): number {
    return this.#groups[group]?.length ?? 0;
  }

  /** Calls back for each row of a group. */
  forEach(group: number, use: (slot: number, worth: number) => void): void {
    for (const entry of this.#groups[group] ?? []) {
      use(Math.floor(entry / ROW), WORTHS[entry % ROW] ?? 0);
    }
  }

  /**
   * The trades to which a row belongs, each with how surely it does. Where the title names a trade, a code adds of the same
   * kinds only what is narrower: a garden's plan does not mow the lawn, though one code stands for both.
   */
  #tradesOf(listing: Listed): Map<number, number> {
    const { thesaurus } = this;
    const named = thesaurus.namedIn(listing.title);
    // What the title says of another kind, such as the trade that is taught, says nothing against a code.
    const told = [...named].filter((trade) => this.#isOfItsKind(trade, listing));
    const isAdded = (trade: number): boolean =>
      !this.#isOfItsKind(trade, listing) ||
      !told.some((other) => this.#isOfSameKinds(trade, other)) ||
      thesaurus.withBroader(trade).some((broader) => named.has(broader));
    // Most titles of a network name none, and then each code has always the same to say.
    const impliedBy = (code: string): readonly number[] =>
      named.size === 0
        ? thesaurus.impliedBy(code)
        : thesaurus
            .ofCode(code)
            .filter(isAdded)
            .flatMap((trade) => thesaurus.withBroader(trade));
    const surenessByTrade = new Map<number, number>();
    const keep = (trades: readonly number[], sureness: number): void => {
      for (const trade of trades) {
        surenessByTrade.set(trade, Math.max(surenessByTrade.get(trade) ?? 0, sureness));
      }
    };
    keep(this.#wholeKinds(listing.kind), told.length > 0 ? SURENESS.ofKind : SURENESS.implied);
    for (const code of listing.cpv) keep(impliedBy(code), SURENESS.implied);
    for (const trade of named) {
      keep(thesaurus.withBroader(trade), SURENESS.narrower);
      keep([trade], SURENESS.named);
    }
    return surenessByTrade;
  }

  #wholeKinds(kind: ServiceKind): readonly number[] {
    return this.#wholeByKind.get(kind) ?? [];
  }

  #isOfItsKind(trade: number, { kind }: Listed): boolean {
    return this.thesaurus.trades[trade]?.kinds.includes(kind) ?? false;
  }

  #isOfSameKinds(trade: number, other: number): boolean {
    const kindsOf = (number: number) => this.thesaurus.trades[number]?.kinds ?? [];
    const [kinds, others] = [kindsOf(trade), kindsOf(other)];
    return kinds.length === others.length && kinds.every((kind) => others.includes(kind));
  }
}
