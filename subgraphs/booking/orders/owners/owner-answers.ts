import type {
  KnownLeg,
  LegRefusal,
  OwnerAnswer,
  OwnerBooks,
  OwnerAct,
  Question,
} from '../order/question.js';
import { z } from 'zod';
import type { Said } from '../../../shared/words/said/say.js';
import { asMessage } from '../../store/refusal.js';
import { ownerOf } from '../../../shared/words/ids.js';
import type { LocalizedText } from '../../../shared/words/localized.js';
import { formatMinorUnits } from '../../../shared/words/money.js';
import type { OrderLegRecord, OrderRecord, QuoteRecord } from '../../store/records.js';
import type { BookingState } from '../../schema.generated.js';
import { BOOKING_STATES } from '../../store/closed-sets.js';
import { municipalityOf } from '../order/order-state.js';
import { Leg, Numbered, Payload, Rows, type UserError } from './answer-schemas.js';
import { fieldOf } from './owner-operations.js';
import { knownFields, sentenceOf } from './refusal-words.js';

// What owners answer is untrusted: whatever does not fit is an answer that says nothing.

/** Of an owner's own texts so many are worth a place in the log. */
const MOST_QUOTED = 3;

/** What is moved once more may have come to anything in the meantime. */
const MOVED = [
  ...(['HELD', 'CONFIRMED', 'STARTED', 'COMPLETED'] as const),
  ...(['CANCELLED', 'DECLINED', 'NO_SHOW', 'EXPIRED'] as const),
];

/** States in which a leg may be after an act that was not refused. */
const RESULTS: Record<OwnerAct, readonly BookingState[]> = {
  // A hold that is asked for once more may have run out, or been given back, in the meantime.
  hold: ['HELD', 'EXPIRED', 'CANCELLED', 'DECLINED'],
  enrol: ['CONFIRMED', 'REQUESTED', 'STARTED', 'COMPLETED', 'CANCELLED', 'EXPIRED', 'DECLINED'],
  confirm: ['CONFIRMED', 'STARTED', 'COMPLETED', 'CANCELLED', 'DECLINED', 'NO_SHOW'],
  extend: ['HELD', 'EXPIRED', 'CANCELLED', 'DECLINED'],
  move: MOVED,
  change: MOVED,
  cancel: BOOKING_STATES,
  release: BOOKING_STATES,
};

/** Reads the answer to a question. @throws Error when it is malformed or says what cannot be. */
export function readAnswer(data: unknown, question: Question, order: OrderRecord): OwnerAnswer {
  const { act, legs: asked, cooperative } = question;
  const { legs, userErrors } = Payload.parse(payloadOf(data, act));
  const known = legs.map((leg) => toKnownLeg(leg, order, cooperative, question));
  const refusals = oneForEach(
    userErrors.map((error) => toRefusal(error, question, order)),
    asked.length,
  );
  check(new Set(known.map(({ number }) => number)).size === known.length, 'a leg twice');
  for (const leg of known) {
    check(asked.includes(leg.number), `leg ${leg.number}, which was not asked for`);
    check(RESULTS[act].includes(leg.state), `state ${leg.state} after ${act}`);
    const before = order.legs[leg.number];
    const wanted = startAfter(question, leg.number, before);
    check(!wanted || leg.start.getTime() === wanted.getTime(), 'another start');
    const isWhole = leg.quantity === before?.quantity;
    check(isWhole || (act !== 'hold' && act !== 'enrol'), 'fewer places than were ordered');
    const isPriced = act === 'hold' || act === 'move' || act === 'change';
    check(!isPriced || isAtAgreedPrice(before, leg.quote), 'another price than was agreed');
  }
  const isPartial = question.isEachForItself ?? false;
  const isAnything = act === 'cancel' || act === 'release';
  if (refusals.length === 0) {
    check(isAnything || known.length === asked.length, 'not all legs');
  } else {
    check(isPartial || known.length === 0, 'legs and refusals, of all or none');
    check(known.length < asked.length, 'a refusal of no leg');
  }
  return { legs: known, refusals };
}

