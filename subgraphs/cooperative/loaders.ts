import DataLoader from 'dataloader';
import type { GraphQLError } from 'graphql';
import { publicError } from '../../schema/errors.js';
import { parseOwnedId } from '../shared/ids.js';
import type { Rulebook } from './bookings/rulebook.js';
import type { RulebookCache } from './bookings/rulebook-cache.js';
import type { CooperativeDataSource } from './data-source.js';
import type { BookingRecord, CooperativeRecord, MemberRecord, ServiceRecord } from './model.js';

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
}

/** One request's loaders. */
export function createLoaders(
  cooperativeId: string,
  dataSource: CooperativeDataSource,
  rulebooks: RulebookCache,
): CooperativeLoaders {
  let rulebook: Promise<Rulebook> | null = null;
  const localId = (id: string): string | null => {
    const owned = parseOwnedId(id);
    return owned?.cooperative === cooperativeId ? owned.local : null;
  };
  return {
    serviceById: createLoader(cooperativeId, localId, (ids) => dataSource.findServices(ids)),
    memberById: createLoader(cooperativeId, localId, (ids) => dataSource.findMembers(ids)),
    cooperativeById: createLoader(
      cooperativeId,
      (id) => (id === cooperativeId ? id : null),
      (ids) => dataSource.findCooperatives(ids),
    ),
    bookingById: createLoader(cooperativeId, localId, (ids) => dataSource.bookings.findByIds(ids)),
    rulebook: () => (rulebook ??= rulebooks.load(null)),
  };
}

/** @param ownKey - The key in the database of an id; null when the id is not this cooperative's. */
function createLoader<Row>(
  cooperativeId: string,
  ownKey: (id: string) => string | null,
  findByKeys: (keys: readonly string[]) => Promise<(Row | null)[]>,
): RowLoader<Row> {
  const refuse = (id: string): GraphQLError =>
    publicError('NOT_FOUND', `${cooperativeId} does not own ${JSON.stringify(id)}.`);
  const loader = new DataLoader<string, Row | null>(async (ids) => {
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
