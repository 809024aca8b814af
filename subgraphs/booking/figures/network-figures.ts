import { badUserInput, publicError } from '../../../schema/errors.js';
import { parseBusinessId } from '../../shared/network-file/business-id.js';
import type { Clock } from '../../shared/process/clock.js';
import { Gate } from '../../shared/turns/gate.js';
import { Turns } from '../../shared/turns/turns.js';
import { daysIn, epochDayOf } from '../../shared/words/dates.js';
import { isCooperativeId } from '../../shared/words/ids.js';
import { shown } from '../../shared/words/plain-text.js';
import { cooperativeOf, endOf } from '../orders/order/order-state.js';
import { countOrder, countRequest, isUnrecorded, type Cooperatives } from './count/count-rows.js';
import {
  calendarOf,
  monthNamed,
  monthsFrom,
  NETWORK_ZONE,
  type Month,
  type Zone,
} from './count/months.js';
import { ShownMonths } from './count/shown-months.js';
import type { WorkDone } from './count/settle-lines.js';
import { Tally } from './count/tally.js';
import type { ReportReader } from '../orders/work/report-reader.js';
import { workOf, type FiguresDataSource } from './data-source.js';
import type { Payer } from './settlement-csv.js';
import { Settlement } from './settlement.js';

export interface NetworkFiguresOptions {
  readonly dataSource: FiguresDataSource;
  /** Those that the registry names. */
  readonly cooperatives: () => readonly KnownCooperative[];
  /** Knows what became of work of late. */
  readonly reports: Pick<ReportReader, 'catchUp'>;
  /** The network's. */
  readonly clock: Clock;
}

export interface KnownCooperative extends Payer {
  readonly id: string;
}

/** Reads what was counted in a month, by its name; within one request each once. */
export type LoadTally = (month: string) => Promise<Tally>;

/** Figures of whole months. */
export interface FiguresOfMonths {
  readonly from: string;
  readonly to: string;
  readonly isPreliminary: boolean;
  /** Names of the months that are not over, of which nothing is told. */
  readonly openMonths: string[];
  readonly shown: ShownMonths;
  /** By id. */
  readonly cooperatives: readonly string[];
}

/** What is counted is counted to its end. */
const NEVER = new AbortController().signal;
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
    const open = months.filter((month) => this.#isPreliminary(month));
    const over = months.filter((month) => !open.includes(month));
    const counted = await Promise.all(
      over.map(async (month) => ({ month, tally: await load(month.name) })),
    );
    const known = this.options.cooperatives().map(({ id }) => id);
    const met = counted.flatMap(({ tally }) => tally.cooperatives);
    return {
      ...{ from: months[0]?.from ?? from, to: months.at(-1)?.to ?? to },
      ...{ isPreliminary: open.length > 0, openMonths: open.map(({ name }) => name) },
      shown: new ShownMonths(counted),
      cooperatives: [...new Set([...known, ...met])].sort().slice(0, MOST_COOPERATIVES),
    };
  }

  /** Counts a month. Two queries; asks owners first, so that what they have reported of late counts. @param name - Of the month. */
  countMonth(name: string): Promise<Tally> {
    return this.#gate.run(() => this.#count(name));
  }

  /**
   * What is owed for the work that was done in a month. Asks owners first, so that what they have reported of late counts.
   * @param cooperative - Only of this one; null for all. @throws BAD_USER_INPUT when one of them cannot be, NOT_FOUND
   * where the network has no such cooperative and has settled nothing of it.
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
    const known = new Map<string, Payer>(this.options.cooperatives().map((one) => [one.id, one]));
    const works: WorkDone[] = [];
    let unrecorded = 0;
    let isKnown = cooperative === null || known.has(cooperative);
    const turns = new Turns(NEVER);
    await this.options.reports.catchUp(workOf(calendar, cooperative));
    for await (const { reference, legs } of this.options.dataSource.settled(
      calendar,
      cooperative,
    )) {
      await turns.pass();
      for (const [number, leg] of legs.entries()) {
        const owner = cooperativeOf(leg);
        const zone = cooperatives.zoneOf(owner);
        const isMeant = cooperative === null || owner === cooperative;
        isKnown ||= isMeant;
        if (!isMeant || calendar.monthOf(endOf(leg), zone) === null) continue;
        if (isUnrecorded(leg) && endOf(leg) <= now) unrecorded += 1;
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
    if (!isKnown) {
      throw publicError('NOT_FOUND', `The network has no cooperative ${shown(cooperative ?? '')}.`);
    }
    const knownAs = (id: string): Payer | null => known.get(id) ?? null;
    return new Settlement(month, works, this.#isPreliminary(month), unrecorded, knownAs);
  }

  async #count(name: string): Promise<Tally> {
    const { dataSource, reports } = this.options;
    const month = monthNamed(name);
    if (!month) throw new RangeError(`Wanted a month such as "2027-05", got ${shown(name)}.`);
    const calendar = calendarOf([month]);
    const tally = new Tally();
    const ledger = { calendar, tallies: [tally], cooperatives: this.#cooperatives() };
    const turns = new Turns(NEVER);
    await reports.catchUp(workOf(calendar, null));
    for await (const order of dataSource.orders(calendar)) {
      countOrder(order, ledger);
      await turns.pass();
    }
    for await (const request of dataSource.requests(calendar)) {
      countRequest(request, ledger);
      await turns.pass();
    }
    return tally;
  }

  /** Whether the month is not over everywhere. */
  #isPreliminary(month: Month): boolean {
    return this.options.clock.now() < calendarOf([month]).until;
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
