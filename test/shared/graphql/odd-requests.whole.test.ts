import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  createSubgraphServer,
  type SubgraphServer,
} from '../../../subgraphs/shared/graphql/subgraph-server.js';
import { oddRequest } from '../../support/odd-requests.js';
import { createErrorLog, expectClientsFault } from '../../support/send-odd-request.js';

describe.each(['booking', 'catalogue', 'cooperative'] as const)('the server of %s', (name) => {
  const { log, lines } = createErrorLog();
  const row = ({ id }: { readonly id: string }): object => ({ id });
  let server: SubgraphServer;
  let url: string;
  beforeAll(async () => {
    const entity = { __resolveReference: row };
    const resolvers = {
      booking: {},
      catalogue: { Service: entity, Cooperative: entity },
      cooperative: { Service: entity, Cooperative: entity, Member: entity, Booking: entity },
    }[name];
    server = await createSubgraphServer({
      name,
      resolvers,
      createContext: () => ({}),
      isReady: () => true,
      log,
    });
    url = await server.listen('127.0.0.1', 0);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    lines.length = 0;
  });

  it('answers whatever a client sends with what it got wrong, and logs no error', async () => {
    await fc.assert(
      fc.asyncProperty(oddRequest, async (sent) => {
        await expectClientsFault(url, sent);

        expect(lines).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
