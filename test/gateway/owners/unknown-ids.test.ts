import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { honest, startFakeEndpoint, type FakeEndpoint } from '../../support/fakes/endpoint.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { cooperativeSchema } from '../../support/fakes/gateway-schemas.js';
import { pick } from '../../support/pick.js';
import { units } from '../../support/unit.js';

const MEMBERS = '{ cooperatives { edges { node { id members { totalCount } } } } }';
const COUNTS = 'cooperatives.edges.*.node.members.totalCount';

describe('a cooperative that has joined since the gateway last looked', () => {
  let network: GatewayNetwork;
  let lumo: FakeEndpoint;

  beforeEach(async () => {
    network = await startGatewayNetwork({
      askedBy: ['staff:lumo'],
      env: { DEADLINE_MS: String(units(100)), MUTATION_DEADLINE_MS: String(units(100)) },
    });
    lumo = await startFakeEndpoint(honest(cooperativeSchema('lumo')));
    network.registry.remove('lumo');
    await network.table.refresh();
    network.registry.set({ id: 'lumo', url: lumo.url });
  });
  afterEach(async () => {
    await lumo.close();
    await network.close();
  });

  it('answers for its live fields', async () => {
    const { data, errors, extensions } = await network.ask(MEMBERS);

    expect(errors).toBeUndefined();
    expect(pick(data, COUNTS)).toEqual([2, 2, 2]);
    expect(extensions.coverage).toMatchObject({ asked: ['karhu', 'lumo', 'tuki'] });
  });

  it('carries out its mutations', async () => {
    const { data, errors } = await network.ask(
      'mutation { publishService(input: { id: "lumo:s1", published: false }) { service { id } } }',
    );

    expect(errors).toBeUndefined();
    expect(pick(data, 'publishService.service.id')).toBe('lumo:s1');
  });

  it('gives its busy calendar', async () => {
    lumo.behaviour = (_request, response) => {
      response
        .writeHead(200, { 'content-type': 'text/calendar' })
        .end('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n');
    };

    const { statusCode, body } = await request(`${network.url}/cooperatives/lumo/busy.ics`);
    await body.dump();

    expect(statusCode).toBe(200);
  });

  it('is not said to be none of the network while the registry does not answer', async () => {
    network.registry.isDead = true;

    const { errors } = await network.ask(MEMBERS);
    const calendar = await request(`${network.url}/cooperatives/lumo/busy.ics`);
    await calendar.body.dump();

    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'DOWNSTREAM_SERVICE_ERROR', cooperative: 'lumo' },
    ]);
    expect(calendar.statusCode).toBe(503);
  });
});
