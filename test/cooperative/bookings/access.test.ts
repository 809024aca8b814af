import { afterEach, describe, expect, it } from '@jest/globals';
import { bookableFile, codesOf, Desk, MONDAY, statesOf } from './support.js';
import { loadBuiltInLists } from '../../../subgraphs/shared/lists/reference-lists.js';
import { parseCooperativeFile } from '../../../subgraphs/shared/network-file/index.js';
import { startCooperative, type Json, type RunningCooperative } from '../support.js';

let karhu: RunningCooperative;
afterEach(() => karhu.close());

const start = async (options: { bookingToken: string | null; areMutationsOpen: boolean }) => {
  karhu = await startCooperative(options);
  const text = JSON.stringify(bookableFile());
  const { cooperative } = parseCooperativeFile(text, 'karhu.json', loadBuiltInLists(), 'karhu');
  await karhu.server.dataSource.import(cooperative, false);
};

const withHeader = (authorization: string) =>
  new Desk({
    ask: async (query, variables = {}) => {
      const response = await fetch(`${karhu.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as never;
    },
  });

describe('The booking process', () => {
  it('shows its token where there is one, in production and out of it', async () => {
    await start({ bookingToken: 'salaisuus', areMutationsOpen: false });

    const stranger = await new Desk(karhu).hold();
    const wrong = await withHeader('Bearer salaisuu').hold();
    const right = await withHeader('Bearer salaisuus').hold();

    expect(stranger).toMatchObject({ legs: [], userErrors: [{ code: 'FORBIDDEN', field: null }] });
    expect(codesOf(wrong)).toEqual(['FORBIDDEN']);
    expect(statesOf(right)).toEqual(['HELD']);
  });

  it('must show it for every command', async () => {
    await start({ bookingToken: 'salaisuus', areMutationsOpen: true });
    const desk = new Desk(karhu);

    const payloads = [
      await desk.hold(),
      await desk.enrol(),
      await desk.confirm({}),
      await desk.extend({}),
      await desk.release({}),
      await desk.cancel({}),
      await desk.move({ start: `${MONDAY}T09:00:00Z` }),
      await desk.read('order-1'),
    ];

    expect(payloads.flatMap(codesOf)).toEqual(payloads.map(() => 'FORBIDDEN'));
  });

  it('may do nothing in production where it has no token', async () => {
    await start({ bookingToken: null, areMutationsOpen: false });

    expect(codesOf(await withHeader('Bearer ').hold())).toEqual(['FORBIDDEN']);
  });
});

describe('In production', () => {
  const bookings = `query { _entities(representations: [{ __typename: "Cooperative", id: "karhu" }]) {
    ... on Cooperative { name bookings(from: "${MONDAY}") { edges { cursor } } waitingList { since } } } }`;

  it('nobody acts as staff or sees what is theirs, and customers stay hidden', async () => {
    await start({ bookingToken: 'salaisuus', areMutationsOpen: false });
    const desk = withHeader('Bearer salaisuus');
    await desk.hold();
    const { legs } = await desk.confirm({});
    const acts: [string, Json][] = [
      ['startBooking', {}],
      ['completeBooking', { deliveredMinutes: 60 }],
      ['declineBooking', {}],
      ['recordNoShow', {}],
    ];

    const payloads = [];
    for (const [act, more] of acts) {
      payloads.push(await desk.staff(act, { id: legs[0]?.bookings[0]?.id, ...more }));
    }
    const { data, errors } = await karhu.ask<{ _entities: unknown[] }>(bookings);

    expect(payloads.flatMap(codesOf)).toEqual(acts.map(() => 'FORBIDDEN'));
    expect(legs[0]?.bookings[0]?.customer).toBeNull();
    expect(data._entities).toEqual([
      { name: 'Osuuskunta Karhunkynsi', bookings: null, waitingList: null },
    ]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });
});
