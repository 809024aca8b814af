import { SILENT } from '../order/question.js';
import { say, type Said, type Sentence } from '../../../shared/words/said/say.js';
import { wallTimeOf } from '../order/wall-time.js';
import type { OwnerFailure } from '../../../shared/owners/client/read-reply.js';
import type { Refusal } from '../../store/refusal.js';

// An owner's words stay with it: they may hold what nobody else is to read. Its code is believed, and put into our words.

/** What an owner was asked for, as far as a sentence about its refusal names it. */
export interface AskedFor {
  readonly cooperative: string;
  /** Number of the leg; null when the refusal is of no single one. */
  readonly leg: number | null;
  /** Null where none was asked for. */
  readonly what: {
    readonly start: Date;
    readonly minutes: number;
    readonly quantity: number;
    /** Of its owner's clocks; null or absent where that is not known. */
    readonly timeZone?: string | null;
  } | null;
  /** The buyer's. */
  readonly municipality: string;
  /** What of the leg is at fault, such as `["start"]`. */
  readonly of: readonly string[];
  /** The shortest that it takes, where it has said so. */
  readonly leastMinutes?: number | undefined;
}

/** The fields of a leg that a refusal may name; an owner's names of others are its own words. */
const LEG_FIELDS = [
  'serviceId',
  'resourceId',
  'start',
  'minutes',
  'quantity',
  'leg',
  'agreedPrice',
];

/** What of a path into an owner's input is known here. */
export function knownFields(path: readonly string[]): string[] {
  const [field] = path;
  return field !== undefined && LEG_FIELDS.includes(field) ? [field] : [];
}

/** Why there is no answer, after the cooperative's name: for whoever asked, not for the operator. */
export function silenceOf({ kind, reason, said, isAnswered }: OwnerFailure): Sentence {
  if (kind === 'unreached' || kind === 'hopeless') return said ?? reason;
  return kind === 'refused' || isAnswered ? USELESS : SILENT;
}

export const USELESS = say`gave no usable answer`;

/** Why an owner refused, in one sentence of our own: who, which leg, the code, what was asked for and what is amiss. */
export function sentenceOf(code: Refusal['code'], asked: AskedFor): Said {
  const { cooperative, leg, of } = asked;
  const where = of.length === 0 ? '' : say` (at "${of.join('.')}")`;
  const reason = reasonOf(code, asked);
  return leg === null
    ? say`${cooperative} refused (${code}): ${reason}${where}.`
    : say`${cooperative} refused leg ${leg} (${code}): ${reason}${where}.`;
}

function reasonOf(code: Refusal['code'], { what, municipality, leastMinutes }: AskedFor): Said {
  const start = what ? wallTimeOf(what.start, what.timeZone, municipality) : say`the start`;
  const length = what ? say`${what.minutes} minutes` : say`the length`;
  const size = what && what.quantity > 1 ? say` for ${what.quantity}` : '';
  const time = say`${length}${size} from ${start}`;
  switch (code) {
    case 'SLOT_TAKEN':
      return say`others were first, so there is no room for ${time}`;
    case 'CAPACITY_EXCEEDED':
      return say`${time} could not fit even if nothing else were booked`;
    case 'TOO_SOON':
      return say`${start} is nearer than its lead time allows`;
    case 'OFF_GRID':
      return say`${start} does not lie on the grid of the service`;
    case 'TOO_SHORT':
      return leastMinutes
        ? say`${length} are fewer than its minimum of ${leastMinutes}`
        : say`${length} are fewer than its minimum`;
    case 'OUTSIDE_HOURS':
      return say`${time} are not within its opening hours, or meet a closure`;
    case 'PUBLIC_HOLIDAY':
      return say`${time} begin on, or reach into, a public holiday on which nobody works there`;
    case 'OUTSIDE_AREA':
      return say`the service is not offered in ${municipality}`;
    case 'IN_THE_PAST':
      return say`${start} has passed`;
    case 'TOO_LATE':
      return say`${time} end later than ten years from now`;
    case 'HOLD_EXPIRED':
      return say`its hold has run out, and nothing is kept any more`;
    case 'NOT_FOUND':
      return say`it does not have, or does not offer, what was asked for`;
    case 'INVALID_STATE':
      return say`it is not in a state there in which this can be done`;
    case 'BAD_USER_INPUT':
      return say`its system does not accept what was asked for`;
    case 'FORBIDDEN':
      return say`its system did not let this be done`;
    case 'COOPERATIVE_UNAVAILABLE':
      return say`its books could not be reached`;
    case 'RATE_LIMITED':
      return say`it takes no more of them at once`;
    case 'TOO_BUSY':
      return say`it has too much to do at once`;
    case 'IDEMPOTENCY_CONFLICT':
      return say`something else was carried out there under the same key`;
    case 'PHONE_ONLY':
      return say`it takes no bookings over the network: call it`;
    case 'OUTSIDE_AGREEMENT':
      return say`it is not what was agreed with it`;
  }
}
