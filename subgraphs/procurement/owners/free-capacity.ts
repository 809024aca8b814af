import { z } from 'zod';
import type { OwnerClient } from '../../shared/owners/client/owner-client.js';
import { epochDayOf } from '../../shared/words/dates.js';
import { parseOwnedId } from '../../shared/words/ids.js';
import type { FreeCapacity } from '../need/need.js';
import { askOwner, MOST_SERVICES, tooManyServices, type Told } from './ask-owner.js';

/** Beyond what any cooperative has, and what a search could look at. */
const MOST_RESOURCES = 1_000;
const MOST_MINUTES = 2_147_483_647;

const QUERY = `query FreeCapacity($of: [_Any!]!, $from: Date!, $to: Date!, $serviceIds: [ID!]!) {
  _entities(representations: $of) { ... on Cooperative {
    freeCapacity(from: $from, to: $to, serviceIds: $serviceIds) {
      from resources { id serviceIds minutes } budgets { serviceIds minutes }
    }
  } }
}`;

/** What a cooperative is asked: nothing of who asks, or what for. */
export interface CapacityQuestion {
  readonly cooperative: string;
  readonly from: string;
  /** Included. */
  readonly to: string;
  /** Its own. */
  readonly services: readonly string[];
}

/** Asks a cooperative what it has free on some days for some of its services. One request. Never rejects. */
export async function askFreeCapacity(
  owners: Pick<OwnerClient, 'ask'>,
  { cooperative, from, to, services }: CapacityQuestion,
  timeoutMs: number,
): Promise<Told<FreeCapacity>> {
  if (services.length > MOST_SERVICES) return tooManyServices(services.length);
  const form = capacityForm({ cooperative, from, to, services });
  const question = {
    field: 'freeCapacity',
    query: QUERY,
    variables: { from, to, serviceIds: services },
    read: (value: unknown): FreeCapacity => ({ cooperative, ...form.parse(value) }),
  } as const;
  return askOwner(owners, cooperative, question, timeoutMs);
}

/** What an answer to a question has to be: as many numbers as days, of these services, each resource once, all its own. */
function capacityForm({ cooperative, from, to, services }: CapacityQuestion) {
  const days = epochDayOf(to) - epochDayOf(from) + 1;
  const known = new Set(services);
  // One look at each: an answer has up to a million numbers.
  const minutes = z.custom<readonly number[]>(
    (value) => Array.isArray(value) && value.length === days && value.every(isMinutes),
    'wanted whole minutes of each day',
  );
  const serviceIds = z
    .array(z.string())
    .max(MOST_SERVICES)
    .refine((ids) => ids.every((id) => known.has(id)), 'wanted services that were asked about')
    .refine((ids) => new Set(ids).size === ids.length, 'wanted each service once');
  const resource = z
    .object({
      id: z
        .string()
        .refine((id) => parseOwnedId(id)?.cooperative === cooperative, 'wanted its own'),
      ...{ serviceIds, minutes },
    })
    .transform(({ serviceIds: served, ...rest }) => ({ ...rest, services: served }));
  const budget = z
    .object({ serviceIds, minutes })
    .transform(({ serviceIds: limited, minutes: left }) => ({ services: limited, minutes: left }));
  return z.object({
    from: z.literal(from),
    resources: z
      .array(resource)
      .max(MOST_RESOURCES)
      .refine(
        (resources) => new Set(resources.map(({ id }) => id)).size === resources.length,
        'wanted each resource once',
      ),
    budgets: z.array(budget).max(MOST_SERVICES),
  });
}

function isMinutes(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_MINUTES;
}
