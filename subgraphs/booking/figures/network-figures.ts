import { badUserInput } from '../../../schema/errors.js';
import { parseBusinessId } from '../../shared/network-file/business-id.js';
import type { Clock } from '../../shared/process/clock.js';
import { Gate } from '../../shared/turns/gate.js';
import { daysIn, epochDayOf } from '../../shared/words/dates.js';
import { isCooperativeId } from '../../shared/words/ids.js';
import { shown } from '../../shared/words/plain-text.js';
import { cooperativeOf, endOf } from '../orders/order/order-state.js';
import {
  countOrder,
  countRequest,
  type CountedLeg,
  type Cooperatives,
} from './count/count-rows.js';
import { ShownMonths } from './count/figures.js';
import {
  calendarOf,
  monthNamed,
  monthsFrom,
  NETWORK_ZONE,
  type Month,
  type Zone,
} from './count/months.js';
import type { WorkDone } from './count/settle-lines.js';
import { Tally } from './count/tally.js';
import type { FiguresDataSource } from './data-source.js';
import { Settlement } from './settlement.js';

export interface NetworkFiguresOptions {
  readonly dataSource: FiguresDataSource;
  /** Those that the registry names. */
  readonly cooperatives: () => readonly KnownCooperative[];
  /** The network's. */
  readonly clock: Clock;
}

export interface KnownCooperative {
  readonly id: string;
  /** In its canonical form; null until its feed has told it. */
  readonly businessId: string | null;
}

/** Reads what was counted in a month, by its name; within one request each once. */
export type LoadTally = (month: string) => Promise<Tally>;

/** Figures of whole months. */
export interface FiguresOfMonths {
  readonly from: string;
  readonly to: string;
  readonly isPreliminary: boolean;
  readonly shown: ShownMonths;
  /** By id. */
  readonly cooperatives: readonly string[];
}

const LONGEST_DAYS = 366;
const MOST_COOPERATIVES = 1_000;
/** More are not worked out at once. */
const MOST_LINES = 50_000;

const dayIn: Readonly<Record<Zone, (instant: Date) => string>> = {
  'Europe/Helsinki': daysIn('Europe/Helsinki'),
  'Europe/Stockholm': daysIn('Europe/Stockholm'),
};

/** What the network has done, counted of what is stored here: nobody is asked. */
export class NetworkFigures {
  /** Counting takes a processor for as long as it takes. */
  readonly #gate = new Gate(1);

  constructor(private readonly options: NetworkFiguresOptions) {}

  /** Of the months in which these days lie. @throws BAD_USER_INPUT when they are reversed or more than 366 days. */
  async figures(from: string, to: string, load: LoadTally): Promise<FiguresOfMonths> {
    const days = epochDayOf(to) - epochDayOf(from) + 1;
    if (days < 1) throw badUserInput(`"to" must not be before "from", ${from}, got ${to}.`, 'to');
    if (days > LONGEST_DAYS) {
      throw badUserInput(`Wanted at most ${LONGEST_DAYS} days, got ${days}.`, 'to');
    }
    const months = monthsFrom(from, to);
    const tallies = await Promise.all(months.map(({ name }) => load(name)));
    const known = this.options.cooperatives().map(({ id }) => id);
    const counted = tallies.flatMap((tally) => tally.cooperatives);
    return {
      ...{ from: months[0]?.from ?? from, to: months.at(-1)?.to ?? to },
      isPreliminary: this.#isPreliminary(months),
      shown: new ShownMonths(months, tallies),
      cooperatives: [...new Set([...known, ...counted])].sort().slice(0, MOST_COOPERATIVES),
    };
  }

  /** Counts a month. Two queries. @param name - Of the month. */
  countMonth(name: string): Promise<Tally> {
    return this.#gate.run(() => this.#count(name));
  }

  /**
   * What is owed for the work that was done in a month. One query.
   * @param cooperative - Only of this one; null for all. @throws BAD_USER_INPUT when one of them cannot be.
   */
  async settlement(name: string, cooperative: string | null): Promise<Settlement> {
    const month = monthNamed(name);
    if (!month) {
      throw badUserInput(`"month": wanted one such as "2027-05", got ${shown(name)}.`, 'month');
    }
    if (cooperative !== null && !isCooperativeId(cooperative)) {
      const came = shown(cooperative);
      throw badUserInput(
        `"cooperative": wanted an id such as "karhu", got ${came}.`,
        'cooperative',
      );
    }
    const calendar = calendarOf([month]);
    const cooperatives = this.#cooperatives();
    const now = this.options.clock.now();
    const works: WorkDone[] = [];
    let unrecorded = 0;
    for await (const { reference, legs } of this.options.dataSource.settled(
      calendar,
      cooperative,
    )) {
      for (const [number, leg] of legs.entries()) {
        const owner = cooperativeOf(leg);
        const zone = cooperatives.zoneOf(owner);
        const isMeant = cooperative === null || owner === cooperative;
        if (!isMeant || calendar.monthOf(endOf(leg), zone) === null) continue;
        if (isUnrecorded(leg, now)) unrecorded += 1;
        if (leg.state !== 'COMPLETED' || leg.quote === null) continue;
        const { minutes, quote } = leg;
        const date = dayIn[zone](endOf(leg));
        const of = { cooperative: owner, order: reference, leg: number, date, minutes };
        works.push({ ...of, currency: quote.currency, netMinor: BigInt(quote.netMinor) });
        if (works.length > MOST_LINES) {
          const wanted = `Wanted a month of at most ${MOST_LINES} lines`;
          throw badUserInput(`${wanted}; ask for one cooperative at a time.`, 'cooperative');
        }
      }
    }
    return new Settlement(month, works, this.#isPreliminary([month]), unrecorded);
  }

  async #count(name: string): Promise<Tally> {
    const { dataSource } = this.options;
    const month = monthNamed(name);
    if (!month) throw new RangeError(`Wanted a month such as "2027-05", got ${shown(name)}.`);
    const calendar = calendarOf([month]);
    const tally = new Tally();
    const ledger = { calendar, tallies: [tally], cooperatives: this.#cooperatives() };
    for await (const order of dataSource.orders(calendar)) countOrder(order, ledger);
    for await (const request of dataSource.requests(calendar)) countRequest(request, ledger);
    return tally;
  }

  /** Whether the last of the months is not over everywhere. */
  #isPreliminary(months: readonly Month[]): boolean {
    return this.options.clock.now() < calendarOf(months).until;
  }

  #cooperatives(): Cooperatives {
    const known = this.options.cooperatives();
    const swedish = new Set(known.filter(isSwedish).map(({ id }) => id));
    const byBusinessId = new Map(known.map(({ id, businessId }) => [businessId, id]));
    return {
      zoneOf: (cooperative) => (swedish.has(cooperative) ? 'Europe/Stockholm' : NETWORK_ZONE),
      withBusinessId: (businessId) => byBusinessId.get(businessId) ?? null,
    };
  }
}

function isSwedish({ businessId }: KnownCooperative): boolean {
  return businessId !== null && parseBusinessId('SE', businessId) !== null;
}

/** Whether it is over, and its owner has not said what became of it. */
function isUnrecorded(leg: CountedLeg, now: Date): boolean {
  return (leg.state === 'CONFIRMED' || leg.state === 'STARTED') && endOf(leg) <= now;
}
