import { DATE, listOf, oneOf, orNull, part, TEXT, whole } from '../../shared/mongo/schema-parts.js';
import { namesOf } from '../../shared/words/closed-sets.js';
import type { NotificationEvent } from '../schema.generated.js';

export const NOTIFICATION_EVENTS = namesOf<NotificationEvent>({
  COOPERATIVE_UNREACHABLE: true,
  OFFER_EXPIRING: true,
  OFFER_MADE: true,
  OFFER_TAKEN: true,
  ORDER_CANCELLED: true,
  ORDER_CONFIRMED: true,
  ORDER_MOVED: true,
  ORDER_PLACE_GIVEN: true,
});

/** Something that others are to be told, written in the same step as what happened. It names nobody. */
export interface OutboxEntry {
  /** `<record>.<version>.<number>`: the same whoever writes that version. */
  readonly id: string;
  readonly event: NotificationEvent;
  /** By the network's clock. */
  readonly at: Date;
  /** Numbers of the legs of an order that are meant; empty for an offer. */
  readonly legs: readonly number[];
  /** The offer that is meant; null for an order. */
  readonly offer: string | null;
}

export const TOLD_STATES = ['OPEN', 'WAITING', 'AGREED', 'OVER'] as const;

/** How a leg stands as far as others were told. OPEN: nothing is agreed; OVER: nothing will be any more. */
export interface ToldLeg {
  readonly state: (typeof TOLD_STATES)[number];
  readonly start: Date;
}

export const outboxEntry = part<OutboxEntry>({
  id: TEXT,
  event: oneOf(NOTIFICATION_EVENTS),
  at: DATE,
  legs: listOf(whole(0)),
  offer: orNull(TEXT),
});

export const toldLeg = part<ToldLeg>({ state: oneOf(TOLD_STATES), start: DATE });
