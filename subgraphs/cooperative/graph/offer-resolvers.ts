import { badUserInput, publicError } from '../../../schema/errors.js';
import { DAY_MS, dateOf, epochDayOf } from '../../shared/words/dates.js';
import { localize } from '../../shared/words/localized.js';
import { formatMinorUnits, formatVatRate, grossMinorUnits } from '../../shared/words/money.js';
import { MOST_LOOKS, startsADay } from './availability-loader.js';
import { faultOfAmounts, faultOfEnd, horizonOf } from '../bookings/decide/leg-checks.js';
import { leastMinutesOf, unitPriceOf, type Rulebook } from '../bookings/rules/rulebook.js';
import type { CooperativeContext } from './context.js';
import type { Price } from '../schema.generated.js';
import type { ServiceRecord, StoredPrice } from '../store/records.js';
import { quoteLeg } from '../bookings/rules/pricing.js';
import type { Purchase } from '../../shared/words/money.js';
import type { AvailabilityDayResolvers, ServiceResolvers } from './resolvers.generated.js';

const MOST_DAYS = 93;
/** 31 days. What is longer can be booked, but is not looked for start by start. */
const LONGEST_ASKED = 31 * 1440;
/** Of one answer: as many as there are in a month of which every minute is a start. */
const MOST_STARTS = 31 * 1440;

/** When a service can be booked, and what it would cost. */
export const offerResolvers = {
  availability: async ({ _id }, { from, to, minutes }, context) => {
    const { service } = await findOffer(_id, context);
    checkRange(from, to, mostDaysOf(service), context.clock.now());
    const length = minutes ?? leastMinutesOf(service);
    checkLength(length, service);
    const days = await context.loaders.availability.load({ service, from, to, minutes: length });
    return [...days];
  },
  quote: async ({ _id }, { start, minutes, quantity }, context) => {
    const purchase = { startsAt: Date.parse(start), minutes, quantity: quantityOf(quantity) };
    checkPurchase(purchase, context.clock.now());
    const { rulebook, service } = await findOffer(_id, context);
    return quoteLeg(unitPriceOf(service), purchase, rulebook.timeZone);
  },
} satisfies ServiceResolvers;

export const availabilityDayResolvers: AvailabilityDayResolvers = {
  holiday: ({ holiday, languages }, { language }, context) =>
    holiday && localize(holiday, language ?? context.language, languages),
};

/** The price of a unit as it is told. */
export function priceOf({ netMinor, vatHundredths, currency }: StoredPrice): Price {
  return {
    net: formatMinorUnits(netMinor),
    vatRate: formatVatRate(vatHundredths),
    gross: formatMinorUnits(grossMinorUnits(netMinor, vatHundredths)),
    currency,
  };
}

/** @throws NOT_FOUND when the service is not on offer. */
async function findOffer(
  id: string,
  { loaders }: CooperativeContext,
): Promise<{ readonly rulebook: Rulebook; readonly service: ServiceRecord }> {
  const rulebook = await loaders.rulebook();
  const service = rulebook.findOffered(id);
  if (service) return { rulebook, service };
  throw publicError('NOT_FOUND', `The service ${id} is not on offer.`);
}

/** How many days of a service may be asked about at once; the finer its grid and the more its resources, the fewer. */
function mostDaysOf({ gridMinutes, resources }: ServiceRecord): number {
  const starts = Math.min(MOST_STARTS, MOST_LOOKS / Math.max(resources.length, 1));
  return Math.max(1, Math.min(MOST_DAYS, Math.floor(starts / startsADay(gridMinutes))));
}

/** @throws BAD_USER_INPUT */
export function checkRange(from: string, to: string, mostDays: number, now: Date): void {
  const days = epochDayOf(to) - epochDayOf(from) + 1;
  if (days < 1) throw badUserInput(`"to" must be ${from} or later, got ${to}.`, 'to');
  if (days > mostDays) {
    const message = `"to" must be at most ${mostDays} days on for what is asked, got ${days}.`;
    throw badUserInput(message, 'to');
  }
  const latest = Math.floor(horizonOf(now) / DAY_MS);
  if (epochDayOf(to) > latest) {
    throw badUserInput(`"to" must be ${dateOf(latest)} or earlier, got ${to}.`, 'to');
  }
}

/** @throws BAD_USER_INPUT */
function checkLength(minutes: number, service: ServiceRecord): void {
  const least = leastMinutesOf(service);
  if (minutes >= least && minutes <= LONGEST_ASKED) return;
  const message =
    minutes < least
      ? `"minutes" must be at least ${least}, the service's minimum, got ${minutes}.`
      : `"minutes" must be at most ${LONGEST_ASKED}, got ${minutes}.`;
  throw badUserInput(message, 'minutes');
}

/** GraphQL lets an explicit null past the default, which the generated type does not say. */
function quantityOf(quantity: number | null): number {
  return quantity ?? 1;
}

/** @throws BAD_USER_INPUT */
function checkPurchase({ startsAt, minutes, quantity }: Purchase, now: Date): void {
  const fault = faultOfAmounts(minutes, quantity);
  if (fault) throw badUserInput(fault.message, fault.field);
  const tooLate = faultOfEnd(startsAt, minutes, now);
  if (tooLate !== null) throw badUserInput(tooLate, 'start');
}
