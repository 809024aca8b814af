import type { NOT_BOOKABLE_REASONS, WEEKDAYS } from '../../shared/words/closed-sets.js';
import type { LocalizedText } from '../../shared/words/localized.js';
import type {
  CooperativeFile,
  MemberRow,
  ResourceRow,
  ServiceRow,
} from '../../shared/network-file/index.js';

export type {
  BookingEventRecord,
  BookingRecord,
  CalendarRecord,
  GuardRecord,
  WaitingRecord,
} from './booking-records.js';

/** A row as the network file has it, under its local id: `siivous`, not `karhu:siivous`. */
type Stored<Row extends { readonly id: string }> = Omit<Row, 'id'> & { _id: string };

/** What one database is. There is one of it in each. */
export interface MetaRecord {
  _id: 'meta';
  /** Whose database this is. */
  cooperative: string;
  /** Random; names the history that the revisions belong to. */
  epoch: string;
  /** The latest revision of the change feed. */
  revision: number;
  /**
   * Random, another with every transaction that changes rows: names the state of the rules. A counter would name two of them alike
   * after a primary has lost its last writes. Missing where nothing has changed since databases had a counter.
   */
  rules?: string;
  /** The server's own id of this collection when the epoch began; a restored dump comes with another. Null: it has none. */
  collectionId: string | null;
  /** Secret, random: of it the keys of workers' calendar links are made. Missing until there was one. */
  linkSecret?: string;
  /** Secret, random: with it resources are given sealed names. Missing in one that was made without, until it is opened. */
  sealSecret?: string;
}

type ProfileRow = Omit<
  CooperativeFile,
  '$schema' | 'members' | 'resources' | 'services' | 'bookings' | 'calendars' | 'hub'
>;

/** The cooperative's profile; its id is the slug. */
export interface CooperativeRecord extends Stored<ProfileRow> {
  revision: number;
  updatedAt: Date;
}

export type MemberRecord = Stored<MemberRow>;
export type ResourceRecord = Stored<ResourceRow>;

export interface StoredPrice {
  /** Cents or öre. */
  netMinor: number;
  /** Hundredths of a per cent. */
  vatHundredths: number;
  currency: ServiceRow['price']['currency'];
}

/** Weekly hours on one day, `HH:MM` to `HH:MM`, in the cooperative's zone. */
export interface OpeningHoursRecord {
  weekday: (typeof WEEKDAYS)[number];
  from: string;
  to: string;
  /** First and last day, `YYYY-MM-DD`; null is unlimited. */
  validFrom: string | null;
  validTo: string | null;
}

/** By which rules a service is booked. */
export interface BookingRulesRecord {
  minMinutes: number;
  gridMinutes: number;
  leadTimeMinutes: number;
  /** Null for what is no course. */
  courseMinutes: number | null;
  /** By weekday and time. */
  openingHours: OpeningHoursRecord[];
}

/** What the network sees of a service. Nothing in it needs another row to be read. */
export interface Listing extends Pick<
  ServiceRow,
  'kind' | 'title' | 'description' | 'cpv' | 'unit' | 'images'
> {
  /** Missing in what was stored before there were any, until the database is opened. */
  booking?: BookingRulesRecord;
  /** Null, or missing likewise, where it can be booked. */
  notBookableBecause?: (typeof NOT_BOOKABLE_REASONS)[number] | null;
  /** Languages of title and description, the owner's first language first. */
  languages: string[];
  municipalities: string[];
  price: StoredPrice;
}

/** A picture of a service, or a logo, with what its text falls back to. */
export interface ImageParent {
  readonly url: string;
  readonly alt: LocalizedText;
  /** Languages of its texts, the owner's first language first. */
  readonly languages: readonly string[];
}

/** What can still be booked of a service, coarsely, for the network's catalogue. */
export interface CapacitySummary {
  /** The first day, `YYYY-MM-DD`, in the cooperative's zone. */
  from: string;
  /** The shortest booking. */
  minMinutes: number;
  /** One entry a day: the longest booking of one place that may begin on it; 0 when none may. */
  longestMinutes: number[];
}

/** A service in the change feed. */
export interface FeedEntry {
  /** As it is, or was when it was withdrawn. */
  listing: Listing;
  /** As it was last worked out; missing or null until then. */
  capacity?: CapacitySummary | null;
  revision: number;
  /** When the listing last changed, or was published or withdrawn. */
  updatedAt: Date;
  /** Null while it is published. */
  withdrawnAt: Date | null;
}

/** A service as its owner has it, and what the network sees of it. */
export interface ServiceRecord extends Omit<Stored<ServiceRow>, 'price' | 'published'> {
  price: StoredPrice;
  isPublished: boolean;
  /** Dropped by an import: kept for the feed and for what refers to it, in no export. */
  isRemoved: boolean;
  /** Null when it was never published: the network has never seen it. */
  feed: FeedEntry | null;
}
