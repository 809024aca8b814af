import type { BookingRow } from '../../shared/network-file/index.js';
import type { OrderDetails } from '../../shared/order-details/order-details.js';
import type { UnitPrice } from '../../shared/words/money.js';
import type { BookingEventKind } from '../schema.generated.js';

/** As it is stored; a hold that has run out may still be stored as HELD: `stateOf` tells. */
export type StoredState = BookingRow['state'];

export interface BookingEventRecord {
  at: Date;
  kind: BookingEventKind;
  /** Start and end from then on. */
  startsAt: Date;
  endsAt: Date;
}

/** Of which order of the network a booking is a part. */
export interface OrderPart {
  /** The network's id of the order. */
  id: string;
  /** What people call it by. */
  reference: string;
  /** Number of the leg, from 0. */
  leg: number;
  /** Local id of the only resource that was asked for; null when any would do. */
  resource: string | null;
  /** The sealed name by which that was asked for, until the leg is confirmed: what is held by it tells no other. Absent where there is none. */
  sealed?: string;
  /** No part of the leg any more: it was moved to other resources, or held anew after it had ended. */
  isReplaced: boolean;
}

/** For whom. Personal data. */
export interface CustomerRecord {
  name: string;
  phone: string | null;
  email: string | null;
  municipality: string;
  /** What the order says beside what and when; null or absent where that is nothing. */
  details?: OrderDetails | null;
}

/** Where a booking comes from. Those of the hub are never changed by an import. */
export const BOOKING_ORIGINS = ['file', 'hub'] as const;

/** A time for which one resource is taken. A leg of an order has one, or several where it is spread. */
export interface BookingRecord {
  /** Local id. */
  _id: string;
  /** Local ids. */
  service: string;
  resource: string;
  startsAt: Date;
  endsAt: Date;
  quantity: number;
  state: StoredState;
  /** Null when it is no hold, and for holds of a file, which do not run out. */
  expiresAt: Date | null;
  origin: (typeof BOOKING_ORIGINS)[number];
  /** Null for those of a file. */
  order: OrderPart | null;
  /** Null until it is confirmed, and for those of a file. */
  customer: CustomerRecord | null;
  /** Null until it is completed. */
  deliveredMinutes: number | null;
  /** What a unit cost when the leg was agreed; null for those of a file. */
  price: UnitPrice | null;
  /** Whether the owner had said yes to it, so that lead time and hours did not count; absent counts as false. */
  isAgreed?: boolean;
  /** Oldest first; only ever added to. */
  history: BookingEventRecord[];
}

/** A leg that waits for places, or did. It is deleted when it becomes a booking. */
export interface WaitingRecord {
  _id: string;
  order: OrderPart;
  service: string;
  startsAt: Date;
  endsAt: Date;
  quantity: number;
  /** Null once it was called off. */
  customer: CustomerRecord | null;
  price: UnitPrice;
  /** CANCELLED leaves the line but keeps the leg readable. One whose start has passed waits no more either. */
  state: 'REQUESTED' | 'CANCELLED';
  since: Date;
  /** Rises among those of one `since`. */
  turn: number;
}

/** What transactions that could take the same places all write, so that any two of them conflict. */
export interface GuardRecord {
  /** `resource:w1`, `service:siivous`. */
  _id: string;
  writes: number;
}

/** What was answered to a command; kept in the transaction that has the effect. */
export interface AnswerRecord {
  /** `key:` and the idempotency key. */
  _id: string;
  /** Of the command's name and input. */
  hash: string;
  answer: unknown;
  at: Date;
}

/** An order that was heard of here. Every hold and every release of all of it write it, so that they conflict. */
export interface OrderNoteRecord {
  /** `order:` and the order's id. */
  _id: string;
  /** Released or cancelled as a whole: a hold that arrives later is refused. */
  isClosed: boolean;
  writes: number;
  at: Date;
}

/** Closures that were imported from a resource's own calendar. */
export interface CalendarRecord {
  /** Local id of the resource. */
  _id: string;
  /** Wall times, "2027-03-10T12:00". */
  closures: { from: string; to: string }[];
}
