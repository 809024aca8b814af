import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Behaviour } from '../../support/fakes/endpoint.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { units } from '../../support/unit.js';

const DEADLINE_MS = units(10);
/** What a busy machine may add; an answer that waited for a hanging owner would take far longer. */
const ROOM_MS = units(30);
const QUERY = '{ cooperative(id: "karhu") { name members { totalCount } } }';

describe('the deadline of a request', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({ env: { DEADLINE_MS: String(DEADLINE_MS) } });
  });
  afterAll(() => network.close());

  it('is shared by steps that depend on each other', async () => {
    // The plan is made now, and costs none of the time that is measured.
    await network.ask(QUERY);
    // Each step takes more than half of the time that there is for both.
    const slow =
      (behaviour: Behaviour): Behaviour =>
      async (request, response) => {
        await pause(DEADLINE_MS * 0.6);
        await behaviour(request, response);
      };
    network.catalogue.behaviour = slow(network.catalogue.behaviour);
    network.owner('karhu').behaviour = slow(network.owner('karhu').behaviour);

    const { data, errors, tookMs } = await network.ask(QUERY);

    expect(tookMs).toBeLessThan(DEADLINE_MS + ROOM_MS);
    expect(data).toEqual({ cooperative: { name: 'Osuuskunta karhu', members: null } });
    expect(errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['cooperative', 'members'], { code: 'GATEWAY_TIMEOUT', cooperative: 'karhu' }],
    ]);
  });
});

describe('closing the gateway', () => {
  it('answers what it was asked before, and listens no more', async () => {
    const network = await startGatewayNetwork();
    const { behaviour } = network.catalogue;
    const events = new EventEmitter();
    const asked = once(events, 'asked');
    const released = once(events, 'released');
    network.catalogue.behaviour = async (request, response) => {
      events.emit('asked');
      await released;
      await behaviour(request, response);
    };

    const answer = network.ask('{ catalogue { totalCount } }');
    await asked;
    const closed = network.server.close();
    events.emit('released');

    expect((await answer).data).toEqual({ catalogue: { totalCount: 9 } });
    await closed;
    await expect(network.ask('{ __typename }')).rejects.toThrow(/ECONNREFUSED|other side closed/);
    await network.close();
  });
});
