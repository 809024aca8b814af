import type { OrderDetails } from '../../../shared/order-details/order-details.js';
import type { BuyerRecord } from '../../store/records.js';
import type { WhyNobody } from '../candidates/candidates.js';
import type { OutboxEntry } from '../../store/outbox.js';
import type { Refusal } from '../../store/refusal.js';
import type { OrderChannel, WorkOfferState, WorkRequestState } from '../../schema.generated.js';

/** Characters of what is asked for. */
export const LONGEST_WHAT = 1_000;

/** How far an offer that was said yes to has become an order. */
export interface OfferBooking {
  /** Begins the idempotency keys of its orders; hard to guess, and told to nobody. */
  readonly key: string;
  /** From 1; each one that surely had no effect is followed by another. */
  readonly attempt: number;
  /** Whether this attempt may have had an effect already. */
  readonly isUnderWay: boolean;
  /** The order, once it is known that there is one. */
  readonly order: string | null;
}

/** A request as one cooperative was offered it. */
export interface WorkOfferRecord {
  /** Random. */
  readonly id: string;
  readonly cooperative: string;
  /** Public id of the service with which it could do it. */
  readonly service: string;
  /** Whether its lead time or hours are in the way, so that only a spoken yes books it; absent counts as false. */
  readonly needsSpokenYes?: boolean;
  /** Whether its system did not answer when it was offered, and so may not tell its people; absent counts as false. */
  readonly isUnheard?: boolean;
  /** PENDING from the moment at which somebody said yes until the order stands or is refused: at most one at a time. */
  readonly state: WorkOfferState;
  /** Whether it was said that little time is left for an answer; absent counts as false. */
  readonly isWarned?: boolean;
  /** From 1. */
  readonly round: number;
  /** Real time. */
  readonly offeredAt: Date;
  /** Real time. */
  readonly deadline: Date;
  readonly answeredAt: Date | null;
  readonly isSpoken: boolean;
  readonly note: string | null;
  /** Of a note of ours, what it is made of, as `partsOf` has it; null or absent of what people wrote. */
  readonly noteSaid?: string | null;
  /** Null until somebody says yes. */
  readonly booking: OfferBooking | null;
}

/** A command that was decided, so that its repetition has no effect and is answered the same. */
export interface RequestCommandRecord {
  /** `hashKey` of its idempotency key. */
  readonly key: string;
  /** `hashBody` of its kind and input. */
  readonly body: string;
  /** Which offer it was about; null when about none. */
  readonly offer: string | null;
  /** What it was answered; empty when it had an effect. */
  readonly refusals: readonly Refusal[];
  /** Whether its caller is answered only when the booking is made or refused: a refusal of that is its answer. */
  readonly isAwaiting?: boolean;
}

/** Work that somebody asked for, whole with its offers: each change replaces the document if its version is still the same. */
export interface WorkRequestRecord {
  /** Random. */
  readonly _id: string;
  /** Counts the changes. */
  readonly version: number;
  readonly reference: string;
  readonly state: WorkRequestState;
  readonly what: string;
  /** Without check digits; empty when the words of `what` are searched for. */
  readonly cpv: readonly string[];
  readonly municipality: string;
  readonly start: Date;
  readonly minutes: number;
  readonly quantity: number;
  readonly channel: OrderChannel;
  /** Kept from cooperatives until one of them has taken it. */
  readonly caller: BuyerRecord;
  /** What the order of it is to say beside what and when, kept likewise; null or absent where nothing, and once the caller was forgotten. */
  readonly details?: OrderDetails | null;
  /** Who made it, signed in, as `makerOf` has it; null for the public, and once the caller was forgotten. Absent counts as null. */
  readonly maker?: string | null;
  readonly roundSize: number;
  readonly answerMinutes: number;
  /** Number of the latest round, from 1; 0 before the first. */
  readonly round: number;
  /** In the order of offering. */
  readonly offers: readonly WorkOfferRecord[];
  /** The order that was made of it. */
  readonly order: string | null;
  readonly outcome: string | null;
  /** Of an outcome of ours, what it is made of, as `partsOf` has it; null or absent of what people wrote. */
  readonly outcomeSaid?: string | null;
  /** In English. */
  readonly problem: string | null;
  /** What `problem` is made of, as `partsOf` has it; null or absent where it can be told in English alone. */
  readonly said?: string | null;
  /** Why nobody could be offered it when somebody was looked for last; null or absent where somebody was, or could be by a yes on the phone. */
  readonly whyNobody?: WhyNobody | null;
  /** By the network's clock. */
  readonly createdAt: Date;
  /** Real time, by which requests are listed: a stopped clock would make them all equally old. */
  readonly recordedAt: Date;
  /** Real time at which the next round or the pending booking is taken up, by whoever comes first; null when there is neither. */
  readonly nextTryAt: Date | null;
  readonly secretHash: string;
  readonly sealedSecret: string;
  /** The first one made it. */
  readonly commands: readonly RequestCommandRecord[];
  /** What others are still to be told, oldest first; absent counts as empty. */
  readonly outbox?: readonly OutboxEntry[];
}
