import { CURRENCY_CODES } from '../../../shared/words/closed-sets.js';
import { formatMinorUnits } from '../../../shared/words/money.js';
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

/** Measures of the network as a whole, which no cooperative has a share of. */
const WHOLE_NETWORK: readonly Measure[] = ['made', 'filled', 'unfilled'];

/** What was counted in some months, as everybody may see it. */
export class ShownMonths {
  readonly #withheld = new Map<Tally, Map<Measure, Withheld>>();

  /** @param tallies - One a month. */
  constructor(
    private readonly months: readonly Month[],
    private readonly tallies: readonly Tally[],
  ) {}

  /** Null where it is withheld in any of the months, or one of `others` is: what is left of something tells of its rest. */
  amount(scope: Scope, measure: Measure, others: readonly Measure[] = []): bigint | null {
    const needed = [measure, ...others];
    const isShown = this.tallies.every((tally) =>
      needed.every((one) => isShownIn(tally.table(one), this.#of(tally, one), scope)),
    );
    if (!isShown) return null;
    let total = 0n;
    for (const tally of this.tallies) {
      for (const { amount } of cellsIn(tally.table(measure), scope)) total += amount;
    }
    return total;
  }

  /** The fees of all that `scope` has turned over, each rounded for its cooperative and month; null where turnover is withheld. */
  fee(cooperative: string | null, currency: CurrencyCode): bigint | null {
    const measure: Measure = `turnover ${currency}`;
    if (this.amount({ cooperative, channel: null }, measure) === null) return null;
    let total = 0n;
    for (const [index, tally] of this.tallies.entries()) {
      const rate = feeRateOf(this.months[index]?.name ?? '');
      const table = tally.table(measure);
      for (const row of cooperative === null ? table.keys() : [cooperative]) {
        let net = 0n;
        for (const { amount } of cellsIn(table, { cooperative: row, channel: null })) net += amount;
        total += feeOf(net, rate);
      }
    }
    return total;
  }

  /** Null where nothing was answered, and where there are few people behind it in any of the months. */
  responseTimes(scope: Scope, asked: Asked): ResponseTimes | null {
    const minutes: number[] = [];
    for (const tally of this.tallies) {
      const cells = [...cellsIn(tally.answers(asked), scope)];
      const groups = cells.map(({ people }) => people);
      if (tally.people.areFew(groups, ENOUGH_PEOPLE)) return null;
      for (const cell of cells) for (const one of cell.minutes) minutes.push(one);
    }
    if (minutes.length === 0) return null;
    minutes.sort((a, b) => a - b);
    return { medianMinutes: rank(minutes, 50), p90Minutes: rank(minutes, 90) };
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

/** The figures of one scope. */
export class Figures {
  constructor(
    private readonly shown: ShownMonths,
    private readonly scope: Scope,
  ) {}

  get given(): number | null {
    return this.#count('given');
  }

  get received(): number | null {
    return this.#count('received');
  }

  get declined(): number | null {
    return this.#count('declined', ['agreed', 'received']);
  }

  /** Of the network the requests; of a cooperative those that it was offered. */
  get requestsMade(): number | null {
    return this.#count(this.scope.cooperative === null ? 'made' : 'offered');
  }

  get requestsFilled(): number | null {
    return this.scope.cooperative === null
      ? this.#count('filled', ['unfilled', 'made', 'taken'])
      : this.#count('taken', ['untaken', 'offered']);
  }

  get orderResponse(): ResponseTimes | null {
    return this.shown.responseTimes(this.scope, 'order');
  }

  get offerResponse(): ResponseTimes | null {
    return this.shown.responseTimes(this.scope, 'offer');
  }

  get minutes(): number | null {
    return this.#count('minutes');
  }

  get turnover(): { currency: CurrencyCode; net: string | null }[] {
    return CURRENCY_CODES.map((currency) => ({
      currency,
      net: amountText(this.shown.amount(this.scope, `turnover ${currency}`)),
    }));
  }

  #count(measure: Measure, others?: readonly Measure[]): number | null {
    const amount = this.shown.amount(this.scope, measure, others);
    return amount === null ? null : Number(amount);
  }
}

/** What the network brought, and what it costs, one entry a currency. */
export function benefitsOf(
  shown: ShownMonths,
  cooperative: string | null,
): { currency: CurrencyCode; gained: string | null; fee: string | null }[] {
  const scope = { cooperative, channel: null };
  return CURRENCY_CODES.map((currency) => ({
    currency,
    gained: amountText(
      shown.amount(scope, `gained ${currency}`, [`own ${currency}`, `turnover ${currency}`]),
    ),
    fee: amountText(shown.fee(cooperative, currency)),
  }));
}

function amountText(minor: bigint | null): string | null {
  return minor === null ? null : formatMinorUnits(minor);
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
