import type { HubRecords } from './file-hub.js';
import type {
  BookingRecord,
  CalendarRecord,
  CooperativeRecord,
  MemberRecord,
  ResourceRecord,
  ServiceRecord,
} from '../store/records.js';

/** All that one database holds of its cooperative. */
export interface Snapshot {
  /** Null before the first import. */
  readonly cooperative: CooperativeRecord | null;
  readonly members: readonly MemberRecord[];
  readonly resources: readonly ResourceRecord[];
  readonly services: readonly ServiceRecord[];
  readonly bookings: readonly BookingRecord[];
  readonly calendars: readonly CalendarRecord[];
  /** On an import only what the file names of it. */
  readonly hub: HubRecords;
}
