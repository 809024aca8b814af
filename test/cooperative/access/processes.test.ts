import { afterEach, describe, expect, it } from '@jest/globals';
import type { RequestVerifier } from '../../../subgraphs/shared/identity/processes/verify-request.js';
import { asking, verifierOf } from '../../support/fakes/hub-keys.js';
import { startCooperative, type RunningCooperative } from '../support.js';

const PUBLIC =
  '{ _entities(representations: [{ __typename: "Service", id: "karhu:siivous" }]) { ... on Service { published } } }';
const FEED = '{ catalogueChanges(since: 0, first: 1) { epoch } }';
const LINKS = 'mutation { renewCalendarLinks(input: { cooperative: "karhu" }) { links { path } } }';
const READ =
  'mutation { readBookings(input: { cooperative: "karhu", orderId: "a" }) { legs { leg } } }';

let karhu: RunningCooperative;
afterEach(() => karhu.close());

const start = async (verifier: RequestVerifier | null) => {
  karhu = await startCooperative({ verifier });
};
const send = async (query: string, headers: Readonly<Record<string, string>>) => {
  const response = await fetch(`${karhu.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as unknown;
};

describe('a broken token', () => {
  const sign = (audience: string, asked: Parameters<typeof asking>[3]) =>
    asking(audience, JSON.stringify({ query: PUBLIC }), null, asked);

  it.each([
    ['for another cooperative', () => sign('lumo', {}), 'wrong-audience'],
    [
      'of a process that is none of the hub',
      () => sign('karhu', { process: 'lumo', scope: 'poke' }),
      'unknown-key',
    ],
    ['with what its process may not', () => sign('karhu', { scope: 'book' }), 'wrong-scope'],
  ])('is refused for what is public too: one %s', async (_name, headers, reason) => {
    await start(verifierOf('karhu'));

    expect(await send(PUBLIC, headers())).toEqual({
      errors: [
        {
          message: expect.stringContaining('Wanted a token'),
          extensions: { code: 'UNAUTHENTICATED', reason },
        },
      ],
    });
    expect(await send(PUBLIC, {})).toEqual({ data: { _entities: [null] } });
  });
});

describe('an endpoint that trusts no keys', () => {
  it('answers everybody as the public, whatever is shown', async () => {
    await start(null);
    const ask = async (query: string) => {
      const { errors } = await karhu.ask(query);
      return errors?.map(({ extensions }) => extensions.code);
    };

    expect(await ask(PUBLIC)).toBeUndefined();
    expect(await ask(FEED)).toEqual(['FORBIDDEN']);
    expect(await ask(READ)).toEqual(['FORBIDDEN']);
    expect(await ask(LINKS)).toEqual(['UNAUTHENTICATED']);
  });
});
