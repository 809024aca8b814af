import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import {
  RemoteKeys,
  type RemoteKeysOptions,
} from '../../../../subgraphs/shared/identity/processes/remote-keys.js';
import { units } from '../../../support/unit.js';
import { sendJson, startFakeEndpoint, type FakeEndpoint } from '../../../support/fakes/endpoint.js';
import { eventually } from '../../../support/eventually.js';
import { knownKey } from './craft-token.js';

const GATEWAY = knownKey('gateway', 'read act', 1).publicJwk;
const NEXT = knownKey('gateway', 'read act', 2).publicJwk;

describe('the keys that a cooperative takes from the hub', () => {
  let published: object[];
  let status: number;
  let hub: FakeEndpoint;
  let keys: RemoteKeys;

  beforeEach(async () => {
    published = [GATEWAY];
    status = 200;
    hub = await startFakeEndpoint((_request, response) => {
      sendJson(response, { keys: published }, status);
    });
  });
  afterEach(async () => {
    await keys.close();
    await hub.close();
  });
  const open = (more: Partial<RemoteKeysOptions> = {}): RemoteKeys =>
    (keys = new RemoteKeys({
      ...{ url: hub.url, isProduction: false, log: pino({ level: 'silent' }) },
      ...{ cooldownMs: 0, timeoutMs: units(100), ...more },
    }));

  it('are asked for once, however many requests come', async () => {
    open();

    const found = await Promise.all([1, 2].map(async () => await keys.find(GATEWAY.kid)));
    const again = keys.find(GATEWAY.kid);

    expect(found.map((key) => key?.issuer)).toEqual(['gateway', 'gateway']);
    expect(again).toMatchObject({ scopes: ['read', 'act'] });
    expect(hub.requests).toHaveLength(1);
  });

  it('are asked for again when a key is shown that is not among them, but not for each', async () => {
    open({ cooldownMs: 3_600_000 });
    await keys.find(GATEWAY.kid);
    published = [GATEWAY, NEXT];

    expect(await keys.find(NEXT.kid)).toBeNull();
    expect(await keys.find('invented')).toBeNull();
    expect(hub.requests).toHaveLength(1);

    await keys.close();
    open();
    expect(await keys.find(NEXT.kid)).toMatchObject({ issuer: 'gateway' });
  });

  it('stay while the hub is down, or publishes what is none', async () => {
    open({ freshForMs: 0 });
    await keys.find(GATEWAY.kid);

    status = 503;
    expect(await keys.find('unknown')).toBeNull();
    status = 200;
    published = [{ kty: 'RSA' }];
    expect(await keys.find('unknown')).toBeNull();
    await hub.close();
    expect(await keys.find('unknown')).toBeNull();

    expect(keys.find(GATEWAY.kid)).toMatchObject({ issuer: 'gateway' });
  });

  it('go when they are published no longer', async () => {
    open({ freshForMs: 0 });
    await keys.find(GATEWAY.kid);
    published = [NEXT];

    const found = await eventually(
      async () => await keys.find(GATEWAY.kid),
      (key) => key === null,
    );

    expect(found).toBeNull();
  });

  it('are none in production where they are those of a development network', async () => {
    open({ isProduction: true });

    expect(await keys.find(GATEWAY.kid)).toBeNull();
  });
});
