import { afterEach, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../../subgraphs/shared/words/cursors.js';
import { startNetwork, type FakeNetwork } from './support/exchange-network.js';
import { closeRequest, createRequest } from './support/exchange-support.js';
import { work } from './support/exchange-works.js';

const TWO = ['aalto', 'berg'].map((id) => work(`${id}:siivous`));

let network: FakeNetwork;
afterEach(() => network.close());

describe('workRequests', () => {
  interface Page {
    readonly workRequests: {
      readonly edges: readonly { readonly node: { readonly what: string } }[];
      readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
    };
  }
  const page = (variables: object) =>
    network.ask<Page>(
      `query ($states: [WorkRequestState!], $filter: WorkRequestFilter, $first: Int!, $after: String) {
        workRequests(states: $states, filter: $filter, first: $first, after: $after) {
          edges { node { what } } pageInfo { endCursor hasNextPage }
        }
      }`,
      { first: 2, ...variables },
    );
  const whatOf = ({ workRequests }: Page): string[] =>
    workRequests.edges.map(({ node }) => node.what);

  it('lists the latest first, page by page, also where the network’s clock stands still', async () => {
    network = await startNetwork(TWO);
    for (const what of ['yksi', 'kaksi', 'kolme']) {
      await createRequest(network, { what });
      network.pass(1);
    }

    const first = await page({});
    const second = await page({ after: first.data.workRequests.pageInfo.endCursor });

    expect(whatOf(first.data)).toEqual(['kolme', 'kaksi']);
    expect(first.data.workRequests.pageInfo.hasNextPage).toBe(true);
    expect(whatOf(second.data)).toEqual(['yksi']);
    expect(second.data.workRequests.pageInfo.hasNextPage).toBe(false);
  });

  it('lists only those in the states asked for', async () => {
    network = await startNetwork(TWO);
    const made = await createRequest(network, { what: 'suljettu' });
    await closeRequest(network, made);
    await createRequest(network, { what: 'auki' });

    expect(whatOf((await page({ states: ['CLOSED'] })).data)).toEqual(['suljettu']);
    expect(whatOf((await page({ states: ['OFFERED', 'OPEN'] })).data)).toEqual(['auki']);
  });

  it('finds a request by reference, phone, name and day, like an order', async () => {
    network = await startNetwork(TWO);
    const caller = { municipality: 'FI-609' };
    const made = await createRequest(network, {
      what: 'yksi',
      caller: { ...caller, name: 'José Müller-Virtanen', phone: '+358 40 111 2233' },
    });
    await createRequest(network, {
      what: 'kaksi',
      caller: { ...caller, name: 'Åsa Österberg', phone: '116 117' },
      // The 23rd in Finland.
      start: '2027-03-22T22:30:00Z',
    });
    const reference = made.request?.reference.replace('-', ' ').toLowerCase();
    const found = async (filter: object): Promise<string[]> =>
      whatOf((await page({ filter })).data);

    expect(await found({ reference })).toEqual(['yksi']);
    expect(await found({ phone: '0401112233' })).toEqual(['yksi']);
    expect(await found({ phone: '116117' })).toEqual(['kaksi']);
    expect(await found({ name: 'jose virt' })).toEqual(['yksi']);
    expect(await found({ name: 'Öster' })).toEqual(['kaksi']);
    expect(await found({ name: 'asa oster' })).toEqual(['kaksi']);
    expect(await found({ reference: reference?.replace(/.$/, 'o') })).toEqual(['yksi']);
    expect(await found({ day: '2027-03-23' })).toEqual(['kaksi']);
    expect(await found({ day: '2027-03-22', name: 'muller' })).toEqual(['yksi']);
    expect(await found({ day: '2027-03-23', name: 'muller' })).toEqual([]);
  });

  it('finds a request that an older release has made', async () => {
    network = await startNetwork(TWO);
    const { request } = await createRequest(network, { what: 'vanha' });
    const keys = { phoneTail: '', nameWords: '', days: '' };
    await network.database.connection.collection('requests').updateMany({}, { $unset: keys });
    await network.startAnother();

    const { data } = await page({ filter: { name: 'aino', day: '2027-03-22' } });

    expect(request?.state).toBe('OFFERED');
    expect(whatOf(data)).toEqual(['vanha']);
  });

  it('finds a request by a name whose dots an older release had kept', async () => {
    network = await startNetwork(TWO);
    const caller = { name: 'Åsa Öberg', municipality: 'FI-684', phone: '116 117' };
    await createRequest(network, { what: 'vanha', caller });
    const keys = { nameWords: ['åsa', 'öberg'] };
    await network.database.connection.collection('requests').updateMany({}, { $set: keys });
    await network.startAnother();

    expect(whatOf((await page({ filter: { name: 'asa' } })).data)).toEqual(['vanha']);
  });

  it('finds a request by a short number that an older release could not find', async () => {
    network = await startNetwork(TWO);
    const caller = { name: 'Aino Aalto', municipality: 'FI-684', phone: '116 117' };
    await createRequest(network, { what: 'vanha', caller });
    const keys = { phoneTail: null };
    await network.database.connection.collection('requests').updateMany({}, { $set: keys });
    await network.startAnother();

    expect(whatOf((await page({ filter: { phone: '116117' } })).data)).toEqual(['vanha']);
  });

  it.each([
    ['no reference', { filter: { reference: 'hello' } }],
    ['no telephone number', { filter: { phone: '12' } }],
    ['no name', { filter: { name: ' ' } }],
    ['no rows', { first: 0 }],
    ['too many rows', { first: 101 }],
    ['a made-up cursor', { after: 'x' }],
    ['an empty cursor', { after: '' }],
    ['a cursor of no time', { after: encodeCursor([1e300, 'x']) }],
  ])('refuses %s', async (_what, variables) => {
    network = await startNetwork([]);

    const { errors } = await page(variables);

    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
