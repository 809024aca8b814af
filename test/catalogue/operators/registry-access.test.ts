import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RegistryAccess } from '../../../subgraphs/catalogue/operators/access.js';
import type { Scope } from '../../../subgraphs/shared/identity/processes/hub-processes.js';
import { SHOWN_ROLES, showing } from '../../support/fakes/access-tokens.js';
import type { FakeCooperative } from '../../support/fakes/cooperative.js';
import { asking, claimsOf, HUB_KEYS, publicKeyOf, signerOf } from '../../support/fakes/hub-keys.js';
import { withRoles } from '../../shared/identity/policy/askers.js';
import { at } from '../../support/json-path.js';
import type { RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openKarhuForEach, type FollowedKarhu } from '../../support/networks/followed-karhu.js';

const PRODUCTION: RegistryAccess = { tokens: SHOWN_ROLES, isProduction: true };
const DEVELOPMENT: RegistryAccess = { tokens: SHOWN_ROLES, isProduction: false };
const NOBODY_KNOWN: RegistryAccess = { tokens: null, isProduction: false };

/** What changes the registry, and what is answered where it is let through. */
const CHANGES = [
  ['PUT', '/registry/karhu'],
  ['PUT', '/registry/karhu/state'],
  ['DELETE', '/registry/karhu'],
  ['POST', '/poke/karhu'],
] as const;

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
    opened.start({ access, signer: signerOf('catalogue') });
  beforeEach(async () => {
    catalogue = await start();
  });
  const signed = (issuer: string, scope: Scope, body: unknown = null) =>
    asking('catalogue', body === null ? null : JSON.stringify(body), null, {
      ...{ process: issuer, scope },
    });
  const send = async (
    method: 'PUT' | 'POST' | 'DELETE',
    path: string,
    headers: object = {},
    body?: unknown,
  ) =>
    catalogue.send(method, path, {
      headers: { ...headers },
      ...(body !== undefined && { body }),
    });

  it.each(CHANGES)(
    'is for nobody who shows nothing, a broken token or another’s role: %s %s',
    async (method, path) => {
      const nothing = await send(method, path, {}, {});
      const broken = await send(method, path, showing('broken'), {});
      const others = [
        await send(method, path, showing('STAFF karhu'), {}),
        await send(method, path, showing('MACHINE 1572860-0'), {}),
        await send(method, path, showing('AUDITOR'), {}),
      ];

      expect(nothing).toMatchObject({ status: 401, json: { code: 'UNAUTHENTICATED' } });
      expect(at(nothing.json, 'message')).toContain('the role COORDINATOR');
      expect(broken).toMatchObject({
        status: 401,
        headers: { 'www-authenticate': 'Bearer' },
        json: { code: 'UNAUTHENTICATED', reason: 'expired' },
      });
      for (const other of others) expect(other).toMatchObject(FORBIDDEN);
    },
  );

  it('is changed by a coordinator', async () => {
    const coordinator = showing('COORDINATOR');
    const state = { state: 'PAUSED', reason: 'Lomalla.' };

    const done = [
      await send('PUT', '/registry/karhu', coordinator, { url: karhu.url }),
      await send('POST', '/poke/karhu', coordinator),
      await send('PUT', '/registry/karhu/state', coordinator, state),
      await send('DELETE', '/registry/karhu', coordinator),
    ];

    expect(done.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

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
    const headers = signed('network', 'register', { url: karhu.url });
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

  it('is not changed for people on whose behalf a process asks, nor by an address that is not signed', async () => {
    const { caller } = withRoles('COORDINATOR');
    const state = { state: 'PAUSED', reason: 'x' };
    const onBehalf = asking('catalogue', JSON.stringify(state), caller);

    expect(await send('PUT', '/registry/karhu/state', onBehalf, state)).toMatchObject({
      ...{ status: 401, json: { code: 'UNAUTHENTICATED' } },
    });
    expect(
      await send('PUT', '/registry/karhu/state', signed('network', 'register', state), state),
    ).toMatchObject(FORBIDDEN);
    expect(
      await send('DELETE', '/registry/karhu?even-so', signed('network', 'register')),
    ).toMatchObject({ status: 401, json: { reason: 'unsigned-address' } });
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

  it('takes the key of the cooperative that it is of, and of no other, by its "iss"', async () => {
    const put = (publicKey: object) => {
      const body = { url: karhu.url, publicKey };
      return send('PUT', '/registry/lumo', signed('network', 'register', body), body);
    };

    const foreign = await put(publicKeyOf('karhu'));
    const unnamed = await put({ ...publicKeyOf('lumo'), iss: undefined });

    expect(foreign).toMatchObject({ status: 400, json: { code: 'BAD_USER_INPUT' } });
    expect(at(foreign.json, 'message')).toContain('"lumo"');
    expect([unnamed.status, (await put(publicKeyOf('lumo'))).status]).toEqual([200, 200]);
  });

  it('takes no key with the name of another’s, and then changes nothing', async () => {
    const put = (id: string, kid?: string, url = karhu.url) => {
      const body = { url, publicKey: { ...publicKeyOf(id), ...(kid !== undefined && { kid }) } };
      return send('PUT', `/registry/${id}`, signed('network', 'register', body), body);
    };
    await put('karhu');
    await put('lumo');

    const shadowing = await put('lumo', publicKeyOf('karhu').kid, 'http://127.0.0.1:9/graphql');
    const shadowed = await put('lumo', publicKeyOf('gateway').kid);

    for (const each of [shadowing, shadowed]) {
      expect(each).toMatchObject({ status: 409, json: { code: 'CONFLICT' } });
    }
    expect((await put('karhu')).status).toBe(200);
    expect((await put('lumo')).json).toMatchObject({ cooperative: { url: karhu.url } });
  });

  it('publishes the keys of the hub, and signs what it asks each cooperative', async () => {
    const { headers, json } = await catalogue.send('GET', '/.well-known/jwks.json');
    await catalogue.look('karhu');

    expect(json).toEqual({ keys: HUB_KEYS.published });
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

  it.each([
    ['people can sign in', DEVELOPMENT],
    ['nobody can', NOBODY_KNOWN],
  ])(
    'has feeds read for whoever is on this machine, and no more, where %s',
    async (_how, access) => {
      const catalogue = await opened.start({ access });
      const send = async ([method, path]: (typeof CHANGES)[number], headers = {}) =>
        (await catalogue.send(method, path, { headers, body: {} })).status;

      expect(await Promise.all(CHANGES.map((change) => send(change)))).toEqual([
        401, 401, 401, 200,
      ]);
      expect(await send(['POST', '/poke/karhu'], showing('broken'))).toBe(401);
    },
  );

  it('has no feed read for a token that says too little', async () => {
    const catalogue = await opened.start();
    const headers = asking('catalogue', null, null, { scope: 'read' });

    expect(await catalogue.send('POST', '/poke/karhu', { headers })).toMatchObject(FORBIDDEN);
    expect(
      await catalogue.send('POST', '/poke/karhu', { headers: showing('STAFF karhu') }),
    ).toMatchObject(FORBIDDEN);
  });
});
