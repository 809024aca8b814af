import type { LocalizedText } from '../shared/localized.js';
import type {
  BookingRow,
  CooperativeFile,
  MemberRow,
  ResourceRow,
  ServiceRow,
} from '../shared/network-file/index.js';

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
  /** Rises with every transaction that writes, so that any two of them conflict and run one after the other. */
  writes: number;
  /** The server's own id of this collection when the epoch began; a restored dump comes with another. Null: it has none. */
  collectionId: string | null;
}

type ProfileRow = Omit<CooperativeFile, 'members' | 'resources' | 'services' | 'bookings'>;

/** The cooperative's profile; its id is the slug. */
export interface CooperativeRecord extends Stored<ProfileRow> {
  revision: number;
  updatedAt: Date;
}

export type MemberRecord = Stored<MemberRow>;
export type ResourceRecord = Stored<ResourceRow>;
export type BookingRecord = Stored<BookingRow>;

interface StoredPrice {
  /** Cents or öre. */
  netMinor: number;
  /** Hundredths of a per cent. */
  vatHundredths: number;
  currency: ServiceRow['price']['currency'];
}

/** What the network sees of a service. Nothing in it needs another row to be read. */
export interface Listing extends Pick<
  ServiceRow,
  'kind' | 'title' | 'description' | 'cpv' | 'unit' | 'images'
> {
  /** Languages of title and description, the owner's first language first. */
  languages: string[];
  municipalities: string[];
  price: StoredPrice;
}

/** A picture of a service, with what its text falls back to. */
export interface ImageParent {
  readonly url: string;
  readonly alt: LocalizedText;
  /** Languages of the service's texts, the owner's first language first. */
  readonly languages: readonly string[];
}

/** A service in the change feed. */
export interface FeedEntry {
  /** As it is, or was when it was withdrawn. */
  listing: Listing;
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
