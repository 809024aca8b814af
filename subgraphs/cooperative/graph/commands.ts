import { parseOwnedId } from '../../shared/words/ids.js';
import {
  NetworkFileError,
  parseCooperativeFile,
  sentenceOf,
} from '../../shared/network-file/index.js';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import { readLinks, type CalendarLink } from '../calendar/read-links.js';
import { CalendarFault } from '../calendar/ical/fault.js';
import type { CalendarImport, CalendarImporter } from '../calendar/import-calendar.js';
import { refuseStranger } from '../bookings/commands/input-checks.js';
import type { Refusal } from '../bookings/rules/refusal.js';
import type { UnplacedBooking } from '../files/unplaced.js';
import type { CooperativeDataSource } from '../data-source/data-source.js';
import type { ImportCount } from '../files/import-plan.js';
import type { BookingRecord, CooperativeRecord, ServiceRecord } from '../store/records.js';

export interface CommandOptions {
  readonly cooperativeId: string;
  readonly dataSource: CooperativeDataSource;
  readonly calendarImporter: CalendarImporter;
  readonly lists: ReferenceLists;
  /** Tells the catalogue that the feed has grown. Never rejects, and takes half a second at most. */
  readonly poke: () => Promise<void>;
  /** Told of every change of what can be booked. Returns at once and never throws. */
  readonly onCapacityChanged: () => void;
}

interface PublishResult {
  readonly service: ServiceRecord | null;
  readonly userErrors: Refusal[];
}

interface CalendarResult {
  /** Null where refused. */
  readonly closures: number | null;
  readonly conflictingBookings: number | null;
  readonly userErrors: Refusal[];
}

interface LinksResult {
  readonly links: CalendarLink[];
  readonly userErrors: Refusal[];
}

interface ImportResult {
  readonly cooperative: CooperativeRecord | null;
  readonly changes: ImportCount[];
  readonly unverified: string[];
  /** Null where refused, like the next three. */
  readonly keptBookings: BookingRecord[] | null;
  readonly keptBookingCount: number | null;
  readonly unplacedBookings: UnplacedBooking[] | null;
  readonly unplacedBookingCount: number | null;
  readonly userErrors: Refusal[];
}

/** So many bookings are named in an import's result. */
const MOST_NAMED = 100;

/** What the contract's mutations do. A refused command changes nothing. Who may is checked before. */
export class Commands {
  readonly #options: CommandOptions;

  constructor(options: CommandOptions) {
    this.#options = options;
  }

  /** @param id - Public id of a service. */
  async publishService(id: string, isPublished: boolean): Promise<PublishResult> {
    const { dataSource, poke, onCapacityChanged } = this.#options;
    const refuse = (refusal: Refusal) => ({ service: null, userErrors: [refusal] });
    const refusal = this.#refuseStranger(id, 'id');
    if (refusal) return refuse(refusal);
    const local = parseOwnedId(id)?.local;
    const outcome = local === undefined ? null : await dataSource.publish(local, isPublished);
    if (outcome === null) {
      return refuse({ code: 'NOT_FOUND', message: `There is no service ${id}.`, field: ['id'] });
    }
    if (outcome.hasChanged) {
      onCapacityChanged();
      await poke();
    }
    return { service: outcome.service, userErrors: [] };
  }

  /** @param json - Text of a network file. */
  async importCooperative(
    cooperative: string,
    json: string,
    isDryRun: boolean,
  ): Promise<ImportResult> {
    const { cooperativeId, dataSource, lists, poke, onCapacityChanged } = this.#options;
    const refuse = (userErrors: Refusal[]) => ({
      cooperative: null,
      changes: [],
      unverified: [],
      keptBookings: null,
      keptBookingCount: null,
      unplacedBookings: null,
      unplacedBookingCount: null,
      userErrors,
    });
    const refusal = this.#refuseStranger(cooperative, 'cooperative');
    if (refusal) return refuse([refusal]);
    let parsed, report;
    try {
      parsed = parseCooperativeFile(json, `${cooperativeId}.json`, lists, cooperativeId);
      report = await dataSource.import(parsed.cooperative, isDryRun);
    } catch (error) {
      if (!(error instanceof NetworkFileError)) throw error;
      return refuse(
        error.faults.map((fault) => ({
          code: 'BAD_USER_INPUT',
          message: sentenceOf(fault),
          field: ['json'],
        })),
      );
    }
    const { counts, kept, unplaced } = report;
    const hasChanged = counts.some(({ added, changed, removed }) => added + changed + removed > 0);
    if (hasChanged && !isDryRun) {
      onCapacityChanged();
      await poke();
    }
    const [stored = null] = await dataSource.findCooperatives([cooperativeId]);
    return {
      cooperative: stored,
      changes: [...counts],
      unverified: [...parsed.unverified],
      keptBookings: kept.slice(0, MOST_NAMED),
      keptBookingCount: kept.length,
      unplacedBookings: unplaced.slice(0, MOST_NAMED),
      unplacedBookingCount: unplaced.length,
      userErrors: [],
    };
  }

  /**
   * @param id - Public id of a resource.
   * @param ics - iCalendar text.
   */
  async importBusyCalendar(id: string, ics: string, isDryRun: boolean): Promise<CalendarResult> {
    const refuse = (refusal: Refusal): CalendarResult => ({
      closures: null,
      conflictingBookings: null,
      userErrors: [refusal],
    });
    const refusal = this.#refuseStranger(id, 'id');
    if (refusal) return refuse(refusal);
    const local = parseOwnedId(id)?.local;
    let imported: CalendarImport | null = null;
    try {
      if (local !== undefined) {
        imported = await this.#options.calendarImporter.import(local, ics, isDryRun);
      }
    } catch (error) {
      if (!(error instanceof CalendarFault)) throw error;
      return refuse({ code: 'BAD_USER_INPUT', message: error.message, field: ['ics'] });
    }
    if (imported) return { ...imported, userErrors: [] };
    return refuse({ code: 'NOT_FOUND', message: `There is no resource ${id}.`, field: ['id'] });
  }

  /** Ends the secret links of workers' calendars, and gives others. */
  async renewCalendarLinks(cooperative: string): Promise<LinksResult> {
    const { cooperativeId, dataSource } = this.#options;
    const refusal = this.#refuseStranger(cooperative, 'cooperative');
    if (refusal) return { links: [], userErrors: [refusal] };
    await dataSource.calendars.renewLinkSecret();
    return { links: await readLinks(dataSource.calendars, cooperativeId, null), userErrors: [] };
  }

  #refuseStranger(id: string, field: string): Refusal | null {
    return refuseStranger(this.#options.cooperativeId, id, field);
  }
}
