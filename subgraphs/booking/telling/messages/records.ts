import type {
  NotificationChannel,
  NotificationEvent,
  NotificationLanguage,
} from '../../schema.generated.js';

/** Who is told that is no cooperative; ids of cooperatives have no capitals. */
export const CUSTOMER = 'CUSTOMER';
export const COORDINATOR = 'COORDINATOR';

export const SUBJECT_KINDS = ['order', 'request', 'cooperative'] as const;

/** What a message is about. */
export interface Subject {
  readonly kind: (typeof SUBJECT_KINDS)[number];
  readonly id: string;
}

export const MESSAGE_STATES = ['DUE', 'DELIVERED', 'LEFT_OUT', 'DEAD'] as const;

/**
 * Something that one receiver is to be told on one way. What it says is made of the record that it is about when it is delivered, as that is
 * then: the message itself names nobody.
 */
export interface MessageRecord {
  /** `<entry>.<receiver>.<channel>`, the same whoever makes it; a webhook's `webhook-id`. */
  readonly _id: string;
  readonly event: NotificationEvent;
  /** A cooperative's id, CUSTOMER or COORDINATOR. */
  readonly receiver: string;
  readonly channel: NotificationChannel;
  readonly subject: Subject;
  readonly legs: readonly number[];
  readonly offer: string | null;
  /** When it happened, by the network's clock. */
  readonly at: Date;
  /** LEFT_OUT: there is nobody to tell any more, or it was taken off the list. DEAD: it was given up. */
  readonly state: (typeof MESSAGE_STATES)[number];
  /** Messages of one lane are delivered by the same server. */
  readonly lane: string;
  /** Real time from which it is tried. */
  readonly triedFrom: Date;
  /** How often it was begun. */
  readonly attempts: number;
  /** Real time of the next attempt; while somebody is at it, when others may take it. Null once it has ended. */
  readonly dueAt: Date | null;
  readonly isTaken: boolean;
  /** How the last attempt ended, in our own words; null before. */
  readonly reason: string | null;
  /** Real time; null while it is DUE. */
  readonly endedAt: Date | null;
}

/** Where and of what a cooperative wants to be told. */
export interface AddressRecord {
  /** The cooperative. */
  readonly _id: string;
  /** Counts the changes. */
  readonly version: number;
  readonly webhookUrl: string | null;
  /** `whsec_…`; null without a `webhookUrl`. Never logged, and given out once. */
  readonly secret: string | null;
  /** `hashKey` of the command that made it. */
  readonly secretKeyHash: string | null;
  /** The one before, with which is signed too. */
  readonly oldSecret: string | null;
  /** Real time; null where there is no old one. */
  readonly oldSecretUntil: Date | null;
  readonly email: string | null;
  readonly language: NotificationLanguage;
  readonly events: readonly NotificationEvent[];
  /** By the network's clock. */
  readonly changedAt: Date;
  /** The latest commands, oldest first. */
  readonly commands: readonly AddressCommandRecord[];
}

export interface AddressCommandRecord {
  readonly keyHash: string;
  readonly bodyHash: string;
}

/** What customers were sent at one address within an hour. */
export interface MailedRecord {
  /** The hour, and a keyed hash of the address. */
  readonly _id: string;
  /** Ids. */
  readonly messages: readonly string[];
  /** Real time at which it is forgotten. */
  readonly until: Date;
}
