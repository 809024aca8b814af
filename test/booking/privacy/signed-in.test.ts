import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import { PEOPLE } from '../access/people.js';
import { MONDAY } from '../../cooperative/bookings/support.js';
import { BUYER, orderOf } from '../support.js';
import { ANNA, startBookedAnna, type BookedAnna } from './support.js';

const PLACE = `mutation ($input: HoldOrderInput!) { made: placeOrder(input: $input) {
  one: order { id } userErrors { code }
} }`;
const REQUEST = `mutation ($input: CreateRequestInput!) { made: createRequest(input: $input) {
  one: request { id } userErrors { code }
} }`;
const EXPORT = `mutation ($input: ExportPersonInput!) { done: exportPerson(input: $input) {
  records { kind id } userErrors { code }
} }`;
const ERASE = `mutation ($input: ErasePersonInput!) { done: erasePerson(input: $input) {
  isDoneHere userErrors { code }
} }`;
const { household, neighbour } = PEOPLE;

let network: BookedAnna;
beforeAll(async () => {
  network = await startBookedAnna();
});
beforeEach(() => network.forgetAll());
afterAll(() => network.close());

const buyer = { ...BUYER, email: ANNA.email };
const when = { start: `${MONDAY}T07:00:00Z`, minutes: 60 };
const order = orderOf([{ serviceId: 'karhu:siivous', ...when }], { buyer });
const request = {
  ...{ channel: 'PHONE', caller: buyer, what: 'Siivousta', cpv: ['90910000'] },
  ...{ municipality: 'FI-609', ...when },
};

/** Has a household make one, signed in. @returns Its id. */
const made = async (query: string, input: object): Promise<string> => {
  const { data } = await network.ask<{
    readonly made: { readonly one: { readonly id: string } | null };
  }>(household, query, { input: { idempotencyKey: randomUUID(), ...input } });
  const id = data?.made.one?.id;
  if (id === undefined) throw new Error(JSON.stringify(data));
  return id;
};
const asked = async (asker: Asker, query: string, input: object) => {
  const { data, errors } = await network.ask<{ readonly done: object | null }>(asker, query, {
    input,
  });
  return { done: data?.done ?? null, codes: errors?.map(({ extensions }) => extensions.code) };
};
const makers = () =>
  Promise.all(
    ['orders', 'requests'].map(async (name) => {
      const rows = await network.database.connection.collection(name).find().toArray();
      return rows.map((row): unknown => row['maker']);
    }),
  );

describe.each([
  ['an order', 'orderId', PLACE, order, ['ORDER', 'BOOKING']],
  ['a request', 'requestId', REQUEST, request, ['REQUEST']],
] as const)('whoever has made %s, signed in', (_what, field, query, input, kinds) => {
  it('is given it without its secret, and nobody else is', async () => {
    const id = await made(query, input);

    const own = await asked(household, EXPORT, { [field]: id });

    expect(own.done).toMatchObject({ records: kinds.map((kind) => ({ kind })), userErrors: [] });
    expect(await asked(neighbour, EXPORT, { [field]: id })).toEqual({
      ...{ done: null, codes: ['FORBIDDEN'] },
    });
  });

  it('has it forgotten, with who made it, and nobody else does', async () => {
    const id = await made(query, input);
    const forget = (asker: Asker) =>
      asked(asker, ERASE, { idempotencyKey: randomUUID(), [field]: id });

    expect(await forget(neighbour)).toEqual({ done: null, codes: ['FORBIDDEN'] });
    expect((await makers()).flat()).not.toEqual([null]);
    const own = await forget(household);

    expect(own.done).toEqual({ isDoneHere: true, userErrors: [] });
    expect((await makers()).flat()).toEqual([null]);
    const left = await asked(PEOPLE.coordinator, EXPORT, { email: ANNA.email, phone: ANNA.phone });
    expect(left.done).toMatchObject({ records: [{ kind: 'MEMBER' }, { kind: 'CONTACT' }] });
  });

  it('is given nothing of all that a person has', async () => {
    await made(query, input);

    expect(await asked(household, EXPORT, { email: ANNA.email })).toEqual({
      ...{ done: null, codes: ['FORBIDDEN'] },
    });
  });
});
