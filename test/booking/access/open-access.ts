import { afterAll, beforeAll } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import type { Answer } from '../../support/ask.js';
import { openFreshDatabase } from '../../support/database.js';
import { startFakeEndpoint, type FakeEndpoint } from '../../support/fakes/endpoint.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import { catalogueOf, work } from '../exchange/support/exchange-works.js';
import { startBooking, TestClock, type RunningBooking } from '../support.js';
import { KARHU } from './people.js';

const NAMES = ['karhu', 'lumo'];

/** What the tests of access work with. */
export interface OpenAccess {
  readonly database: Database;
  readonly booking: RunningBooking;
}

/** One booking process between two cooperatives, for all tests of a suite. @param take - Is given it, before the first. */
export function openForAll(take: (opened: OpenAccess) => Promise<void>): void {
  let database: Database;
  let owners: FakeOwners;
  let catalogue: FakeEndpoint;
  let booking: RunningBooking;

  beforeAll(async () => {
    const clock = new TestClock();
    database = await openFreshDatabase();
    owners = await startFakeOwners(NAMES, clock);
    owners.registry.set({ id: 'karhu', businessId: KARHU });
    for (const id of NAMES) owners.owner(id).ledger.capacityByService.set(`${id}:siivous`, 100);
    const works = NAMES.map((id) => work(`${id}:siivous`));
    catalogue = await startFakeEndpoint(catalogueOf({ works, neverRead: [] }));
    booking = await startBooking(database, owners, clock, { catalogueUrl: catalogue.url });
    await take({ database, booking });
  });
  afterAll(async () => {
    await booking.close();
    await owners.close();
    await catalogue.close();
    await database.close();
  });
}

/** What a field of a command's answer says. */
interface Told {
  readonly userErrors: readonly { readonly code: string }[];
}

/** Of each field of an answer the code with which it was refused, thrown or told; null where it was not. */
export function codesOf({ data, errors = [] }: Answer<unknown>): Record<string, string | null> {
  const fields = Object.entries(data as Record<string, Partial<Told> | null>);
  return Object.fromEntries(
    fields.map(([name, value]) => {
      const thrown = errors.find(({ path }) => path?.[0] === name)?.extensions['code'];
      const told = value?.userErrors?.[0]?.code;
      return [name, (thrown as string | undefined) ?? told ?? null];
    }),
  );
}

/** The codes of `codesOf` that say that who asks may not. */
export function refusalsOf(answer: Answer<unknown>): string[] {
  const refused = ['UNAUTHENTICATED', 'FORBIDDEN'];
  return Object.entries(codesOf(answer)).flatMap(([name, code]) =>
    code !== null && refused.includes(code) ? [`${name} ${code}`] : [],
  );
}

/** Sends one command as somebody. @returns Its payload. @throws Error with what was answered where there is none. */
export async function command<Payload>(
  booking: RunningBooking,
  [name, type]: readonly [name: string, type: string],
  input: object,
  asker: Asker,
  fields: string,
): Promise<Payload> {
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
  const { data, errors } = await booking.ask<Record<string, Payload | null>>(
    query,
    { input },
    asker,
  );
  const payload = data[name];
  if (!payload) throw new Error(`${name} was not answered: ${JSON.stringify(errors)}`);
  return payload;
}
