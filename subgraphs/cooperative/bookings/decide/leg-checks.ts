import { DAY_MS, MINUTE_MS } from '../../../shared/words/dates.js';
import { parseOwnedId } from '../../../shared/words/ids.js';
import { shown } from '../../../shared/words/plain-text.js';
import {
  HORIZON_DAYS,
  LONGEST_MINUTES,
  type Leg,
  type RefusalCode,
  type Share,
} from '../../capacity/index.js';
import type { UnitPrice } from '../../../shared/words/money.js';
import type { ServiceRecord } from '../../store/records.js';
import type { UserErrorCode } from '../../schema.generated.js';
import { faultOfAgreedPrice, priceAt, type AgreedPrice } from '../rules/agreed-price.js';
import type { Ledger, Supposition } from '../rules/ledger.js';
import type { Complaint } from '../rules/refusal.js';
import { leastMinutesOf } from '../rules/rulebook.js';

/** A leg as it is asked for, its ids being public ones. */
export interface LegRequest {
  readonly leg: number;
  readonly serviceId: string;
  readonly start: string;
  readonly minutes: number;
  readonly quantity: number;
  readonly resourceId?: string | null | undefined;
  readonly agreedPrice?: AgreedPrice;
}

/** A leg whose service is on offer here. */
export interface WantedLeg {
  /** Number in its order. */
  readonly number: number;
  readonly service: ServiceRecord;
  readonly leg: Leg;
  /** What a unit of it costs. */
  readonly price: UnitPrice;
  /** The sealed name, local, by which the leg's resource was asked for; null where it was by its id, or none was. */
  readonly sealed: string | null;
}

/** Codes that another start would help against, if anything: of what is too short, of the shortest that the service takes. */
const TIMELY: ReadonlySet<RefusalCode> = new Set([
  'SLOT_TAKEN',
  'OFF_GRID',
  'OUTSIDE_HOURS',
  'PUBLIC_HOLIDAY',
  'TOO_SOON',
  'IN_THE_PAST',
  'TOO_SHORT',
]);

const FIELD_BY_CODE: Record<RefusalCode, string> = {
  SLOT_TAKEN: 'start',
  OFF_GRID: 'start',
  OUTSIDE_HOURS: 'start',
  PUBLIC_HOLIDAY: 'start',
  TOO_SOON: 'start',
  IN_THE_PAST: 'start',
  TOO_SHORT: 'minutes',
  CAPACITY_EXCEEDED: 'quantity',
};

/** What can be told of an id without looking anything up. @returns The local id, or why not. */
export function localIdOf(
  cooperativeId: string,
  id: string,
): { readonly local: string } | { readonly code: UserErrorCode; readonly message: string } {
  const owned = parseOwnedId(id);
  const came = shown(id);
  if (!owned) {
    return { code: 'BAD_USER_INPUT', message: `Wanted <cooperative>:<local>, got ${came}.` };
  }
  if (owned.cooperative === cooperativeId) return { local: owned.local };
  return { code: 'FORBIDDEN', message: `${cooperativeId} does not own ${came}.` };
}

/** How long and how many may be asked for at all. */
export function faultOfAmounts(
  minutes: number,
  quantity: number,
): { readonly field: 'minutes' | 'quantity'; readonly message: string } | null {
  if (minutes < 1 || minutes > LONGEST_MINUTES) {
    return { field: 'minutes', message: `Wanted 1 to ${LONGEST_MINUTES} minutes, got ${minutes}.` };
  }
  if (quantity < 1) {
    return { field: 'quantity', message: `Wanted a quantity of 1 at least, got ${quantity}.` };
  }
  return null;
}

/** The last instant that can be asked about. */
export function horizonOf(now: Date): number {
  return now.getTime() + HORIZON_DAYS * DAY_MS;
}

/** Why nothing can be booked so late; null when it can. */
export function faultOfEnd(startsAt: number, minutes: number, now: Date): string | null {
  if (startsAt + minutes * MINUTE_MS <= horizonOf(now)) return null;
  return 'Wanted an end within ten years from now, got a later one.';
}

/**
 * Checks all of a leg but whether there is a place.
 * @param municipality - The buyer's.
 * @param path - Of the leg in the input.
 */
export function readWantedLeg(
  cooperativeId: string,
  { rulebook, now }: Pick<Ledger, 'rulebook' | 'now'>,
  request: LegRequest,
  municipality: string,
  path: readonly string[],
): WantedLeg | Complaint {
  const refuse = (field: string, code: UserErrorCode, message: string): Complaint => ({
    code,
    message,
    field: [...path, field],
  });
  const { serviceId, resourceId, start, minutes, quantity } = request;
  const amounts = faultOfAmounts(minutes, quantity);
  if (amounts) return refuse(amounts.field, 'BAD_USER_INPUT', amounts.message);
  const startsAt = Date.parse(start);
  const tooLate = faultOfEnd(startsAt, minutes, now);
  if (tooLate !== null) return refuse('start', 'TOO_LATE', tooLate);
  const serviceKey = localIdOf(cooperativeId, serviceId);
  if ('code' in serviceKey) return refuse('serviceId', serviceKey.code, serviceKey.message);
  const service = rulebook.findOffered(serviceKey.local);
  if (!service) {
    return refuse('serviceId', 'NOT_FOUND', `There is no service ${serviceId} on offer.`);
  }
  const fault = faultOfAgreedPrice(service, request.agreedPrice);
  if (fault !== null) return refuse('agreedPrice', 'BAD_USER_INPUT', fault);
  let [resource, sealed]: [string | null, string | null] = [null, null];
  if (typeof resourceId === 'string') {
    const resourceKey = localIdOf(cooperativeId, resourceId);
    if ('code' in resourceKey) return refuse('resourceId', resourceKey.code, resourceKey.message);
    resource = rulebook.findCandidate(service._id, resourceKey.local);
    if (resource === null) {
      return refuse('resourceId', 'NOT_FOUND', `${serviceId} has no resource ${resourceId}.`);
    }
    if (resource !== resourceKey.local) sealed = resourceKey.local;
  }
  if (!rulebook.isServedIn(service, municipality)) {
    const message = `Wanted a municipality in which ${serviceId} is offered, got ${municipality}.`;
    return refuse('municipality', 'OUTSIDE_AREA', message);
  }
  const leg = { startsAt, minutes, quantity, resource };
  const price = priceAt(service, request.agreedPrice);
  return { number: request.leg, service, leg, price, sealed };
}

/** The places for a leg. @returns Why there are none, where there are none. */
export function judgeWanted(
  ledger: Ledger,
  { service, leg }: Pick<WantedLeg, 'service' | 'leg'>,
  path: readonly string[],
  supposition: Supposition = {},
): { readonly shares: readonly Share[] } | Complaint {
  const verdict = ledger.judge(service, leg, supposition);
  if (verdict.kind === 'fits') return { shares: verdict.shares };
  const { code, message } = verdict;
  const complaint = { code, message, field: [...path, FIELD_BY_CODE[code]] };
  if (!TIMELY.has(code)) return complaint;
  const wished = code === 'TOO_SHORT' ? { ...leg, minutes: leastMinutesOf(service) } : leg;
  return { ...complaint, wish: { service, leg: wished, supposition } };
}
