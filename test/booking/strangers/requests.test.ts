import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LimitsSchema } from '../../../subgraphs/shared/network-file/limits.js';
import { PUBLIC } from '../../shared/identity/policy/askers.js';
import { startNetwork, type FakeNetwork } from '../exchange/support/exchange-network.js';
import { createRequest } from '../exchange/support/exchange-support.js';
import { work } from '../exchange/support/exchange-works.js';

const CALLER = { name: 'Aino', municipality: 'FI-609', phone: '+358 40 123 4567' };

describe('a stranger who asks for work', () => {
  let network: FakeNetwork;
  beforeEach(async () => {
    network = await startNetwork([work('aalto:siivous')], {
      asker: PUBLIC,
      limits: LimitsSchema.parse({ contact: { openRequests: 2 } }),
    });
  });
  afterEach(() => network.close());

  it('is to be reached somehow', async () => {
    const { userErrors } = await createRequest(network, {
      caller: { name: 'Aino', municipality: 'FI-609' },
    });
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['caller', 'phone'] }]);
  });

  it('has so many open requests at most, and is told the same of one that was made', async () => {
    const caller = { ...CALLER, email: 'aino@example.org' };
    const first = await createRequest(network, { caller, idempotencyKey: 'first' });
    const [second, third] = await Promise.all([
      createRequest(network, { caller: CALLER }),
      createRequest(network, { caller: { ...CALLER, phone: '040 1234567' } }),
    ]);

    const refused = [second, third].flatMap(({ userErrors }) => userErrors);
    expect(refused).toMatchObject([{ code: 'RATE_LIMITED' }]);
    expect(refused[0]?.message).toContain('limits.contact.openRequests');
    const byMail = { ...caller, phone: undefined };
    expect((await createRequest(network, { caller: byMail })).userErrors).toEqual([]);
    const again = await createRequest(network, { caller, idempotencyKey: 'first' });
    expect(again.request?.id).toBe(first.request?.id);
  });

  it('may ask again once one is closed', async () => {
    const caller = CALLER;
    const [first] = [
      await createRequest(network, { caller }),
      await createRequest(network, { caller }),
    ];
    expect((await createRequest(network, { caller })).userErrors).toHaveLength(1);
    const id = first.request?.id ?? '';
    await network.exchange.requests.change(id, (request) => ({ ...request, state: 'CLOSED' }));

    expect((await createRequest(network, { caller })).userErrors).toEqual([]);
  });
});
