import type { OrderDetails } from '../../shared/order-details/order-details.js';
import type { LocalizedText } from '../../shared/words/localized.js';
import type { OutboxEntry, ToldLeg } from './outbox.js';
import type { Refusal } from './refusal.js';
import type {
  BookingState,
  CurrencyCode,
  LegDisagreement,
  OrderChannel,
  OrderPolicy,
  OrderState,
  PriceUnit,
  UserErrorCode,
} from '../schema.generated.js';

/** How a leg's owner has it otherwise than the order. */
export type Disagreement = LegDisagreement;

/** Characters of a name. */
export const LONGEST_NAME = 200;

/** Who orders. Personal data: never logged. */
export interface BuyerRecord {
  readonly name: string;
  readonly municipality: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly organisationId: string | null;
}

/** One line of a quote, as the owner wrote it. */
export interface QuoteLineRecord {
  readonly units: string;
  readonly unit: PriceUnit;
  readonly unitNet: string;
  readonly net: string;
  readonly vatRate: string;
  readonly vat: string;
  readonly gross: string;
}

/** What a leg costs. Amounts in minor units (cents, öre). */
export interface QuoteRecord {
  readonly netMinor: number;
  readonly vatMinor: number;
  readonly grossMinor: number;
  readonly currency: CurrencyCode;
  readonly lines: readonly QuoteLineRecord[];
}

export interface CostShareRecord {
  readonly cooperative: string;
  /** As the buyer wrote it, such as `33.33`. */
  readonly percent: string;
}

/** What one unit of a leg costs by an agreement, without value added tax. */
export interface AgreedPriceRecord {
  /** Minor units. */
  readonly netMinor: number;
  readonly unit: PriceUnit;
  readonly currency: CurrencyCode;
}

/** One leg; its number is its place in the order. Its cooperative is the owner of `serviceId`. */
export interface OrderLegRecord {
  readonly serviceId: string;
  /** `<cooperative>:<resource>`; null for any. */
  readonly resourceId: string | null;
  readonly start: Date;
  readonly minutes: number;
  readonly quantity: number;
  readonly costShares: readonly CostShareRecord[];
  /** Null or absent where the service's own price counts. */
  readonly agreedPrice?: AgreedPriceRecord | null;
  /** As last known; REQUESTED until the owner has answered. */
  readonly state: BookingState;
  /** When the owner last said so. */
  readonly stateAsOf: Date | null;
  /**
   * When the owner first said yes or no, by the network's clock; null or absent before, where it was refused by a rule that who ordered
   * has not kept, and in orders of earlier releases.
   */
  readonly answeredAt?: Date | null;
  /** Until when it is held. */
  readonly expiresAt: Date | null;
  /** Public ids of its bookings. */
  readonly bookings: readonly string[];
  /** Person-minutes, as its owner reported them; null or absent until it is completed, and where that is not told. */
  readonly deliveredMinutes?: number | null;
  readonly quote: QuoteRecord | null;
  /** Name of the service as it was when ordered. */
  readonly title: LocalizedText | null;
  /** Of the owner's texts, its first language first. */
  readonly languages: readonly string[];
  readonly waitingPosition: number | null;
  /** In English. */
  readonly problem: string | null;
  /** What `problem` is made of, as `partsOf` has it; null or absent where it can be told in English alone. */
  readonly said?: string | null;
  /** Zone of its owner's clocks, by which its times are told; null or absent where that was not known when it was ordered. */
  readonly timeZone?: string | null;
  /** What a person has to see to; null or absent while its owner agrees, or has not been asked. */
  readonly disagreement?: Disagreement | null;
  /** The start that was agreed, while its owner has it at another; null or absent while that is the same. */
  readonly agreedStart?: Date | null;
  /** When its owner was asked by itself to confirm it or to call it off once more; that is done once. */
  readonly reconciledAt?: Date | null;
}

/** What a command does to an order. The first three make one. */
export type Act =
  | 'hold'
  | 'place'
  | 'enrol'
  | 'confirm'
  | 'extend'
  | 'move'
  | 'cancel'
  | 'cancelLeg'
  | 'changeSeries';

