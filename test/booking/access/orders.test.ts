import { describe, expect, it } from '@jest/globals';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import type { RunningBooking } from '../support.js';
import { BUYER, leg, orderOf } from '../support.js';
import { command, openForAll, refusalsOf } from './open-access.js';
import { expected, ofEach, PEOPLE, PORI } from './people.js';

interface Made {
  readonly order: { readonly id: string } | null;
  readonly secret: string | null;
}

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string }; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

const PLACE = ['placeOrder', 'HoldOrderInput'] as const;
const HOLD = ['holdOrder', 'HoldOrderInput'] as const;
/** What acts take beside the order. */
const MORE: Readonly<Record<string, string>> = {
  cancelLeg: ', leg: 0',
  moveOrder: ', start: "2027-04-01T10:00:00Z"',
  changeSeries: ', fromLeg: 0, end: true',
};
const ACTS = [
  ...['extendHold', 'confirmOrder', 'cancelOrder', 'cancelLeg', 'moveOrder', 'changeSeries'],
];

let booking: RunningBooking;
const orders = new Map<string, { readonly id: string; readonly secret: string }>();

const make = async (
  name: string,
  asker: Asker,
  legs: readonly object[],
  more: object = {},
  how: typeof PLACE | typeof HOLD = PLACE,
): Promise<void> => {
  const input = { idempotencyKey: name, ...orderOf(legs, more) };
  const made = await command<Made>(booking, how, input, asker, 'order { id } secret');
  orders.set(name, { id: made.order?.id ?? '', secret: made.secret ?? '' });
};

openForAll(async (opened) => {
  ({ booking } = opened);
  await make('nobodys', PEOPLE.public, [leg('karhu', 8)]);
  await make('held', PEOPLE.public, [leg('karhu', 9)], {}, HOLD);
  await make('shared', PEOPLE.public, [leg('karhu', 10), leg('lumo', 8)]);
  const led = { leadCooperative: 'karhu' };
  await make('led', PEOPLE.public, [leg('karhu', 11), leg('lumo', 9)], led);
  await make('of household', PEOPLE.household, [leg('lumo', 10)]);
  await make('of member', PEOPLE.member, [leg('lumo', 11)]);
  await make('of officer', PEOPLE.officer, [leg('lumo', 12)]);
  await make('by staff', PEOPLE.staff, [leg('lumo', 13)]);
  const buyer = { ...BUYER, organisationId: PORI };
  await make('in its name', PEOPLE.public, [leg('lumo', 15)], { buyer });
  await make('for it', PEOPLE.coordinator, [leg('lumo', 16)], { buyer });
  for (const [name, asker] of [
    ['ended of household', PEOPLE.household],
    ['ended of officer', PEOPLE.officer],
  ] as const) {
    await make(name, asker, [leg('lumo', 14)]);
    const input = { idempotencyKey: name, orderId: orders.get(name)?.id };
    await command(booking, ['cancelOrder', 'OrderActionInput'], input, asker, 'order { id }');
  }
});

const NAMES = [
  ...['nobodys', 'held', 'shared', 'led'],
  ...['of household', 'of member', 'of officer', 'by staff', 'in its name', 'for it'],
];

/** Which of the orders somebody reads. @param isOpened - Whether with their secrets. */
const readBy = async (asker: Asker, isOpened: boolean): Promise<string[]> => {
  const fields = NAMES.map((name, index) => {
    const { id, secret } = orders.get(name) ?? { id: '', secret: '' };
    return `a${index}: order(id: "${id}" ${isOpened ? `, secret: "${secret}"` : ''})
      { id buyer { name phone } history { at text } legs { state } }`;
  });
  const { data, errors } = await booking.ask<Record<string, object | null>>(
    `{ ${fields.join(' ')} }`,
    {},
    asker,
  );
  expect(errors?.every(({ extensions }) => extensions['code'] === 'FORBIDDEN') ?? true).toBe(true);
  return NAMES.filter((_name, index) => data[`a${index}`] !== null);
};

