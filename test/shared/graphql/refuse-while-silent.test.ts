import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createSubgraphServer,
  type SubgraphServer,
} from '../../../subgraphs/shared/graphql/subgraph-server.js';
import { DatabaseWatch } from '../../../subgraphs/shared/mongo/limits/database-watch.js';
import { createLogger } from '../../../subgraphs/shared/process/logger.js';

const QUESTION = '{ catalogueChanges { epoch } }';
const COMMAND = `mutation {
  publishService(input: { id: "karhu:a", published: true }) { service { id } userErrors { code } }
}`;

describe('a subgraph whose database is silent', () => {
  const log = createLogger('subgraph', 'silent');
  const servers: SubgraphServer[] = [];
  let begun: string[];
  let isThere: boolean;
  let watch: DatabaseWatch;

  beforeEach(() => {
    [begun, isThere] = [[], false];
    watch = new DatabaseWatch({
      log,
      ping: () => (isThere ? Promise.resolve() : Promise.reject(new Error('Gone.'))),
      pingAfresh: () => Promise.reject(new Error('Gone.')),
    });
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  async function start(needsDatabase = true): Promise<(query: string) => Promise<Response>> {
    const server = await createSubgraphServer({
      name: 'cooperative',
      resolvers: {
        Query: {
          catalogueChanges: () => {
            begun.push('catalogueChanges');
            return { epoch: 'e1' };
          },
        },
        Mutation: {
          publishService: () => {
            begun.push('publishService');
            return { service: null, userErrors: [] };
          },
        },
      },
      createContext: (_request, signal) => ({ signal }),
      findObstacle: () => null,
      database: watch,
      needsDatabase: () => needsDatabase,
      log,
    });
    servers.push(server);
    const url = await server.listen('127.0.0.1', 0);
    return (query) =>
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
  }

  it.each([QUESTION, COMMAND])('refuses at once and begins nothing: %s', async (query) => {
    const ask = await start();
    await watch.look();

    const response = await ask(query);

    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '3']);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: expect.stringMatching(/not answered for \d+ s\. Nothing of this was begun/),
          extensions: { code: 'DATABASE_UNAVAILABLE', retryAfterSeconds: 3 },
        },
      ],
      extensions: { retryAfterSeconds: 3 },
    });
    expect(begun).toEqual([]);
  });

  it('says what it is all the same', async () => {
    const ask = await start();
    await watch.look();

    const response = await ask('{ __typename __schema { queryType { name } } _service { sdl } }');

    expect(await response.json()).toMatchObject({
      data: { __typename: 'Query', __schema: { queryType: { name: 'Query' } } },
    });
  });

  it('answers once that answers again, and while it only carries out no commands', async () => {
    const ask = await start();
    await watch.look();
    isThere = true;
    await watch.look();
    watch.note(false, 15_000);

    const response = await ask(QUESTION);

    expect(await response.json()).toEqual({ data: { catalogueChanges: { epoch: 'e1' } } });
  });

  it('answers what needs none', async () => {
    const ask = await start(false);
    await watch.look();

    const response = await ask(QUESTION);

    expect(await response.json()).toEqual({ data: { catalogueChanges: { epoch: 'e1' } } });
  });
});
