import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SUBGRAPHS } from '../../../schema/sdl.js';
import type { SubgraphServer } from '../../../subgraphs/shared/graphql/subgraph-server.js';
import { oddRequest } from '../../support/odd-requests.js';
import { createErrorLog, expectClientsFault } from '../../support/send-odd-request.js';
import { startPlainSubgraph } from './plain-subgraph.js';

describe.each(SUBGRAPHS)('the server of %s', (name) => {
  const { log, lines } = createErrorLog();
  let server: SubgraphServer;
  let url: string;
  beforeAll(async () => {
    ({ server, url } = await startPlainSubgraph(name, log));
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
