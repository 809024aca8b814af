import DataLoader from 'dataloader';
import type { GraphQLError } from 'graphql';
import { publicError } from '../../../schema/errors.js';
import type { TimePlace } from '../../shared/graphql/page-by-time.js';
import type { Clock } from '../../shared/process/clock.js';
import { parseOwnedId } from '../../shared/words/ids.js';
import { shown } from '../../shared/words/plain-text.js';
import { readLinks, type CalendarLink } from '../calendar/read-links.js';
import { createAvailabilityLoader, type AvailabilityLoader } from './availability-loader.js';
import type { BookingDesk } from '../bookings/desk/booking-desk.js';
import {
  loadFreeCapacity,
  type FreeCapacity,
  type FreeQuestion,
} from '../bookings/desk/free-capacity.js';
import { loadFreeSubstitutes, type FreeSubstitutes } from '../bookings/desk/free-substitutes.js';
import type { WaitingRecord } from '../store/booking-records.js';
import type { Rulebook } from '../bookings/rules/rulebook.js';
import type { RulebookCache } from '../bookings/desk/rulebook-cache.js';
import type { BookingFilter, BookingPage } from '../bookings/rows/staff-data-source.js';
import type { CooperativeDataSource, MemberPage } from '../data-source/data-source.js';
import type { FeedPage } from '../listing/feed-page.js';
import type {
  BookingRecord,
  CooperativeRecord,
  MemberRecord,
  ServiceRecord,
} from '../store/records.js';
import { createQuestionLoader, type QuestionLoader } from '../../shared/graphql/question-loader.js';

/** Loads rows of one type by public id, all of a request in one query. */
interface RowLoader<Row> {
  /**
   * @param id - Whatever a reference holds: it comes from outside, unchecked.
   * @returns Null where nothing is. Rejects with NOT_FOUND what is no id of this cooperative, and only that.
   */
  load(id: unknown): Promise<Row | null>;
}

export interface CooperativeLoaders {
  readonly serviceById: RowLoader<ServiceRecord>;
  readonly memberById: RowLoader<MemberRecord>;
  readonly cooperativeById: RowLoader<CooperativeRecord>;
  readonly bookingById: RowLoader<BookingRecord>;
  /** The rules as the request found them; looked at once. */
  rulebook(): Promise<Rulebook>;
  /** What is free; all that a request asks at one time in two queries. */
  readonly availability: AvailabilityLoader;
  readonly memberPage: QuestionLoader<MemberPageQuestion, MemberPage>;
  readonly bookingPage: QuestionLoader<BookingPageQuestion, BookingPage>;
  readonly waitingList: QuestionLoader<WaitingListQuestion, WaitingRecord[]>;
  readonly calendarLinks: QuestionLoader<CalendarLinksQuestion, CalendarLink[]>;
  readonly freeCapacity: QuestionLoader<FreeQuestion, FreeCapacity>;
  readonly freeSubstitutes: QuestionLoader<FreeQuestion, FreeSubstitutes>;
  readonly changes: QuestionLoader<ChangesQuestion, FeedPage>;
}

interface CalendarLinksQuestion {
  /** Local id; all where null. */
  readonly resource: string | null;
}

interface MemberPageQuestion {
  readonly first: number;
  /** Local id. */
  readonly after: string | null;
}

interface BookingPageQuestion {
  readonly filter: BookingFilter;
  readonly first: number;
  readonly after: TimePlace | null;
}

interface WaitingListQuestion {
  /** Local id; all where null. */
  readonly service: string | null;
}

interface ChangesQuestion {
  readonly since: number;
  readonly first: number;
}

export interface LoadersOptions {
  readonly cooperativeId: string;
  readonly clock: Clock;
  readonly dataSource: CooperativeDataSource;
  readonly desk: BookingDesk;
  readonly rulebooks: RulebookCache;
  /** Aborted when nobody waits for the answers any more. */
  readonly signal: AbortSignal;
}

/** One request's loaders. */
export function createLoaders(options: LoadersOptions): CooperativeLoaders {
  const { cooperativeId, clock, dataSource, desk, rulebooks, signal } = options;
  let kept: Promise<Rulebook> | null = null;
  const rulebook = (): Promise<Rulebook> => (kept ??= rulebooks.load(null));
  const localId = (id: string): string | null => {
    const owned = parseOwnedId(id);
    return owned?.cooperative === cooperativeId ? owned.local : null;
  };
  const rowLoader = <Row>(
    findByKeys: FindByKeys<Row>,
    ownKey: (id: string) => string | null = localId,
  ): RowLoader<Row> => createLoader({ cooperativeId, ownKey, findByKeys, signal });
  return {
    serviceById: rowLoader((ids) => dataSource.findServices(ids)),
    memberById: rowLoader((ids) => dataSource.findMembers(ids)),
    cooperativeById: rowLoader(
      (ids) => dataSource.findCooperatives(ids),
      (id) => (id === cooperativeId ? id : null),
    ),
    bookingById: rowLoader((ids) => dataSource.bookings.findByIds(ids)),
    rulebook,
    availability: createAvailabilityLoader(desk, rulebook, signal),
    memberPage: createQuestionLoader('members', signal, ({ first, after }) =>
      dataSource.findMemberPage(first, after),
    ),
    bookingPage: createQuestionLoader('bookings', signal, ({ filter, first, after }) =>
      dataSource.staff.findPage(filter, first, after, clock.now()),
    ),
    waitingList: createQuestionLoader('waitingList', signal, ({ service }) =>
      dataSource.staff.findWaiting(service, clock.now()),
    ),
    calendarLinks: createQuestionLoader('calendarLinks', signal, ({ resource }) =>
      readLinks(dataSource.calendars, cooperativeId, resource),
    ),
    freeCapacity: createQuestionLoader('freeCapacity', signal, async (question) =>
      loadFreeCapacity(desk, await rulebook(), question, signal),
    ),
    freeSubstitutes: createQuestionLoader('freeSubstitutes', signal, async (question) =>
      loadFreeSubstitutes(desk, await rulebook(), question, signal),
    ),
    changes: createQuestionLoader('catalogueChanges', signal, ({ since, first }) =>
      dataSource.findChanges(since, first),
    ),
  };
}

type FindByKeys<Row> = (keys: readonly string[]) => Promise<(Row | null)[]>;

interface RowLoaderOptions<Row> extends Pick<LoadersOptions, 'cooperativeId' | 'signal'> {
  /** The key in the database of an id; null when the id is not this cooperative's. */
  readonly ownKey: (id: string) => string | null;
  readonly findByKeys: FindByKeys<Row>;
}

function createLoader<Row>({
  cooperativeId,
  signal,
  ownKey,
  findByKeys,
}: RowLoaderOptions<Row>): RowLoader<Row> {
  const refuse = (id: string): GraphQLError =>
    publicError('NOT_FOUND', `${cooperativeId} does not own ${shown(id)}.`);
  const loader = new DataLoader<string, Row | null>(async (ids) => {
    signal.throwIfAborted();
    const keys = ids.map((id) => ownKey(id));
    const own = keys.filter((key) => key !== null);
    const rows = own.length > 0 ? await findByKeys(own) : [];
    const rowByKey = new Map(own.map((key, index) => [key, rows[index] ?? null]));
    return ids.map((id, index) => {
      const key = keys[index] ?? null;
      return key === null ? refuse(id) : (rowByKey.get(key) ?? null);
    });
  });
  // What is no text cannot be an id, but has to be named in the refusal.
  return { load: (id) => loader.load(typeof id === 'string' ? id : `(${typeof id})`) };
}