/** What is asked of the owners at this moment. */
export type TaskStep = 'hold' | 'enrol' | 'confirm' | 'extend' | 'move' | 'change' | 'cancel';

/** The weekly visits of an order, as they go on. */
export interface SeriesRecord {
  readonly everyWeeks: number;
  /** From which the visits that are added are counted, at its weekday and hour; itself one of them or not. */
  readonly start: Date;
  /** Of visits that are added. */
  readonly minutes: number;
  /** Last day in the owner's zone, `YYYY-MM-DD`, included. */
  readonly until: string;
}

/** What a leg is to become. */
export interface LegChangeRecord {
  readonly leg: number;
  readonly start: Date;
  readonly minutes: number;
}

/** A command that is being carried out. */
export interface TaskRecord {
  readonly act: Act;
  readonly step: TaskStep;
  /** The order's version when it began: tells its questions to owners from those of other commands. */
  readonly number: number;
  /** Of the command that it carries out; null when that made the order. */
  readonly keyHash: string | null;
  /** Of `move` and `cancelLeg`. */
  readonly leg: number | null;
  /** Of `move`: the new start. */
  readonly start: Date | null;
  /** Of `extend`: for how long from now; absent of other acts, and in tasks of earlier releases. */
  readonly minutes?: number;
  /** Of `changeSeries`: the legs that are meant, rising; null or absent of other acts. */
  readonly legs?: readonly number[] | null;
  /** Of `changeSeries` that moves them or makes them longer or shorter: what they become; null or absent otherwise. */
  readonly changes?: readonly LegChangeRecord[] | null;
  /** Of `changeSeries`: whether what cannot be had is left as it is; absent counts as false. */
  readonly isEachForItself?: boolean;
  /** Of `changeSeries`: what the series is once that is done; null or absent of other acts. */
  readonly series?: SeriesRecord | null;
  /** Cooperatives that have not answered yet. */
  readonly open: readonly string[];
  readonly refusals: readonly Refusal[];
}

/** What is asked until it is answered. `confirm`: an owner that has forgotten it is asked once more. */
export type OwedAct = 'release' | 'cancel' | 'confirm';

/** Something to be taken back at a cooperative, whatever became of the order. */
export interface OwedRecord {
  readonly cooperative: string;
  readonly act: OwedAct;
  /** When nothing can be left of it, by the network's clock; null when it must be answered. */
  readonly until: Date | null;
  /** Numbers of the legs that are meant; all that the cooperative has where absent. */
  readonly legs?: readonly number[];
  /** The order's version when it was found, so that it is another question each time; only where legs are named. */
  readonly number?: number;
}

export interface CommandOutcome {
  /** Whether anything was changed, so that the answer shows the order. */
  readonly isEffective: boolean;
  readonly userErrors: readonly Refusal[];
  /** Refusals that came when its caller had been told already that it goes on: they change nothing of its answer. */
  readonly late?: readonly Refusal[];
  /** Of `changeSeries`: visits that turned out not to be had when it was carried out; null or absent where there are none. */
  readonly conflicts?: readonly ConflictRecord[] | null;
}

/** A command on an existing order, so that its repetition has no further effect. */
export interface CommandRecord {
  /** `hashKey` of its idempotency key. */
  readonly keyHash: string;
  /** `hashBody` of act and input. */
  readonly bodyHash: string;
  /** Null while it is being carried out. */
  readonly outcome: CommandOutcome | null;
  /** Of `changeSeries`: visits that were found not to be had before anything was asked; null or absent where there are none. */
  readonly conflicts?: readonly ConflictRecord[] | null;
  /** Of `changeSeries`: null or absent where they were not looked for. */
  readonly otherWeekdays?: readonly SeriesWeekdayRecord[] | null;
}

/** The same visits on another weekday. */
export interface SeriesWeekdayRecord {
  /** Of the first visit. */
  readonly start: Date;
  /** How many visits cannot be had then. */
  readonly conflicts: number;
}

