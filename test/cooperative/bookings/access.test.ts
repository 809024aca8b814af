import { afterEach, describe, expect, it } from '@jest/globals';
import { bookableFile, codesOf, Desk, MONDAY, statesOf } from './support.js';
import { loadBuiltInLists } from '../../../subgraphs/shared/lists/reference-lists.js';
import { parseCooperativeFile } from '../../../subgraphs/shared/network-file/index.js';
import { startCooperative, type Json, type RunningCooperative } from '../support.js';
import type { CooperativeServerOptions } from '../../../subgraphs/cooperative/server.js';
import type { Scope } from '../../../subgraphs/shared/identity/processes/hub-processes.js';
import { signerOf, verifierOf } from '../../support/fakes/hub-keys.js';

const NAME = 'Osuuskunta Karhunkynsi';
const PUBLIC =
  '{ _entities(representations: [{ __typename: "Cooperative", id: "karhu" }]) { ... on Cooperative { name } } }';

let karhu: RunningCooperative;
afterEach(() => karhu.close());

type Start = Pick<CooperativeServerOptions, 'areMutationsOpen'> & { isAlone?: boolean };

/** @param isAlone - Whether it trusts no keys. */
const start = async ({ areMutationsOpen, isAlone = false }: Start) => {
  const verifier = isAlone ? null : verifierOf('karhu');
  karhu = await startCooperative({ areMutationsOpen, verifier });
  const text = JSON.stringify(bookableFile());
  const { cooperative } = parseCooperativeFile(text, 'karhu.json', loadBuiltInLists(), 'karhu');
  await karhu.server.dataSource.import(cooperative, false);
};

/** Asks as a process of the hub. */
const askAs =
  (issuer: string, scope: Scope, audience = 'karhu'): RunningCooperative['ask'] =>
  async (query, variables = {}) => {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${karhu.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(await signerOf(issuer).headersFor({ audience, scope, body })),
      },
      body,
    });
    return (await response.json()) as never;
  };
const signedBy = (issuer: string, scope: Scope) => new Desk({ ask: askAs(issuer, scope) });

describe('The booking process', () => {
  it.each([true, false])(
    'signs its commands, while all else is open or not (%s)',
    async (isOpen) => {
      await start({ areMutationsOpen: isOpen });

      const stranger = await new Desk(karhu).hold();
      const gateway = await signedBy('gateway', 'act').hold();
      const reading = await signedBy('booking', 'read').hold();
      const right = await signedBy('booking', 'book').hold();

      expect(stranger).toMatchObject({
        legs: [],
        userErrors: [{ code: 'FORBIDDEN', field: null }],
      });
      expect([gateway, reading].flatMap(codesOf)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
      expect(statesOf(right)).toEqual(['HELD']);
    },
  );

  it('must sign every command', async () => {
    await start({ areMutationsOpen: true });
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

  it('may do nothing in production where it cannot be known', async () => {
    await start({ areMutationsOpen: false, isAlone: true });

    expect(codesOf(await signedBy('booking', 'book').hold())).toEqual(['FORBIDDEN']);
  });
});

describe('A broken token', () => {
  it.each([
    ['for another cooperative', () => askAs('booking', 'book', 'lumo'), 'wrong-audience'],
    ['of a process that is none of the hub', () => askAs('lumo', 'poke'), 'unknown-key'],
    ['with what its process may not', () => askAs('gateway', 'book'), 'wrong-scope'],
  ])('is refused for what is public too: one %s', async (_name, as, reason) => {
    await start({ areMutationsOpen: true });

    const answer = await as()(PUBLIC);

    expect(answer).toEqual({
      errors: [
        {
          message: expect.stringContaining('Wanted a token'),
          extensions: { code: 'UNAUTHENTICATED', reason },
        },
      ],
    });
    expect((await karhu.ask(PUBLIC)).data).toEqual({ _entities: [{ name: NAME }] });
  });
});

describe('The feed', () => {
  const FEED = '{ catalogueChanges(since: 0, first: 1) { epoch } }';
  const codeOf = async (ask: RunningCooperative['ask']) =>
    (await ask(FEED)).errors?.map(({ extensions }) => extensions.code);

  it('is for the catalogue alone in production', async () => {
    await start({ areMutationsOpen: false });

    expect(await codeOf((query) => karhu.ask(query))).toEqual(['FORBIDDEN']);
    expect(await codeOf(askAs('gateway', 'read'))).toEqual(['FORBIDDEN']);
    expect(await codeOf(askAs('booking', 'book'))).toEqual(['FORBIDDEN']);
    expect(await codeOf(askAs('catalogue', 'follow'))).toBeUndefined();
  });

  it('is open to whoever asks the endpoint itself while developing, and never to the gateway', async () => {
    await start({ areMutationsOpen: true });

    expect(await codeOf((query) => karhu.ask(query))).toBeUndefined();
    expect(await codeOf(askAs('gateway', 'read'))).toEqual(['FORBIDDEN']);
  });
});

describe('In production', () => {
  const bookings = `query { _entities(representations: [{ __typename: "Cooperative", id: "karhu" }]) {
    ... on Cooperative { name bookings(from: "${MONDAY}") { edges { cursor } } waitingList { since } } } }`;

  it('nobody acts as staff or sees what is theirs, and customers stay hidden', async () => {
    await start({ areMutationsOpen: false });
    const desk = signedBy('booking', 'book');
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
    expect(data._entities).toEqual([{ name: NAME, bookings: null, waitingList: null }]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });
});
