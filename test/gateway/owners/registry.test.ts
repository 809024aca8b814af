import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { honest, startFakeEndpoint } from '../../support/fakes/endpoint.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { cooperativeSchema } from '../../support/fakes/gateway-schemas.js';
import { pick } from '../../support/pick.js';

const QUERY = '{ cooperatives { edges { node { id members { totalCount } } } } }';
const COUNTS = 'cooperatives.edges.*.node.members.totalCount';

describe('the endpoint table', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork();
  });
  afterAll(() => network.close());
  beforeEach(() => {
    network.forgetRequests();
  });

  it('is asked with the revision it was read at, and not read again while nothing changed', async () => {
    network.registry.answered.length = 0;

    await network.table.refresh();
    await network.table.refresh();

    expect(network.registry.answered).toEqual([304, 304]);
  });

  it('follows a cooperative that moves, leaves and comes back', async () => {
    const elsewhere = await startFakeEndpoint(honest(cooperativeSchema('lumo')));
    const before = network.owner('lumo').url;

    network.registry.set({ id: 'lumo', url: elsewhere.url });
    await network.table.refresh();
    const moved = await network.ask(QUERY);
    network.registry.remove('lumo');
    await network.table.refresh();
    const gone = await network.ask(QUERY);
    network.registry.set({ id: 'lumo', url: before });
    await network.table.refresh();
    const back = await network.ask(QUERY);
    await elsewhere.close();

    expect(pick(moved.data, COUNTS)).toEqual([2, 2, 2]);
    expect(elsewhere.requests).toHaveLength(1);
    expect(pick(gone.data, COUNTS)).toEqual([2, undefined, 2]);
    expect(gone.errors).toEqual([
      {
        message: '"lumo" is no cooperative of this network.',
        path: ['cooperatives', 'edges', 1, 'node', 'members'],
        extensions: { code: 'NOT_FOUND', cooperative: 'lumo' },
      },
    ]);
    expect(back.errors).toBeUndefined();
    expect(network.owner('lumo').requests).toHaveLength(1);
  });

  it.each(['PAUSED', 'LEFT'] as const)('leaves a cooperative alone that is %s', async (status) => {
    const since = '2026-11-20T08:00:00.000Z';
    network.registry.set({ id: 'tuki', status, reason: 'On holiday.', since });
    await network.table.refresh();

    const { data, errors, extensions } = await network.ask(QUERY);
    network.registry.set({ id: 'tuki', status: 'ACTIVE', reason: null });
    await network.table.refresh();

    expect(pick(data, COUNTS)).toEqual([2, 2, undefined]);
    expect(errors?.map(({ path, extensions: facts }) => [path?.[2], facts])).toEqual([
      [2, { code: 'DOWNSTREAM_SERVICE_ERROR', cooperative: 'tuki' }],
    ]);
    expect(extensions.coverage).toMatchObject({
      asked: ['karhu', 'lumo'],
      skipped: [{ cooperative: 'tuki', reason: 'On holiday.', since }],
    });
    expect(network.owner('tuki').requests).toHaveLength(0);
  });

  it('says in every answer whose copy is old, and how old', async () => {
    network.registry.set({ id: 'tuki', state: 'STALE', syncedAt: '2026-11-23T09:59:30.000Z' });
    network.registry.set({ id: 'karhu', state: 'UNREACHABLE', syncedAt: null });
    await network.table.refresh();

    const { extensions } = await network.ask('{ catalogue { totalCount } }');
    for (const id of ['tuki', 'karhu']) network.registry.set({ id, state: 'FRESH' });
    await network.table.refresh();

    expect(extensions.coverage.stale).toEqual([
      { cooperative: 'karhu', ageSeconds: null },
      { cooperative: 'tuki', ageSeconds: 90 },
    ]);
  });

  it('stays as it was while the registry does not answer', async () => {
    network.registry.isDead = true;

    const wasRead = await network.table.refresh();
    const { errors } = await network.ask(QUERY);
    network.registry.isDead = false;

    expect(wasRead).toBe(false);
    expect(errors).toBeUndefined();
  });

  it('is read whole again after a failure: a registry that starts anew counts anew', async () => {
    network.registry.isDead = true;
    await network.table.refresh();
    network.registry.isDead = false;
    network.registry.answered.length = 0;

    await network.table.refresh();

    expect(network.registry.answered).toEqual([200]);
  });

  it('names an owner that cannot be reached at all', async () => {
    network.registry.set({ id: 'karhu', url: 'http://127.0.0.1:9/graphql' });
    await network.table.refresh();

    const { data, errors } = await network.ask(QUERY);
    network.registry.set({ id: 'karhu', url: network.owner('karhu').url });
    await network.table.refresh();

    expect(pick(data, COUNTS)).toEqual([undefined, 2, 2]);
    expect(errors?.[0]?.message).toBe('"karhu" could not be reached.');
  });
});
