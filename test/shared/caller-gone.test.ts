import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import {
  createSubgraphServer,
  type SubgraphServer,
} from '../../subgraphs/shared/graphql/subgraph-server.js';

interface Page {
  readonly epoch: string;
}

const PAGE: Page = { epoch: 'e1' };

interface Asked {
  readonly signal: AbortSignal;
  readonly answer: Promise<Page>;
}

const QUESTION = '{ catalogueChanges { epoch revision } }';
const COMMANDS = `mutation { ${['a', 'b']
  .map(
    (name) => `${name}: publishService(input: { id: "karhu:${name}", published: true }) {
    service { published } userErrors { code }
  }`,
  )
  .join(' ')} }`;

describe('a subgraph whose caller waits', () => {
  let server: SubgraphServer;
  let url: string;
  let asked: Promise<AbortSignal>;
  let answer: () => void;
  let lookedUp: string[];
  let carriedOut: string[];

  beforeEach(async () => {
    [lookedUp, carriedOut] = [[], []];
    let onAsked: (signal: AbortSignal) => void;
    asked = new Promise((resolve) => (onAsked = resolve));
    const answered = new Promise<Page>((resolve) => {
      answer = () => {
        resolve(PAGE);
      };
    });
    const publish = async (id: string, { answer: given }: Asked) => {
      carriedOut.push(id);
      await given;
      return { service: { id }, userErrors: [] };
    };
    server = await createSubgraphServer<Asked>({
      name: 'cooperative',
      resolvers: {
        Query: {
          catalogueChanges: (_root: unknown, _args: unknown, { answer: given }: Asked) => given,
        },
        Mutation: {
          publishService: (_root: unknown, { input }: { input: { id: string } }, asked: Asked) =>
            publish(input.id, asked),
        },
        CatalogueChanges: {
          revision: () => lookedUp.push('revision'),
        },
        Service: {
          published: ({ id }: { id: string }) => {
            lookedUp.push(id);
            return true;
          },
        },
      },
      createContext: (_request, signal) => {
        onAsked(signal);
        return { signal, answer: answered };
      },
      findObstacle: () => null,
      log: pino({ level: 'silent' }),
    });
    url = `${await server.listen('127.0.0.1', 0)}/graphql`;
  });
  afterEach(() => server.close());

  const ask = (
    signal: AbortSignal | null = null,
    query = QUESTION,
    headers: Record<string, string> = {},
  ) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
      signal,
    });
  const isAborted = (signal: AbortSignal) =>
    new Promise((resolve) => {
      if (signal.aborted) resolve(null);
      else signal.addEventListener('abort', resolve, { once: true });
    });

  it('is told when the caller has gone', async () => {
    const caller = new AbortController();
    const response = ask(caller.signal);
    const signal = await asked;
    const isTold = isAborted(signal);

    caller.abort();

    await expect(response).rejects.toThrow();
    await isTold;
    expect(signal.reason).toMatchObject({ extensions: { code: 'GATEWAY_TIMEOUT' } });
    answer();
  });

  it('looks nothing up any more when the time is over that the caller has told', async () => {
    const response = ask(null, QUESTION, { 'x-deadline-ms': '1' });
    await isAborted(await asked);
    answer();

    expect(await (await response).json()).toMatchObject({
      errors: [{ extensions: { code: 'GATEWAY_TIMEOUT' }, path: ['catalogueChanges', 'revision'] }],
    });
    expect(lookedUp).toEqual([]);
  });

  it.each(['', 'soon', '-1', '1.5', '1e3', '99999999999'])(
    'takes "%s" for no time at which the caller stops waiting',
    async (told) => {
      answer();

      const response = await ask(null, QUESTION, { 'x-deadline-ms': told });

      expect(await response.json()).toEqual({
        data: { catalogueChanges: { epoch: 'e1', revision: 1 } },
      });
    },
  );

  it('carries out commands and answers them all the same', async () => {
    const response = ask(null, COMMANDS, { 'x-deadline-ms': '1' });
    await isAborted(await asked);
    answer();

    const done = { service: { published: true }, userErrors: [] };
    expect(await (await response).json()).toEqual({ data: { a: done, b: done } });
    expect(carriedOut).toEqual(['karhu:a', 'karhu:b']);
  });

  it('is told nothing when it has answered', async () => {
    answer();

    const response = await ask();

    expect(await response.json()).toEqual({
      data: { catalogueChanges: { epoch: 'e1', revision: 1 } },
    });
    await server.close();
    expect((await asked).aborted).toBe(false);
  });
});
