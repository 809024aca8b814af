import { describe, expect, it } from '@jest/globals';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { BUYER, leg, orderOf, type RunningBooking } from '../support.js';
import { command, openForAll, refusalsOf } from './open-access.js';
import { expected, KARHU, ofEach, PEOPLE, PORI, TURKU } from './people.js';

interface Made {
  readonly order: {
    readonly id: string;
    readonly buyer: { readonly organisationId: string | null };
  } | null;
  readonly secret: string | null;
}

const PLACE = ['placeOrder', 'HoldOrderInput'] as const;
const MADE = 'order { id buyer { organisationId } } secret';

let database: Database;
let booking: RunningBooking;
openForAll((opened) => {
  ({ database, booking } = opened);
  return Promise.resolve();
});

const place = (idempotencyKey: string, asker: Asker, buyer: object = BUYER) =>
  command<Made>(
    booking,
    PLACE,
    { idempotencyKey, ...orderOf([leg('karhu')], { buyer }) },
    asker,
    MADE,
  );

describe('whoever makes an order or a request', () => {
  /** What is refused of what makes one, though nothing is made: no key is given. */
  const refused = async (asker: Asker, organisationId: string | null): Promise<string[]> => {
    const who = `{ name: "Aino", municipality: "FI-609", organisationId: ${JSON.stringify(organisationId)} }`;
    const when = 'start: "2027-03-22T10:00:00Z", minutes: 60';
    const one = `{ serviceId: "karhu:siivous", ${when} }`;
    const order = `idempotencyKey: "", channel: PHONE, buyer: ${who}`;
    const answer = await booking.ask(
      `mutation {
        holdOrder(input: { ${order}, legs: [${one}] }) { userErrors { code } }
        placeOrder(input: { ${order}, legs: [${one}] }) { userErrors { code } }
        placeSeries(input: { ${order}, serviceId: "karhu:siivous", ${when}, until: "2027-04-22" }) { userErrors { code } }
        enrol(input: { ${order}, leg: ${one} }) { userErrors { code } }
        createRequest(input: { idempotencyKey: "", channel: PHONE, caller: ${who}, what: "Siivous", municipality: "FI-609", ${when} }) { userErrors { code } }
      }`,
      {},
      asker,
    );
    return refusalsOf(answer);
  };
  const all = ['holdOrder', 'placeOrder', 'placeSeries', 'enrol', 'createRequest'].map(
    (name) => `${name} FORBIDDEN`,
  );

  it('needs no role, and an auditor makes none', async () => {
    expect(await ofEach((asker) => refused(asker, null))).toEqual(
      expected<string[]>([], { auditor: all }),
    );
  });

  it('makes it for an organisation as its officer or program, for one who calls, or without a role', async () => {
    const may = { public: [], staff: [], staffOfLumo: [], coordinator: [] };
    expect(await ofEach((asker) => refused(asker, PORI))).toEqual(
      expected(all, { ...may, officer: [], machineOfPori: [] }),
    );
    expect(await ofEach((asker) => refused(asker, KARHU))).toEqual(
      expected(all, { ...may, officerOfKarhu: [], machine: [] }),
    );
  });

  it('is known by the organisation in any spelling', async () => {
    expect(await refused(PEOPLE.officer, ` FI${PORI.replace('-', '')} `)).toEqual([]);
  });
});

describe('an order', () => {
  it('is the organisation’s where its officer names none', async () => {
    const { order } = await place('by officer', PEOPLE.officer);

    expect(order?.buyer.organisationId).toBe(PORI);
  });

  it('stays a caller’s where staff make it, and one’s own where one is a household too', async () => {
    const { caller } = PEOPLE.officer;
    const grants = [...(caller?.grants ?? []), { role: 'HOUSEHOLD', organisation: null } as const];
    const both = { caller: caller && { ...caller, grants }, process: null };

    expect((await place('by staff', PEOPLE.staff)).order?.buyer.organisationId).toBeNull();
    expect((await place('by both', both)).order?.buyer.organisationId).toBeNull();
  });

  it('is refused to an officer of several organisations who does not say for which', async () => {
    const { caller } = PEOPLE.officer;
    const grants = [...(caller?.grants ?? []), { role: 'OFFICER', organisation: TURKU } as const];
    const both = { caller: caller && { ...caller, grants }, process: null };

    await expect(place('of which', both)).rejects.toThrow('FORBIDDEN');
    const named = await place('of that', both, { ...BUYER, organisationId: TURKU });
    expect(named.order?.buyer.organisationId).toBe(TURKU);
  });

  it('remembers who made it by a pseudonym, and nothing else of them', async () => {
    const { order } = await place('by household', PEOPLE.household);

    const stored = await database.connection
      .collection<{ _id: string; maker: string }>('orders')
      .findOne({ _id: order?.id ?? '' });
    expect(stored?.maker).toMatch(/^gateway [\w-]{43}$/);
    expect(JSON.stringify(stored)).not.toContain(PEOPLE.household.caller?.subject);
  });
});

describe('a key', () => {
  it('gives the same answer to the same caller, and another order to another', async () => {
    const first = await place('the same', PEOPLE.household);
    const again = await place('the same', PEOPLE.household);
    const others = [
      await place('the same', PEOPLE.neighbour),
      await place('the same', PEOPLE.public),
      await place('the same', PEOPLE.coordinator),
    ];

    expect(again).toEqual(first);
    expect(new Set([first, ...others].map(({ order }) => order?.id)).size).toBe(4);
    expect(new Set([first, ...others].map(({ secret }) => secret)).size).toBe(4);
  });

  it('of a request is the caller’s own too', async () => {
    const ask = (asker: Asker) =>
      command<{ request: { id: string }; secret: string }>(
        booking,
        ['createRequest', 'CreateRequestInput'],
        {
          ...{ idempotencyKey: 'the same', what: 'Siivous', municipality: 'FI-609' },
          ...{ start: '2027-03-22T10:00:00Z', minutes: 60, channel: 'PHONE', caller: BUYER },
        },
        asker,
        'request { id } secret',
      );
    const first = await ask(PEOPLE.household);

    expect(await ask(PEOPLE.household)).toEqual(first);
    const other = await ask(PEOPLE.neighbour);
    expect(other.request.id).not.toBe(first.request.id);
    expect(other.secret).not.toBe(first.secret);
  });
});
