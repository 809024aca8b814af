import type { RowChanges, Fate, RowPlan } from './row-plan.js';
import type { Snapshot } from './snapshot.js';
import { isDeepStrictEqual } from 'node:util';
import type { CooperativeFile, Fault } from '../../shared/network-file/index.js';
import type { HubRecords } from './file-hub.js';
import { planBookings } from './import-bookings.js';
import { planHub } from './import-hub.js';
import { findUnplaced, type UnplacedBooking } from './unplaced.js';
import { nextFeedEntry, Revisions } from '../listing/feed-entry.js';
import {
  fileRow,
  profileOfFile,
  profileRow,
  removedServiceRow,
  serviceRow,
  storedRow,
  storedService,
} from './file-rows.js';
import { createListing } from '../listing/listing.js';
import type {
  BookingRecord,
  CalendarRecord,
  CooperativeRecord,
  MemberRecord,
  ResourceRecord,
  ServiceRecord,
} from '../store/records.js';

/** How the rows of one type differ. */
export interface ImportCount {
  readonly type: 'cooperative' | 'members' | 'resources' | 'services' | 'bookings';
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** What an import has done, or would do. */
export interface ImportReport {
  readonly counts: readonly ImportCount[];
  /** Bookings of orders that the file has otherwise: they stay as they are. */
  readonly kept: readonly BookingRecord[];
  /** Bookings of orders that have no place by the file any more. They stand. */
  readonly unplaced: readonly UnplacedBooking[];
}

/** What an import will do; nothing is written yet. */
export interface ImportPlan {
  readonly report: ImportReport;
  readonly hasWrites: boolean;
  /** The latest revision afterwards; each row of the feed that changes takes one of its own. */
  readonly revision: number;
  readonly cooperatives: RowChanges<CooperativeRecord>;
  readonly members: RowChanges<MemberRecord>;
  readonly resources: RowChanges<ResourceRecord>;
  readonly services: RowChanges<ServiceRecord>;
  readonly bookings: RowChanges<BookingRecord>;
  readonly calendars: RowChanges<CalendarRecord>;
  readonly hub: HubRecords;
  /** Why it must not be done. */
  readonly faults: readonly Fault[];
}

/**
 * Finds what has to be written for the database to hold what the file says.
 * @param revision - The latest revision so far.
 */
export function planImport(
  current: Snapshot,
  file: CooperativeFile,
  revision: number,
  now: Date,
): ImportPlan {
  const revisions = new Revisions(revision, now);
  const profile = planProfile(current.cooperative, file, revisions);
  const members = planRows(current.members, file.members.map(storedRow));
  const resources = planRows(current.resources, file.resources.map(storedRow));
  const services = planServices(current, file, revisions);
  const bookings = planBookings(current, file, now);
  const calendars = planCalendars(current, file);
  const hub = planHub(current.hub, bookings.after, file);
  const counts = [
    { type: 'cooperative', ...count(profile.fates) },
    { type: 'members', ...count(members.fates) },
    { type: 'resources', ...count(resources.fates) },
    { type: 'services', ...count(services.fates) },
    { type: 'bookings', ...count(bookings.fates) },
  ] as const;
  const further =
    calendars.replaced.length + hub.waiting.length + hub.orders.length + hub.answers.length;
  return {
    report: { counts, kept: bookings.kept, unplaced: findUnplaced(bookings.after, file, now) },
    hasWrites:
      further > 0 || counts.some(({ added, changed, removed }) => added + changed + removed > 0),
    revision: revisions.latest,
    cooperatives: profile,
    members,
    resources,
    services,
    bookings,
    calendars,
    hub,
    faults: [...bookings.faults, ...hub.faults],
  };
}

function count(fates: readonly Fate[]): Record<Fate, number> {
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  for (const fate of fates) counts[fate] += 1;
  return counts;
}

function planProfile(
  stored: CooperativeRecord | null,
  file: CooperativeFile,
  revisions: Revisions,
): RowPlan<CooperativeRecord> {
  const profile = profileOfFile(file);
  if (stored && isDeepStrictEqual(profileRow(stored), profile)) {
    return { replaced: [], deletedIds: [], fates: ['unchanged'] };
  }
  return {
    replaced: [{ ...storedRow(profile), revision: revisions.next(), updatedAt: revisions.now }],
    deletedIds: [],
    fates: [stored ? 'changed' : 'added'],
  };
}

function planRows<Row extends { readonly _id: string }>(
  stored: readonly Row[],
  wanted: readonly Row[],
): RowPlan<Row> {
  const storedById = new Map(stored.map((row) => [row._id, row]));
  const wantedIds = new Set(wanted.map((row) => row._id));
  const fateOf = (row: Row): Fate => {
    const before = storedById.get(row._id);
    if (!before) return 'added';
    return isDeepStrictEqual(fileRow(before), fileRow(row)) ? 'unchanged' : 'changed';
  };
  const fates = wanted.map(fateOf);
  const deletedIds = stored.map((row) => row._id).filter((id) => !wantedIds.has(id));
  return {
    replaced: wanted.filter((_row, index) => fates[index] !== 'unchanged'),
    deletedIds,
    fates: [...fates, ...deletedIds.map(() => 'removed' as const)],
  };
}

/** Closures of resources' own calendars that an export has. Those that are here are newer. */
function planCalendars(
  { calendars }: Snapshot,
  { calendars: wanted = [] }: CooperativeFile,
): RowChanges<CalendarRecord> {
  const known = new Set(calendars.map(({ _id }) => _id));
  const rows = wanted.map(({ resource, closures }) => ({ _id: resource, closures }));
  return { replaced: rows.filter(({ _id }) => !known.has(_id)), deletedIds: [] };
}

function planServices(
  { services: stored, bookings, hub }: Snapshot,
  file: CooperativeFile,
  revisions: Revisions,
): RowPlan<ServiceRecord> {
  const resourceIds = new Set(file.resources.map(({ id }) => id));
  const named = new Set([...bookings, ...hub.waiting].map(({ service }) => service));
  const rowOf = (service: ServiceRecord) =>
    service.isRemoved ? removedServiceRow(service, resourceIds) : serviceRow(service);
  const hoursById = new Map(file.resources.map(({ id, hours }) => [id, hours]));
  const hoursOf = (id: string) => hoursById.get(id) ?? [];
  const storedById = new Map(stored.map((service) => [service._id, service]));
  const replaced: ServiceRecord[] = [];
  const deletedIds: string[] = [];
  const fates: Fate[] = [];
  for (const row of file.services) {
    const before = storedById.get(row.id) ?? null;
    const after = storedService(row);
    const listing = after.isPublished ? createListing(after, file, hoursOf) : null;
    const feed = nextFeedEntry(before?.feed ?? null, listing, revisions);
    // A removed service is in the file because its bookings were exported with it: it stays removed.
    const isSame =
      before !== null &&
      (!before.isRemoved || named.has(before._id)) &&
      feed === before.feed &&
      isDeepStrictEqual(rowOf(before), row);
    if (!isSame) replaced.push({ ...after, isRemoved: false, feed });
    fates.push(isSame ? 'unchanged' : before && !before.isRemoved ? 'changed' : 'added');
  }
  const wantedIds = new Set(file.services.map(({ id }) => id));
  for (const service of stored) {
    if (wantedIds.has(service._id) || service.isRemoved) continue;
    fates.push('removed');
    if (service.feed === null && !named.has(service._id)) deletedIds.push(service._id);
    else {
      const feed = nextFeedEntry(service.feed, null, revisions);
      replaced.push({ ...service, isPublished: false, isRemoved: true, feed });
    }
  }
  return { replaced, deletedIds, fates };
}
