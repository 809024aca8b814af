import { badUserInput } from '../../../schema/errors.js';
import { daysOfTwoYears, epochDayOf } from '../../shared/words/dates.js';
import { parseOwnedId } from '../../shared/words/ids.js';
import type { ServiceRecord } from '../store/records.js';
import { LARGEST_INT } from './availability-loader.js';
import type { CooperativeContext } from './context.js';
import { checkRange, priceOf } from './offer-resolvers.js';
import type { CooperativeResolvers } from './resolvers.generated.js';

const MOST_SUBSTITUTE_DAYS = 93;
const MOST_SERVICES = 200;
/** Days of resources and of budgets in one answer: a million bytes, or little more. */
const MOST_NUMBERS = 250_000;
/** Free times in one answer: three million bytes, and the hub reads five. */
const MOST_TIMES = 25_000;

/** What is free, for the network's searches. */
export const freeResolvers = {
  freeCapacity: async (_cooperative, { from, to, serviceIds }, context) => {
    await context.access.checkRead('Cooperative.freeCapacity');
    checkRange(from, to, daysOfTwoYears(from), context.clock.now());
    const services = await offersAmong(serviceIds, context);
    checkNumbers(services, from, to);
    const question = { services: services.map(({ _id }) => _id), from, to };
    const { resources, budgets } = await context.loaders.freeCapacity.load(question);
    const idOf = publicIdOf(context);
    return {
      from,
      resources: resources.map(({ name, services: bears, minutes }) => ({
        id: idOf(name),
        serviceIds: bears.map(idOf),
        minutes: minutes.map(withinInt),
      })),
      budgets: budgets.map(({ service, minutes }) => ({
        serviceIds: [idOf(service)],
        minutes: minutes.map(withinInt),
      })),
    };
  },
  freeSubstitutes: async (cooperative, { from, to, serviceIds }, context) => {
    await context.access.checkRead('Cooperative.freeSubstitutes');
    checkRange(from, to, MOST_SUBSTITUTE_DAYS, context.clock.now());
    const offered = serviceIds
      ? await offersAmong(serviceIds, context)
      : (await context.loaders.rulebook()).offered;
    const services = offered.filter(({ kind }) => kind === 'SUBSTITUTION');
    const question = { services: services.map(({ _id }) => _id), from, to };
    const found = await context.loaders.freeSubstitutes.load(question);
    const times = found.substitutes.reduce((sum, { free }) => sum + free.length, 0);
    checkMost('free times', MOST_TIMES, times);
    const idOf = publicIdOf(context);
    return {
      ...{ from, timeZone: cooperative.timeZone },
      services: found.services.map(({ service, rules, earliestStart, minutes, waitedFor }) => ({
        id: idOf(rules.id),
        municipalities: service.serves ?? cooperative.serves,
        unit: service.unit,
        price: priceOf(service.price),
        minMinutes: rules.minMinutes,
        gridMinutes: rules.gridMinutes,
        bufferMinutes: rules.bufferMinutes,
        earliestStart: new Date(earliestStart),
        minutes: minutes && minutes.map(withinInt),
        waitedFor: waitedFor.map((startsAt) => new Date(startsAt)),
      })),
      substitutes: found.substitutes.map(({ name, worker, services: bears, minutes, free }) => ({
        id: idOf(name),
        skills: worker.skills,
        languages: worker.languages,
        municipality: worker.municipality ?? cooperative.municipality,
        radiusKm: worker.radiusKm ?? null,
        serviceIds: bears.map(idOf),
        minutes: minutes && minutes.map(withinInt),
        free: free.map((time) => ({
          from: new Date(time.from),
          to: new Date(time.to),
          takenFrom: time.takenFrom === null ? null : new Date(time.takenFrom),
        })),
      })),
    };
  },
} satisfies CooperativeResolvers;

function publicIdOf({ cooperativeId }: CooperativeContext): (local: string) => string {
  return (local) => `${cooperativeId}:${local}`;
}

function withinInt(minutes: number): number {
  return Math.min(minutes, LARGEST_INT);
}

/** Those of these services that are the owner's, and on offer; each once. @throws BAD_USER_INPUT for none or too many. */
async function offersAmong(
  ids: readonly string[],
  { cooperativeId, loaders }: CooperativeContext,
): Promise<readonly ServiceRecord[]> {
  if (ids.length < 1 || ids.length > MOST_SERVICES) {
    const message = `"serviceIds" must be 1 to ${MOST_SERVICES}, got ${ids.length}.`;
    throw badUserInput(message, 'serviceIds');
  }
  const rulebook = await loaders.rulebook();
  return [...new Set(ids)].flatMap((id) => {
    const owned = parseOwnedId(id);
    return owned?.cooperative === cooperativeId ? (rulebook.findOffered(owned.local) ?? []) : [];
  });
}

/** @throws BAD_USER_INPUT */
function checkNumbers(services: readonly ServiceRecord[], from: string, to: string): void {
  const resources = new Set(services.flatMap((service) => service.resources)).size;
  const budgets = services.filter(({ maxMinutesPerDay }) => maxMinutesPerDay !== undefined).length;
  const days = epochDayOf(to) - epochDayOf(from) + 1;
  checkMost('days of resources and budgets', MOST_NUMBERS, (resources + budgets) * days);
}

/** @throws BAD_USER_INPUT */
function checkMost(what: string, most: number, got: number): void {
  if (got <= most) return;
  const message = `Wanted at most ${most} ${what} in one answer, got ${got}: ask for fewer days or services.`;
  throw badUserInput(message, 'to');
}