/** A visit of a series that was left out before anything was held. */
export interface ConflictRecord {
  readonly start: Date;
  readonly code: UserErrorCode;
  /** In English. */
  readonly message: string;
  /** What `message` is made of, as `partsOf` has it; null or absent where it can be told in English alone. */
  readonly said?: string | null;
  readonly alternatives: readonly Date[];
  /** Whether they were looked for; absent where that is not known. */
  readonly isSearched?: boolean;
}

export interface OrderEventRecord {
  readonly at: Date;
  /** In English. */
  readonly text: string;
  /** What `text` is made of, as `partsOf` has it; null or absent where it can be told in English alone. */
  readonly said?: string | null;
}

/** An order, whole: each change writes it if its version is still the same. */
export interface OrderRecord {
  /** Random. */
  readonly _id: string;
  /** Counts the changes. */
  readonly version: number;
  /** Such as `7KD-4PM`. */
  readonly reference: string;
  /** `hashKey` of the key that made it. */
  readonly keyHash: string;
  /** `hashBody` of the act and input that made it. */
  readonly bodyHash: string;
  readonly secretHash: string;
  /** Null for an order that is opened by a secret made elsewhere. */
  readonly sealedSecret: string | null;
  /** What the command that made it was answered; null until that is decided. */
  readonly answer: CommandOutcome | null;
  /**
   * The commands of which a caller was told that they go on before they were decided: their `keyHash`, and `made` for the one
   * that made the order. Only ever added to; absent in orders of earlier releases.
   */
  readonly promised?: readonly string[];
  /** The series that its legs are; null or absent where they are none, and in orders of earlier releases. */
  readonly series?: SeriesRecord | null;
  /** Of a series. */
  readonly conflicts: readonly ConflictRecord[];
  /** Of a series that was refused: null or absent where they were not looked for. */
  readonly otherWeekdays?: readonly SeriesWeekdayRecord[] | null;
  readonly buyer: BuyerRecord;
  /** What it says beside what and when; null or absent where that is nothing, and once the buyer was forgotten. */
  readonly details?: OrderDetails | null;
  /** Who made it, signed in, as `makerOf` has it; null for the public, and once the buyer was forgotten. Absent counts as null. */
  readonly maker?: string | null;
  readonly channel: OrderChannel;
  readonly policy: OrderPolicy;
  readonly leadCooperative: string | null;
  /** The agreement of which it is a call-off; null or absent when it is none. */
  readonly agreementId?: string | null;
  /** Whether it is made on a cooperative's spoken yes, for which its lead time and hours do not count; absent counts as false. */
  readonly isAgreedByPhone?: boolean;
  readonly legs: readonly OrderLegRecord[];
  /** As written down; a HELD order whose `expiresAt` has passed is EXPIRED. */
  readonly state: OrderState;
  /** In English. */
  readonly problem: string | null;
  /** What `problem` is made of, as `partsOf` has it; null or absent where it can be told in English alone. */
  readonly said?: string | null;
  /** When the first of its holds runs out; null unless it is HELD. */
  readonly expiresAt: Date | null;
  /** By the network's clock. */
  readonly createdAt: Date;
  /** Real time, by which orders are listed: a stopped clock would make them all equally old. */
  readonly recordedAt: Date;
  /** How the legs stand as far as others were told, in their order; a leg that is not there is OPEN. Absent in orders of earlier releases. */
  readonly told?: readonly ToldLeg[];
  /** What others are still to be told, oldest first; absent counts as empty. */
  readonly outbox?: readonly OutboxEntry[];
  /** Null when nothing is being carried out. */
  readonly task: TaskRecord | null;
  readonly owed: readonly OwedRecord[];
  /** How many rounds in a row left somebody unanswered. */
  readonly attempts: number;
  /** All that were ever given, oldest first. */
  readonly commands: readonly CommandRecord[];
  /** Only ever added to; an entry is written before a step and after it. */
  readonly log: readonly OrderEventRecord[];
  /** The process that works on it now. */
  readonly holder: string | null;
  /**
   * Real time. While somebody works on it: when others may take it over. Otherwise when it is to be taken up again; null when
   * nothing is left to do.
   */
  readonly wakeAt: Date | null;
}
