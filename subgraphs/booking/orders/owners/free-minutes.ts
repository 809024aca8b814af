import { z } from 'zod';
import { ownerOf } from '../../../shared/words/ids.js';
import { DAY_MS } from '../../../shared/words/dates.js';
import type { OwnerClient } from '../../../shared/owners/client/owner-client.js';

const QUERY = `query FreeMinutes($of: [_Any!]!, $from: Date!, $to: Date!) {
  _entities(representations: $of) { ... on Service { id availability(from: $from, to: $to) { freeMinutes } } }
}`;

const Free = z.object({
  _entities: z.tuple([
    z.object({
      id: z.string(),
      availability: z.array(z.object({ freeMinutes: z.int().min(0) })).max(100),
    }),
  ]),
});

/**
 * Asks the owner of a service for the person-minutes that nobody has of it, over some days from today.
 * @returns Null where it does not tell.
 */
export async function askFreeMinutes(
  owners: OwnerClient,
  serviceId: string,
  now: Date,
  days: number,
  timeoutMs: number,
): Promise<number | null> {
  const dayAt = (ms: number): string => new Date(now.getTime() + ms).toISOString().slice(0, 10);
  const of = [{ __typename: 'Service', id: serviceId }];
  const variables = { of, from: dayAt(0), to: dayAt((days - 1) * DAY_MS) };
  const read = (data: unknown): number => {
    const [found] = Free.parse(data)._entities;
    if (found.id !== serviceId) throw new Error('It answered for another service.');
    return found.availability.reduce((total, { freeMinutes }) => total + freeMinutes, 0);
  };
  const owner = ownerOf(serviceId) ?? '';
  const reply = await owners.ask(owner, { query: QUERY, variables }, read, timeoutMs);
  return reply.kind === 'answer' ? reply.data : null;
}
