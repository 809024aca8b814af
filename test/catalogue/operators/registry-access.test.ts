import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RegistryAccess } from '../../../subgraphs/catalogue/operators/access.js';
import { accessOfProcesses } from '../../../subgraphs/catalogue/operators/access.js';
import type { Scope } from '../../../subgraphs/shared/identity/processes/hub-processes.js';
import type { FakeCooperative } from '../../support/fakes/cooperative.js';
import { claimsOf, HUB_KEYS, publicKeyOf, signerOf } from '../../support/fakes/hub-keys.js';
import { at } from '../../support/json-path.js';
import type { RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openKarhuForEach, type FollowedKarhu } from '../../support/networks/followed-karhu.js';

const PRODUCTION = accessOfProcesses(true);
const FORBIDDEN = { status: 403, json: { code: 'FORBIDDEN' } };

describe('the registry in production', () => {
  let karhu: FakeCooperative;
  let opened: FollowedKarhu;
  let catalogue: RunningCatalogue;
  openKarhuForEach((fresh) => {
    opened = fresh;
    karhu = opened.karhu;
    karhu.publish('siivous');
  });

  const start = (access: RegistryAccess = PRODUCTION) =>
    opened.start({ access, hubKeys: HUB_KEYS, signer: signerOf('catalogue') });
  beforeEach(async () => {
    catalogue = await start();
  });
  const signed = (issuer: string, scope: Scope, body: unknown = null) =>
    signerOf(issuer).headersFor({
      ...{ audience: 'catalogue', scope },
      body: body === null ? null : JSON.stringify(body),
    });
  const send = async (
    method: 'PUT' | 'POST' | 'DELETE',
    path: string,
    headers: object | Promise<object> = {},
    body?: unknown,
  ) =>
    catalogue.send(method, path, {
      headers: { ...(await headers) },
      ...(body !== undefined && { body }),
    });

  it.each([
    ['PUT', '/registry/lumo'],
    ['PUT', '/registry/karhu/state'],
    ['DELETE', '/registry/karhu'],
    ['POST', '/poke/karhu'],
  ] as const)(
    'is changed by nobody who shows nothing, and says what it wants: %s %s',
    async (method, path) => {
      const { status, json } = await send(method, path, {}, {});

      expect({ status, code: at(json, 'code') }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
      expect(at(json, 'message')).toContain("a coordinator's access token");
    },
  );

  it('is changed by what starts the network, and by no other process', async () => {
    const body = { url: karhu.url };

    for (const [issuer, scope] of [
      ['gateway', 'act'],
      ['booking', 'book'],
      ['catalogue', 'follow'],
    ] as const) {
      const refused = await send('PUT', '/registry/lumo', signed(issuer, scope, body), body);
      expect(refused).toMatchObject(FORBIDDEN);
    }
    const changed = await send('PUT', '/registry/lumo', signed('network', 'register', body), body);

    expect(changed).toMatchObject({ status: 200, json: { cooperative: { id: 'lumo' } } });
  });

  it('is not changed by what was signed for something else', async () => {
    const headers = await signed('network', 'register', { url: karhu.url });
    const other = { url: 'http://127.0.0.1:9/graphql' };

    const changed = await send('PUT', '/registry/lumo', headers, other);
    await send('PUT', '/registry/lumo', headers, { url: karhu.url });
    const replayed = await send('PUT', '/registry/lumo', headers, { url: karhu.url });

    expect(changed).toMatchObject({
      status: 401,
      json: { code: 'UNAUTHENTICATED', reason: 'changed-body' },
    });
    expect(replayed).toMatchObject({ status: 401, json: { reason: 'replayed' } });
  });

  it('has a feed read for the cooperative itself, once its key is registered, until it has left', async () => {
    const poke = (issuer: string, id = 'karhu') =>
      send('POST', `/poke/${id}`, signed(issuer, 'poke'));
    const change = (method: 'PUT' | 'DELETE', body?: object) =>
      send(method, '/registry/karhu', signed('network', 'register', body ?? null), body);

    const before = await poke('karhu');
    await change('PUT', { url: karhu.url, publicKey: publicKeyOf('karhu') });
    const itself = await poke('karhu');
    const another = await poke('karhu', 'lumo');
    await change('PUT', { url: karhu.url });
    const still = await poke('karhu');
    await change('DELETE');
    const after = await poke('karhu');

    expect(before).toMatchObject({ status: 401, json: { reason: 'unknown-key' } });
    expect(itself.status).toBe(200);
    expect(another).toMatchObject(FORBIDDEN);
    expect(still.status).toBe(200);
    expect(after).toMatchObject({ status: 401, json: { reason: 'unknown-key' } });
  });

  it('takes a coordinator’s word, and another person’s not', async () => {
    const shown: unknown[] = [];
    const isCoordinator: RegistryAccess['isCoordinator'] = ({ headers }) => {
      shown.push(headers.authorization);
      return Promise.resolve(headers.authorization === 'Bearer coordinator');
    };
    catalogue = await start({ isOpen: false, isCoordinator });
    const put = (token: string) =>
      send('PUT', '/registry/karhu', { authorization: `Bearer ${token}` }, { url: karhu.url });

    expect(await put('member')).toMatchObject(FORBIDDEN);
    expect((await put('coordinator')).status).toBe(200);
    expect(shown).toEqual(['Bearer member', 'Bearer coordinator']);
  });

  it('takes no cooperative with the id of a process, nor the key of a development network', async () => {
    const put = (id: string, body: object) =>
      send('PUT', `/registry/${id}`, signed('network', 'register', body), body);

    const refused = [
      await put('booking', { url: karhu.url }),
      await put('lumo', { url: karhu.url, publicKey: { ...publicKeyOf('lumo'), kid: 'dev-1' } }),
      await put('lumo', { url: karhu.url, publicKey: { kty: 'RSA' } }),
    ];

    expect(refused.map(({ json }) => at(json, 'code'))).toEqual(
      refused.map(() => 'BAD_USER_INPUT'),
    );
  });

  it('publishes the keys of the hub, and signs what it asks each cooperative', async () => {
    const { headers, json } = await catalogue.send('GET', '/.well-known/jwks.json');
    await catalogue.look('karhu');

    expect(json).toEqual({ keys: HUB_KEYS.current });
    expect(headers['cache-control']).toBe('public, max-age=300');
    expect(claimsOf(karhu.shown[0])).toMatchObject({
      ...{ iss: 'catalogue', aud: 'karhu', scope: 'follow' },
    });
  });
});

describe('the registry while developing', () => {
  let opened: FollowedKarhu;
  openKarhuForEach((fresh) => {
    opened = fresh;
  });

  it('is open to whoever is on this machine, but not to a token that says too little', async () => {
    const catalogue = await opened.start({ hubKeys: HUB_KEYS });
    const headers = await signerOf('gateway').headersFor({
      ...{ audience: 'catalogue', scope: 'read', body: null },
    });

    expect((await catalogue.send('POST', '/poke/karhu')).status).toBe(200);
    expect(await catalogue.send('POST', '/poke/karhu', { headers: { ...headers } })).toMatchObject(
      FORBIDDEN,
    );
  });
});
