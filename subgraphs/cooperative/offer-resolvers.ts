import { badUserInput, publicError } from '../../schema/errors.js';
import { epochDayOf } from '../shared/dates.js';
import { localize } from '../shared/localized.js';
import { checkAmounts } from './bookings/leg-checks.js';
import { leastMinutesOf, unitPriceOf, type Rulebook } from './bookings/rulebook.js';
import { loadAvailability } from './bookings/service-availability.js';
import type { CooperativeContext } from './context.js';
import type { ServiceRecord } from './model.js';
import type { AvailabilityDayParent } from './parents.js';
import { quoteLeg } from './pricing.js';
import type { AvailabilityDayResolvers, ServiceResolvers } from './schema.generated.js';

const MOST_DAYS = 93;
/** GraphQL's Int. */
const LARGEST_INT = 2_147_483_647;

/** When a service can be booked, and what it would cost. */
export const offerResolvers: Pick<ServiceResolvers, 'availability' | 'quote'> = {
  availability: async ({ _id }, { from, to, minutes }, context) => {
    const days = epochDayOf(to) - epochDayOf(from) + 1;
    if (days < 1) throw badUserInput(`"to" must be ${from} or later, got ${to}.`, 'to');
    if (days > MOST_DAYS) {
      throw badUserInput(`"to" must be at most ${MOST_DAYS} days on, got ${days}.`, 'to');
    }
    const { rulebook, service } = await findOffer(_id, context);
    const length = minutes ?? leastMinutesOf(service);
    checkPurchase(length, 1);
    const found = await loadAvailability(context.desk, rulebook, service, { from, to }, length);
    const languages = languagesOf(rulebook.country);
    return found.map((day): AvailabilityDayParent => ({ ...day, languages }));
  },
  quote: async ({ _id }, { start, minutes, quantity }, context) => {
    checkPurchase(minutes, quantity);
    const { rulebook, service } = await findOffer(_id, context);
    const purchase = { startsAt: Date.parse(start), minutes, quantity };
    return quoteLeg(unitPriceOf(service), purchase, rulebook.timeZone);
  },
};

export const availabilityDayResolvers: AvailabilityDayResolvers = {
  holiday: ({ holiday, languages }, { language }) =>
    holiday && localize(holiday, language, languages),
  freeMinutes: ({ freeMinutes }) => Math.min(freeMinutes, LARGEST_INT),
  starts: ({ starts }) =>
    starts.map(({ startsAt, places }) => ({
      time: new Date(startsAt),
      places: Math.min(places, LARGEST_INT),
    })),
};

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

/** @throws BAD_USER_INPUT */
function checkPurchase(minutes: number, quantity: number): void {
  const fault = checkAmounts(minutes, quantity);
  if (fault) throw badUserInput(fault.message, fault.field);
}

/** In which holidays are named where the language asked for has no name. */
function languagesOf(country: string): readonly string[] {
  return country === 'SE' ? ['sv'] : ['fi', 'sv'];
}