function isAtAgreedPrice(leg: OrderLegRecord | undefined, quote: QuoteRecord | null): boolean {
  if (leg?.agreedPrice == null || quote === null) return true;
  const { netMinor, unit, currency } = leg.agreedPrice;
  const unitNet = formatMinorUnits(netMinor);
  const isAgreed = quote.lines.every((line) => line.unit === unit && line.unitNet === unitNet);
  return isAgreed && quote.currency === currency;
}

/** Reads the answer to `readBookings`. @throws Error when all of it is malformed, or it is a refusal. */
export function readBooks(data: unknown, order: OrderRecord, cooperative: string): OwnerBooks {
  const { legs, userErrors } = Rows.parse(payloadOf(data, 'read'));
  // Nothing is booked for an order that is not known.
  check(
    userErrors.every(({ code }) => code === 'NOT_FOUND'),
    'a refusal to read',
  );
  const rows = readRows(data, order, cooperative);
  const isKnown = (number: number): boolean => rows.some((row) => row.number === number);
  const unreadable = legs.flatMap((leg) => {
    const { success, data: row } = Numbered.safeParse(leg);
    return success && !isKnown(row.leg) ? [row.leg] : [];
  });
  return { cooperative, rows, unreadable, isWhole: rows.length === legs.length };
}

/** What an owner says of its refusals, in its own words and without the buyer's name or numbers: for the operator's log alone. */
export function ownWordsOf(
  data: unknown,
  { act }: Question,
  { buyer, details }: OrderRecord,
): string[] {
  const { name, email, phone, organisationId } = buyer;
  // Of a street or a wish a part would do, which nothing finds: whoever may know them is not quoted.
  if (details && act !== 'hold') return [];
  const personal = [name, email, phone, organisationId].filter((text) => text !== null);
  return Payload.parse(payloadOf(data, act))
    .userErrors.slice(0, MOST_QUOTED)
    .map(({ message }) => personal.reduce((text, mine) => text.replaceAll(mine, '…'), message));
}

/** Reads the answer to `readBookings`, but for legs that are malformed. @throws Error when all of it is. */
export function readRows(data: unknown, order: OrderRecord, cooperative: string): KnownLeg[] {
  return Rows.parse(payloadOf(data, 'read')).legs.flatMap((row) => {
    try {
      return [toKnownLeg(Leg.parse(row), order, cooperative)];
    } catch {
      // What was known of this leg stays; the others are not to suffer for it.
      return [];
    }
  });
}

function payloadOf(data: unknown, act: OwnerAct | 'read'): unknown {
  return z.record(z.string(), z.unknown()).parse(data)[fieldOf(act)];
}

/** The first refusal of each leg, and at most so many: what owners say must not make an order grow without end. */
function oneForEach(refusals: readonly LegRefusal[], most: number): LegRefusal[] {
  const isFirst = ({ leg }: LegRefusal, index: number): boolean =>
    refusals.findIndex((other) => other.leg === leg) === index;
  return refusals.filter(isFirst).slice(0, most);
}

/** When a leg is to begin after an act; null where that says nothing of it. */
function startAfter(
  { act, start, changes }: Question,
  number: number,
  before: OrderLegRecord | undefined,
): Date | null {
  switch (act) {
    case 'move':
      return start;
    case 'change':
      return changes?.find(({ leg }) => leg === number)?.start ?? null;
    case 'cancel':
    case 'release':
      return null;
    case 'hold':
    case 'enrol':
    case 'confirm':
    case 'extend':
      return before?.start ?? null;
  }
}

/** How long a leg is to be; null where that matters no more, as the owner of a restored backup may have it as long as it was once. */
function minutesOf(
  question: Question | undefined,
  number: number,
  { minutes }: OrderLegRecord,
): number | null {
  if (question?.act === 'cancel' || question?.act === 'release') return null;
  return question?.changes?.find(({ leg }) => leg === number)?.minutes ?? minutes;
}

