import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { oddRequest } from '../../support/odd-requests.js';
import { createErrorLog, expectClientsFault } from '../../support/send-odd-request.js';

describe('whatever a client sends to the gateway', () => {
  const { log, lines } = createErrorLog();
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({ log });
  });
  afterAll(() => network.close());

  it('is answered with what it got wrong, and leaves no error in the log', async () => {
    await fc.assert(
      fc.asyncProperty(oddRequest, async (sent) => {
        await expectClientsFault(network.url, sent);

        expect(lines).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
