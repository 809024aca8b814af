import { z } from 'zod';
import type { OwnerClient } from '../../../shared/owners/client/owner-client.js';
import type { OwnerReply } from '../../../shared/owners/client/read-reply.js';
import { CURRENCY_CODES, PRICE_UNITS } from '../../../shared/words/closed-sets.js';
import type { OfferedService } from './agreed-terms.js';

const QUERY = `query OfferedServices($of: [_Any!]!) {
  _entities(representations: $of) { ... on Service { id cpv unit price { currency } } }
}`;

const Services = z.object({
  _entities: z.array(
    z
      .object({
        id: z.string(),
        cpv: z.array(z.string().regex(/^\d{8}$/)).max(1_000),
        unit: z.enum(PRICE_UNITS),
        price: z.object({ currency: z.enum(CURRENCY_CODES) }),
      })
      .nullable(),
  ),
});

/**
 * What an owner's services are, as it offers them now. One request.
 * @returns By id; what it does not have is missing.
 */
export function askServices(
  owners: OwnerClient,
  cooperative: string,
  ids: readonly string[],
  timeoutMs: number,
): Promise<OwnerReply<ReadonlyMap<string, OfferedService>>> {
  const of = ids.map((id) => ({ __typename: 'Service', id }));
  const read = (data: unknown): ReadonlyMap<string, OfferedService> =>
    new Map(
      Services.parse(data)._entities.flatMap((service) => {
        if (service === null) return [];
        const { id, cpv, unit, price } = service;
        return [[id, { cpv, unit, currency: price.currency }] as const];
      }),
    );
  return owners.ask(cooperative, { query: QUERY, variables: { of } }, read, timeoutMs);
}
