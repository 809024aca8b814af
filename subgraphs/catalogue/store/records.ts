import type { COOPERATIVE_STATUSES, SOURCE_STATES } from '../../shared/words/closed-sets.js';
import type { CpvListEntry } from '../../shared/words/cpv.js';
import type { MunicipalityEntry } from '../../shared/words/municipality.js';
import type { CapacitySummary, CooperativeListing, FollowedService } from './listing.js';

export type CooperativeStatus = (typeof COOPERATIVE_STATUSES)[number];
export type SourceState = (typeof SOURCE_STATES)[number];

/** Where a cooperative stands, and how far the copy of its listing can be trusted. */
export interface Standing {
  readonly status: CooperativeStatus;
  /** For people; null when there is nothing to explain. */
  readonly reason: string | null;
  readonly since: Date;
  readonly state: SourceState;
  readonly stateReason: string | null;
  /** What the endpoint itself wrote where that went wrong, if anything: for the coordinator only. */
  readonly stateDetail?: string | null | undefined;
  /** When the copy last equalled the cooperative's own data; null when it never did. */
  readonly syncedAt: Date | null;
}

/**
 * What came into the feed after the first endpoints answered it, in the order in which it came: what can be booked, by which rules, and
 * what a cooperative says of itself. An endpoint knows all of a part or is read without it.
 */
export const FEED_PARTS = ['capacity', 'booking', 'presentation'] as const;
export type FeedPart = (typeof FEED_PARTS)[number];

/** How far a cooperative's feed was read. */
export interface FeedPosition {
  readonly epoch: string;
  /** Of the last row stored. */
  readonly revision: number;
  /** Names one reading from the start; every row carries the reading that saw it last. */
  readonly reading: string;
  /** Whether this reading has reached the feed's end once; until then rows of the reading before it stay. */
  readonly isComplete: boolean;
  /**
   * The newer parts of a feed with which every row of this reading came. An endpoint of an older contract knows nothing of some. Missing
   * in what an earlier release has stored.
   */
  readonly parts?: readonly FeedPart[];
  /** As an earlier release has it: whether `capacity` was among them. */
  readonly hasSummaries?: boolean;
}

/** The public part of an Ed25519 key (RFC 8037). */
export interface RegisteredKey {
  readonly kid: string;
  /** 32 octets in base64url. */
  readonly x: string;
}

/** One cooperative of the network. Never deleted: what has left is marked so. */
export interface RegistrationRecord extends Standing {
  readonly _id: string;
  /** Full address of its GraphQL endpoint. */
  readonly url: string;
  /** With which it signs; null, or missing in what was stored before there were any, where it signs nothing. */
  readonly publicKey?: RegisteredKey | null;
  readonly position: FeedPosition | null;
  /** Whether its endpoint knows how to be booked; null, or missing in what an earlier release has stored, until it was asked. */
  readonly takesBookings?: boolean | null;
  /** How many services are stored of it, withdrawn ones included. */
  readonly serviceCount: number;
  readonly profile: CooperativeListing | null;
  readonly sequence: number;
}

export interface ServiceRecord extends Omit<
  FollowedService,
  'id' | 'capacity' | 'booking' | 'notBookableBecause'
> {
  readonly _id: string;
  // Missing in what was stored before there was any.
  readonly capacity?: CapacitySummary | null;
  readonly booking?: FollowedService['booking'];
  readonly notBookableBecause?: FollowedService['notBookableBecause'];
  /** When its owner says that it last changed; tells whether a row that is read again is another. */
  readonly ownerUpdatedAt: Date;
  readonly reading: string;
  readonly sequence: number;
}

/** An official list as it was imported, whole; laid over what ships with the project. */
export interface ListRecord {
  readonly _id: ListName;
  /** Of the file it came from, so that the same file is not imported again. */
  readonly digest: string;
  readonly cpv: readonly CpvListEntry[];
  readonly municipalities: readonly MunicipalityEntry[];
  readonly sequence: number;
}
export const LIST_NAMES = ['cpv', 'municipalities_fi', 'municipalities_se'] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** The one document that numbers every stored change. */
export interface CounterRecord {
  readonly _id: 'changes';
  /** Rises with every transaction that changes anything; what it wrote carries the number. */
  readonly sequence: number;
  /** Rises with every change of membership, address, status, state or reason. */
  readonly registryRevision: number;
  /** The latest `updatedAt` of any service; each transaction that changes services gives them a later one. */
  readonly updatedAt: Date;
}

/** Which process follows the feeds. */
export interface LeaseRecord {
  readonly _id: 'feed';
  readonly holder: string;
  readonly expiresAt: Date;
  /** When the copy of each fresh cooperative last equalled its data; written with each renewal. */
  readonly syncedAt: Readonly<Record<string, Date>>;
}
