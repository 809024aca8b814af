import type { CurrencyCode, OrderChannel } from '../../schema.generated.js';
import { feeOf, feeRateOf } from './fee.js';
import type { Month } from './months.js';
import { type Asked, type Measure, type Table, type Tally } from './tally.js';
import { ENOUGH_PEOPLE, withhold, type Withheld } from './withhold.js';

/** Of which cooperative, by which channel; null for all together. */
export interface Scope {
  readonly cooperative: string | null;
  readonly channel: OrderChannel | null;
}

/** How long answers took. */
export interface ResponseTimes {
  readonly medianMinutes: number;
  readonly p90Minutes: number;
}

/** What may be told of some months together. */
export interface Told<Value> {
  /** Of the months of which it may be told; null where there is none, and for times where nothing was answered in them. */
  readonly is: Value | null;
  /** Names of the months that are left out, the first first. */
  readonly withheld: readonly string[];
}

/** What was counted in a month that is over. */
export interface CountedMonth {
  readonly month: Month;
  readonly tally: Tally;
}

/** Measures of the network as a whole, which no cooperative has a share of. */
const WHOLE_NETWORK: readonly Measure[] = ['made', 'filled', 'unfilled'];

/**
 * What was counted in some months, as everybody may see it: of several months what each of them tells, added up, so that no choice of
 * months tells more than they do one by one.
 */
export class ShownMonths {
  readonly #withheld = new Map<Tally, Map<Measure, Withheld>>();

  constructor(private readonly months: readonly CountedMonth[]) {}

  /** A month tells it where it tells all `others` too: what is left of something tells of its rest. */
  amount(scope: Scope, measure: Measure, others: readonly Measure[] = []): Told<bigint> {
    const needed = [measure, ...others];
    const isShown = ({ tally }: CountedMonth): boolean =>
      needed.every((one) => isShownIn(tally.table(one), this.#of(tally, one), scope));
    return this.#added(isShown, ({ tally }) => {
      let total = 0n;
      for (const { amount } of cellsIn(tally.table(measure), scope)) total += amount;
      return total;
    });
  }

  /** The fees of all that was turned over, each rounded for its cooperative and month. @param cooperative - Null for all together. */
  fee(cooperative: string | null, currency: CurrencyCode): Told<bigint> {
    const measure: Measure = `turnover ${currency}`;
    const scope = { cooperative, channel: null };
    const isShown = ({ tally }: CountedMonth): boolean =>
      isShownIn(tally.table(measure), this.#of(tally, measure), scope);
    return this.#added(isShown, ({ month, tally }) => {
      const rate = feeRateOf(month.name);
      const table = tally.table(measure);
      let total = 0n;
      for (const row of cooperative === null ? table.keys() : [cooperative]) {
        let net = 0n;
        for (const { amount } of cellsIn(table, { ...scope, cooperative: row })) net += amount;
        total += feeOf(net, rate);
      }
      return total;
    });
  }

  /** Of all answers in the months in which enough people are behind them, or nobody. */
  responseTimes(scope: Scope, asked: Asked): Told<ResponseTimes> {
    const minutes: number[] = [];
    const withheld: string[] = [];
    for (const { month, tally } of this.months) {
      const cells = [...cellsIn(tally.answers(asked), scope)];
      const groups = cells.map(({ people }) => people);
      if (tally.people.areFew(groups, ENOUGH_PEOPLE)) withheld.push(month.name);
      else for (const cell of cells) for (const one of cell.minutes) minutes.push(one);
    }
    if (minutes.length === 0) return { is: null, withheld };
    minutes.sort((a, b) => a - b);
    return { is: { medianMinutes: rank(minutes, 50), p90Minutes: rank(minutes, 90) }, withheld };
  }

  #added(
    isShown: (counted: CountedMonth) => boolean,
    amountOf: (counted: CountedMonth) => bigint,
  ): Told<bigint> {
    const told = this.months.filter(isShown);
    const withheld = this.months.filter((counted) => !told.includes(counted));
    return {
      is: told.length === 0 ? null : told.reduce((sum, counted) => sum + amountOf(counted), 0n),
      withheld: withheld.map(({ month }) => month.name),
    };
  }

  #of(tally: Tally, measure: Measure): Withheld {
    const ofMonth = this.#withheld.get(tally) ?? new Map<Measure, Withheld>();
    this.#withheld.set(tally, ofMonth);
    const insiders = WHOLE_NETWORK.includes(measure) ? 'nobody' : 'cooperatives';
    const known = ofMonth.get(measure) ?? withhold(tally.table(measure), tally.people, insiders);
    ofMonth.set(measure, known);
    return known;
  }
}

function isShownIn(
  table: Table<unknown>,
  { isTotal, channels, cooperatives, spreads }: Withheld,
  { cooperative, channel }: Scope,
): boolean {
  if (cooperative === null) return !isTotal && (channel === null || !channels.has(channel));
  if (!table.has(cooperative)) return true;
  return channel === null ? !cooperatives.has(cooperative) : !spreads.has(cooperative);
}

function* cellsIn<Cell>(table: Table<Cell>, { cooperative, channel }: Scope): Generator<Cell> {
  const rows = cooperative === null ? table.values() : [table.get(cooperative) ?? []];
  for (const row of rows) {
    for (const [by, cell] of row) if (channel === null || by === channel) yield cell;
  }
}

/** The least value that so many per cent of all do not exceed. @param sorted - Not empty. */
function rank(sorted: readonly number[], percent: number): number {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? 0;
}
