import { z } from 'zod';
import { isOfForm } from '../../../../schema/scalars.js';
import { DAY_MS, dateOf } from '../../../shared/words/dates.js';
import type { OwnerClient } from '../../../shared/owners/client/owner-client.js';
import { FAIR_MS } from './ask-in-stages.js';
import type { WorkNeed } from './candidates.js';

/** Days of each question, one after the other: few at first, for most can do it soon; a year in all. */
const WINDOWS_DAYS = [7, 31, 93, 93, 93, 50];

const QUERY = `query EarliestStart($of: [_Any!]!, $from: Date!, $to: Date!, $minutes: Int!) {
  _entities(representations: $of) {
    ... on Service { id availability(from: $from, to: $to, minutes: $minutes) { starts { time places } } }
  }
}`;

const Start = z.object({
  time: z.string().refine((text) => isOfForm('DateTime', text)),
  places: z.number(),
});
const Found = z.object({
  _entities: z.array(
    z
      .object({
        id: z.string(),
        availability: z.array(z.object({ starts: z.array(Start) })).nullish(),
      })
      .nullish()
      .catch(null),
  ),
});

/**
 * Looks for the first start from the one asked for on at which the owner has room by its own rules, for each of its services.
 * One request after the other, each for the services that are still without one, six at most, as long as there is a fair time for it.
 * @returns By service; those without any within a year, or of which the owner does not say so in time, are missing.
 */
export async function findEarliest(
  owners: Pick<OwnerClient, 'ask'>,
  cooperative: string,
  services: readonly string[],
  need: WorkNeed,
  timeoutMs: number,
): Promise<ReadonlyMap<string, Date>> {
  const deadline = performance.now() + timeoutMs;
  const found = new Map<string, Date>();
  // The day before in UTC: whatever its zone, the owner's day of the start is not left out.
  let day = Math.floor(need.start.getTime() / DAY_MS) - 1;
  for (const days of WINDOWS_DAYS) {
    const missing = services.filter((id) => !found.has(id));
    const leftMs = Math.floor(deadline - performance.now());
    if (missing.length === 0 || leftMs < FAIR_MS) break;
    const window = { from: dateOf(day), to: dateOf(day + days - 1), minutes: need.minutes };
    const of = missing.map((id) => ({ __typename: 'Service', id }));
    const operation = { query: QUERY, variables: { of, ...window } };
    const read = (data: unknown): Map<string, Date> => readStarts(data, missing, need);
    const reply = await owners.ask(cooperative, operation, read, leftMs);
    if (reply.kind !== 'answer') break;
    for (const [id, start] of reply.data) found.set(id, start);
    day += days;
  }
  return found;
}

/** The first start of each service that is early enough and has places enough. */
function readStarts(
  data: unknown,
  services: readonly string[],
  { start, quantity }: WorkNeed,
): Map<string, Date> {
  const first = new Map<string, Date>();
  for (const entity of Found.parse(data)._entities) {
    if (!entity || !services.includes(entity.id)) continue;
    const instants = (entity.availability ?? [])
      .flatMap(({ starts }) => starts)
      .filter(({ places }) => places >= quantity)
      .map(({ time }) => Date.parse(time))
      .filter((time) => time >= start.getTime());
    if (instants.length > 0) first.set(entity.id, new Date(Math.min(...instants)));
  }
  return first;
}