describe('an order', () => {
  it('is read by whose it is, and once it is agreed by the cooperative that does it alone or leads it', async () => {
    const ofKarhu = ['nobodys', 'led'];
    const ofPori = ['of officer', 'for it'];

    expect(await ofEach((asker) => readBy(asker, false))).toEqual(
      expected<string[]>([], {
        household: ['of household'],
        member: ['of member'],
        ...{ staff: ofKarhu, machine: ofKarhu },
        staffOfLumo: NAMES.slice(4),
        ...{ officer: ofPori, machineOfPori: ofPori },
        coordinator: NAMES,
      }),
    );
  });

  it('is read by its secret, whoever shows that', async () => {
    expect(await ofEach((asker) => readBy(asker, true))).toEqual(expected(NAMES, {}));
  });
});

describe('orders', () => {
  const page = (asker: Asker, first: number, after: string | null) =>
    booking.ask<{ orders: Page | null }>(
      `query ($first: Int!, $after: String) { orders(first: $first, after: $after) {
        edges { node { id } cursor } pageInfo { hasNextPage } } }`,
      { first, after },
      asker,
    );
  /** The names of the orders that somebody lists, over all pages; the code where they may list none. */
  const list = async (asker: Asker, first = 20): Promise<string[] | string> => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let isMore = true; isMore;) {
      const { data, errors } = await page(asker, first, after);
      if (data.orders === null) return String(errors?.[0]?.extensions['code']);
      const { edges, pageInfo } = data.orders;
      seen.push(...edges.map(({ node }) => node.id));
      after = edges.at(-1)?.cursor ?? null;
      isMore = pageInfo.hasNextPage;
    }
    return [...orders].flatMap(([name, { id }]) => (seen.includes(id) ? [name] : []));
  };
  const lists = expected<string[] | string>('FORBIDDEN', {
    public: 'UNAUTHENTICATED',
    household: ['of household', 'ended of household'],
    neighbour: [],
    member: ['of member'],
    officer: ['of officer', 'for it', 'ended of officer'],
    machineOfPori: ['of officer', 'for it', 'ended of officer'],
    ...{ officerOfTurku: [], officerOfKarhu: [] },
    machine: [],
    coordinator: [...NAMES, 'ended of household', 'ended of officer'],
  });

  it('hold what one may read', async () => {
    expect(await ofEach((asker) => list(asker))).toEqual(lists);
  });

  it('hold the same page by page', async () => {
    expect(await list(PEOPLE.officer, 1)).toEqual(lists.officer);
    expect(await list(PEOPLE.coordinator, 1)).toEqual(lists.coordinator);
  });

  it('are looked for among those that one may read', async () => {
    const { data } = await booking.ask<{ orders: { edges: object[] } }>(
      '{ orders(filter: { state: CONFIRMED }) { edges { node { id } } } }',
      {},
      PEOPLE.household,
    );

    expect(data.orders.edges).toEqual([{ node: { id: orders.get('of household')?.id } }]);
  });
});

describe('a command on an order', () => {
  /** The commands that are refused to somebody. */
  const refused = async (asker: Asker, name: string, isOpened = false): Promise<string[]> => {
    const { id, secret } = orders.get(name) ?? { id: '', secret: '' };
    const opened = isOpened ? `, secret: "${secret}"` : '';
    const named = `idempotencyKey: "${Math.random()}", orderId: "${id}"${opened}`;
    const fields = ACTS.map((act) => {
      const more = MORE[act] ?? '';
      return `${act}(input: { ${named}${more} }) { userErrors { code } }`;
    });
    return refusalsOf(await booking.ask(`mutation { ${fields.join(' ')} }`, {}, asker));
  };
  const all = ACTS.map((act) => `${act} FORBIDDEN`);

  it('is for whose it is and the coordinator', async () => {
    expect(await ofEach((asker) => refused(asker, 'ended of household'))).toEqual(
      expected(all, { household: [], coordinator: [] }),
    );
    expect(await ofEach((asker) => refused(asker, 'ended of officer'))).toEqual(
      expected(all, { officer: [], machineOfPori: [], coordinator: [] }),
    );
  });

  it('is for whoever shows the secret', async () => {
    expect(await ofEach((asker) => refused(asker, 'ended of household', true))).toEqual(
      expected<string[]>([], {}),
    );
  });

  it('is not for the cooperative that may read it, and changes nothing', async () => {
    expect(await refused(PEOPLE.staff, 'nobodys')).toEqual(all);
    expect(await refused(PEOPLE.machine, 'nobodys')).toEqual(all);

    const { id = '', secret } = orders.get('nobodys') ?? {};
    expect((await booking.order(id, secret)).data.order?.state).toBe('CONFIRMED');
  });
});
