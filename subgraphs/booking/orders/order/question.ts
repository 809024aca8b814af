import type { LocalizedText } from '../../../shared/words/localized.js';
import { say, type Sentence } from '../../../shared/words/said/say.js';
import type { LegChangeRecord, OrderLegRecord, TaskStep } from '../../store/records.js';
import type { Refusal } from '../../store/refusal.js';

/** What can be asked of an owner. */
export type OwnerAct = TaskStep | 'release';

/** One command to one owner. The same question always has the same key, so that asking again is safe. */
export interface Question {
  readonly cooperative: string;
  readonly act: OwnerAct;
  readonly key: string;
  /** Numbers of the legs that it is about, rising. */
  readonly legs: readonly number[];
  /** Whether it is about everything that the owner has of the order, known here or not. */
  readonly isForAll: boolean;
  /** Of `move`. */
  readonly start: Date | null;
  /** Of `change`: what the legs become. */
  readonly changes?: readonly LegChangeRecord[];
  /** Of `hold` and `change`: whether a leg that is refused refuses no other. */
  readonly isEachForItself?: boolean;
  /** Of `extend`: for how long from now, where that is not as long as for any hold. */
  readonly minutes?: number;
  /** Whether it is no part of the command that is being carried out. */
  readonly isOwed?: boolean;
}

/** What an owner says of one leg; its quantity may be smaller than was ordered. */
export type KnownLeg = Omit<
  OrderLegRecord,
  | 'serviceId'
  | 'resourceId'
  | 'costShares'
  | 'agreedPrice'
  | 'stateAsOf'
  | 'answeredAt'
  | 'problem'
  | 'said'
  | 'timeZone'
  | 'title'
  | 'languages'
> & {
  readonly number: number;
  /** Null where it was not asked for. */
  readonly texts: { readonly title: LocalizedText; readonly languages: readonly string[] } | null;
};

/** Why an owner refused a leg. */
export interface LegRefusal extends Refusal {
  /** Number of the leg; null when the refusal names none. */
  readonly leg: number | null;
  /** What of the leg is at fault, such as `["start"]`. */
  readonly of: readonly string[];
}

/** A checked answer. */
export interface OwnerAnswer {
  readonly legs: readonly KnownLeg[];
  readonly refusals: readonly LegRefusal[];
}

/** What one owner has of an order. */
export interface OwnerBooks {
  readonly cooperative: string;
  readonly rows: readonly KnownLeg[];
  /** Numbers of legs of which it says what cannot be. */
  readonly unreadable: readonly number[];
  /** Whether it has nothing else of the order: each of its rows could be read. */
  readonly isWhole: boolean;
}

/** What came of a question. */
export type Verdict =
  | ({
      readonly kind: 'answer';
      /** Whether it was not told what the order says beside what and when, which its system does not take. */
      readonly isUntold?: boolean;
    } & OwnerAnswer)
  | {
      readonly kind: 'unreached' | 'unknown' | 'refused';
      /** Why there is no answer, after the cooperative's name, and in our words. */
      readonly reason?: Sentence;
    };

/** A question, and what came of it. */
export interface Reply {
  readonly question: Question;
  readonly verdict: Verdict;
}

/** Why there is no answer: the reason of an owner of which nothing was heard. */
export const SILENT = say`did not answer in time`;
