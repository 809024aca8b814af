import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HttpOwnerClient } from '../../../../subgraphs/shared/owners/client/owner-client.js';
import { hanging } from '../../../support/fakes/endpoint.js';
import { START, startNetwork, type FakeNetwork } from '../support/exchange-network.js';
import { work } from '../support/exchange-works.js';

const NEED = { cpv: ['90910000-9'], municipality: 'FI-609', start: START, minutes: 180 };
const FOUND = 'candidates { service { id } answer }';

describe('whoCanTake', () => {
  let network: FakeNetwork;
  beforeEach(async () => {
    network = await startNetwork([work('karhu:one'), work('lumo:one')]);
  });
  afterEach(() => network.close());

  it('is worked out once for all names under which a request asks the same', async () => {
    const { data } = await network.ask<Record<string, { candidates: unknown[] }>>(
      `query ($need: WorkNeedInput!, $other: WorkNeedInput!) {
        ${Array.from({ length: 18 }, (_none, index) => `a${index}: whoCanTake(need: $need) { ${FOUND} }`).join(' ')}
        other: whoCanTake(need: $other) { ${FOUND} }
      }`,
      { need: NEED, other: { ...NEED, minutes: 120 } },
    );

    expect(data['a0']?.candidates).toHaveLength(2);
    expect(data['a17']).toEqual(data['a0']);
    expect(network.catalogue.requests).toHaveLength(2);
    for (const { requests } of network.owners.values()) expect(requests).toHaveLength(2);
  });

  it('is broken off at every owner when its caller hangs up', async () => {
    const asked = [...network.owners.values()].map(
      (owner) =>
        new Promise<ServerResponse>((resolve) => {
          owner.behaviour = (request, response) => {
            resolve(response);
            return hanging(request, response);
          };
        }),
    );
    const questions = jest.spyOn(HttpOwnerClient.prototype, 'ask');
    const caller = new AbortController();
    const answer = fetch(`${network.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `query ($need: WorkNeedInput!) { whoCanTake(need: $need) { ${FOUND} } }`,
        variables: { need: NEED },
      }),
      signal: caller.signal,
    });
    const responses = await Promise.all(asked);
    const closed = responses.map((response) => once(response, 'close'));

    caller.abort();

    await expect(answer).rejects.toThrow();
    await Promise.all(closed);
    const signals = questions.mock.calls.map(([, , , , signal]) => signal?.aborted);
    questions.mockRestore();
    expect(signals).toEqual([true, true]);
  });
});