/** @param question - That it answers; none where it is only read. */
function toKnownLeg(
  leg: z.output<typeof Leg>,
  order: OrderRecord,
  cooperative: string,
  question?: Question,
): KnownLeg {
  const { leg: number, state, minutes, quantity, quote, service, waitingPosition } = leg;
  const ordered = order.legs[number];
  const isSame =
    ordered?.serviceId === service.id &&
    (minutesOf(question, number, ordered) ?? minutes) === minutes &&
    ordered.quantity >= quantity;
  check(isSame && ownerOf(service.id) === cooperative, `leg ${number} is another than was ordered`);
  const bookings = leg.bookings.map(({ id }) => id);
  check(
    bookings.every((id) => id.includes(':') && ownerOf(id) === cooperative),
    'bookings that it does not own',
  );
  check(new Set(bookings).size === bookings.length, 'a booking twice');
  check(bookings.length <= ordered.quantity, 'more bookings than places');
  const isBooked = state !== 'REQUESTED';
  const mayLack = state === 'CANCELLED' || state === 'EXPIRED' || state === 'DECLINED';
  check(mayLack || bookings.length > 0 === isBooked, `${bookings.length} bookings in ${state}`);
  check(state !== 'HELD' || leg.expiresAt !== null, 'a hold without an end');
  return {
    ...{ number, state, minutes, quantity, quote, bookings },
    deliveredMinutes: state === 'COMPLETED' ? deliveredIn(leg) : null,
    start: leg.start,
    expiresAt: state === 'HELD' ? leg.expiresAt : null,
    waitingPosition: state === 'REQUESTED' ? waitingPosition : null,
    texts: textsOf(service),
  };
}

/** Null where its owner does not tell of each booking. */
function deliveredIn({ bookings }: z.output<typeof Leg>): number | null {
  return bookings.reduce<number | null>((sum, { deliveredMinutes }) => {
    const minutes = sum === null ? null : (deliveredMinutes ?? null);
    return sum === null || minutes === null ? null : sum + minutes;
  }, 0);
}

function textsOf(service: z.output<typeof Leg>['service']): KnownLeg['texts'] {
  if (service.languages === undefined) return null;
  const title: LocalizedText = {};
  for (const language of ['fi', 'sv', 'en'] as const) {
    const text = service[language];
    // Where a language is missing the owner falls back to another.
    if (text?.language === language) title[language] = text.text;
  }
  return { title, languages: service.languages };
}

/** What an owner refuses, in our words; of its own, nothing is left. */
function toRefusal(
  error: z.output<typeof UserError>,
  question: Question,
  order: OrderRecord,
): LegRefusal {
  const { legs: asked } = question;
  const { code } = error;
  const field = error.field ?? [];
  const isOfLegs = field[0] === 'legs' || field[0] === 'leg';
  const position = isOfLegs && /^\d{1,3}$/.test(field[1] ?? '') ? Number(field[1]) : null;
  const only = asked.length === 1 ? (asked[0] ?? null) : null;
  const leg = position === null ? only : (asked[position] ?? null);
  const of = knownFields(field.slice(isOfLegs ? (position === null ? 1 : 2) : 0));
  return {
    ...{ code, ...asMessage(wordsOfRefusal({ code, leg, of }, question, order)) },
    field: null,
    alternatives: (error.alternatives ?? []).slice(0, 3),
    ...{ leg, of },
  };
}

/** Why an owner refuses, in our words. @param leastMinutes - The shortest that it takes, where it has said so. */
export function wordsOfRefusal(
  { code, leg, of }: Pick<LegRefusal, 'code' | 'leg' | 'of'>,
  { cooperative, act, legs: asked, start, changes }: Question,
  order: OrderRecord,
  leastMinutes?: number,
): Said {
  const ordered = order.legs[leg ?? asked[0] ?? 0] ?? null;
  const municipality = municipalityOf(order, act);
  const change = changes?.find((one) => one.leg === leg);
  const moved = act === 'move' && start ? { start } : change;
  const what = ordered && { ...ordered, ...moved };
  return sentenceOf(code, { cooperative, leg, what, municipality, of, leastMinutes });
}

function check(isTrue: boolean, what: string): asserts isTrue {
  if (!isTrue) throw new Error(`It answered with ${what}.`);
}
