import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import {
  createSubgraphServer,
  type SubgraphServer,
} from '../../subgraphs/shared/graphql/subgraph-server.js';

interface Asked {
  readonly signal: AbortSignal;
  readonly answer: Promise<null>;
}

describe('a subgraph whose caller waits', () => {
  let server: SubgraphServer;
  let url: string;
  let asked: Promise<AbortSignal>;
  let answer: () => void;

  beforeEach(async () => {
    let onAsked: (signal: AbortSignal) => void;
    asked = new Promise((resolve) => (onAsked = resolve));
    const answered = new Promise<null>((resolve) => {
      answer = () => {
        resolve(null);
      };
    });
    server = await createSubgraphServer<Asked>({
      name: 'cooperative',
      resolvers: {
        Query: {
          catalogueChanges: (_root: unknown, _args: unknown, { answer: given }: Asked) => given,
        },
      },
      createContext: (_request, signal) => {
        onAsked(signal);
        return { signal, answer: answered };
      },
      isReady: () => true,
      log: pino({ level: 'silent' }),
    });
    url = `${await server.listen('127.0.0.1', 0)}/graphql`;
  });
  afterEach(() => server.close());

  const ask = (signal: AbortSignal | null = null) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ catalogueChanges { revision } }' }),
      signal,
    });

  it('is told when the caller has gone', async () => {
    const caller = new AbortController();
    const response = ask(caller.signal);
    const signal = await asked;
    const isTold = new Promise((resolve) => {
      signal.addEventListener('abort', resolve, { once: true });
    });

    caller.abort();

    await expect(response).rejects.toThrow();
    await isTold;
    expect(signal.reason).toMatchObject({ extensions: { code: 'GATEWAY_TIMEOUT' } });
    answer();
  });

  it('is told nothing when it has answered', async () => {
    answer();

    const response = await ask();

    expect(await response.json()).toEqual({ data: { catalogueChanges: null } });
    await server.close();
    expect((await asked).aborted).toBe(false);
  });
});
