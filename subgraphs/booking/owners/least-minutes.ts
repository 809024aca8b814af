import { z } from 'zod';
import type { OwnerClient } from '../../shared/owners/client/owner-client.js';

const QUERY = `query LeastMinutes($of: [_Any!]!) {
  _entities(representations: $of) { ... on Service { id capacity { minMinutes } } }
}`;

const Minutes = z.number().int().min(1).max(2_147_483_647);
const Found = z.object({
  _entities: z.array(
    z
      .object({ id: z.string(), capacity: z.object({ minMinutes: Minutes }).nullish() })
      .nullish()
      .catch(null),
  ),
});

/**
 * How long a booking of some of an owner's services has to be at least, in minutes. One request; none for no services.
 * @returns By service; those of which the owner does not say so in time are missing.
 */
export async function askLeastMinutes(
  owners: Pick<OwnerClient, 'ask'>,
  cooperative: string,
  services: readonly string[],
  timeoutMs: number,
): Promise<ReadonlyMap<string, number>> {
  if (services.length === 0) return new Map();
  const of = [...new Set(services)].map((id) => ({ __typename: 'Service', id }));
  const read = (data: unknown): ReadonlyMap<string, number> =>
    new Map(
      Found.parse(data)._entities.flatMap((entity) =>
        entity?.capacity ? [[entity.id, entity.capacity.minMinutes] as const] : [],
      ),
    );
  const reply = await owners.ask(cooperative, { query: QUERY, variables: { of } }, read, timeoutMs);
  return reply.kind === 'answer' ? reply.data : new Map();
}
