import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FakeEndpoint } from '../../support/fakes/endpoint.js';
import { sendJson } from '../../support/fakes/endpoint.js';
import { startFakeIssuer, type FakeIssuer } from '../../support/fakes/issuer.js';
import { claimsOf, signerOf, verifierOf } from '../../support/fakes/hub-keys.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';

const QUERY =
  '{ catalogue(first: 9) { edges { node { id availability(from: "2027-03-22", to: "2027-03-22") { date } } } } }';
const COMMAND =
  'mutation { publishService(input: { id: "lumo:s1", published: true }) { service { id } userErrors { code } } }';
const REFUSAL = {
  errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED', reason: 'unknown-key' } }],
};

describe('a question of the gateway', () => {
  let network: GatewayNetwork;
  let issuer: FakeIssuer;
  beforeAll(async () => {
    issuer = await startFakeIssuer();
    network = await startGatewayNetwork({ signer: signerOf('gateway'), identity: issuer.identity });
  });
  afterAll(async () => {
    await network.close();
    await issuer.close();
  });
  afterEach(() => {
    network.forgetRequests();
  });

  const as = async (...accounts: readonly string[]) => ({
    authorization: `Bearer ${await issuer.token(...accounts)}`,
  });
  const requestAt = async (endpoint: FakeEndpoint, audience: string) => {
    const verdict = await verdictAt(endpoint, audience);
    if (verdict.kind !== 'signed') throw new Error(`"${audience}" was asked unsigned.`);
    return verdict.request;
  };
  const verdictAt = (endpoint: FakeEndpoint, audience: string) => {
    const [asked] = endpoint.requests;
    if (!asked) throw new Error(`"${audience}" was not asked.`);
    return verifierOf(audience).verify(asked.headers.authorization, asked.body);
  };

  it('is signed for the one endpoint that is asked, and shows it nothing of the client’s', async () => {
    await network.ask(QUERY);

    for (const id of ['karhu', 'lumo', 'tuki']) {
      expect(await verdictAt(network.owner(id), id)).toEqual({
        kind: 'signed',
        request: { issuer: 'gateway', scopes: ['read'], roles: [], subject: null },
      });
    }
    expect(await verdictAt(network.owner('karhu'), 'lumo')).toEqual({
      ...{ kind: 'refused', reason: 'wrong-audience' },
    });
  });

  it('is not signed for a process of the hub where everybody may read what is asked', async () => {
    await network.ask(QUERY);

    expect(await verdictAt(network.catalogue, 'catalogue')).toEqual({ kind: 'unsigned' });
  });

  it('tells each owner its own of the caller’s roles, under a name that no other owner knows', async () => {
    await network.ask(QUERY, {}, await as('staff:karhu', 'member:lumo', 'officer:SE-0581'));

    const [karhu, lumo, tuki] = [
      await requestAt(network.owner('karhu'), 'karhu'),
      await requestAt(network.owner('lumo'), 'lumo'),
      await requestAt(network.owner('tuki'), 'tuki'),
    ];
    const catalogue = await requestAt(network.catalogue, 'catalogue');
    expect(karhu.roles).toEqual([{ role: 'STAFF', organisation: 'karhu' }]);
    expect(lumo.roles).toEqual([{ role: 'MEMBER', organisation: 'lumo' }]);
    expect(tuki.roles).toEqual([]);
    expect(catalogue.roles).toHaveLength(3);
    expect(new Set([karhu, lumo, tuki, catalogue].map((each) => each.subject)).size).toBe(4);
    expect([karhu, lumo, tuki].map((each) => each.name)).toEqual([undefined, undefined, undefined]);
    expect(catalogue.name).toEqual(expect.any(String));
  });

  it('tells a cooperative that its own program asks, which is known by its business id', async () => {
    network.registry.set({ id: 'karhu', businessId: '1572860-0' });
    network.registry.set({ id: 'lumo', businessId: '0137323-9' });
    await network.table.refresh();
    await network.ask(QUERY, {}, await as('machine:1572860-0'));

    const told = await Promise.all(
      ['karhu', 'lumo', 'tuki'].map((id) => requestAt(network.owner(id), id)),
    );
    expect(told.map(({ roles }) => roles)).toEqual([
      [{ role: 'MACHINE', organisation: '1572860-0' }],
      [],
      [],
    ]);
  });

  it('is put for each person alone, whoever else asks the same', async () => {
    const people = [await as('staff:karhu'), await as('staff:karhu')];
    await Promise.all(people.map((person) => network.ask(QUERY, {}, person)));

    expect(network.owner('karhu').requests).toHaveLength(2);
  });

  it('is put once where one request asks the same under several names, whoever asks', async () => {
    const query = `{ ${['a', 'b', 'c'].map((name) => `${name}: service(id: "karhu:s1") { published }`).join(' ')} }`;
    for (const headers of [{}, await as('staff:karhu')]) {
      network.forgetRequests();
      const { data } = await network.ask(query, {}, headers);

      expect(data).toMatchObject({ a: { published: true }, c: { published: true } });
      expect(network.owner('karhu').requests).toHaveLength(1);
    }
  });

  it('may act where it is a command', async () => {
    await network.ask(COMMAND, {}, await as('staff:lumo'));

    expect(claimsOf(network.owner('lumo').requests[0]?.headers.authorization)).toMatchObject({
      ...{ aud: 'lumo', scope: 'act' },
    });
  });

  it('is the hub’s fault, and not the client’s, where its signature is not taken', async () => {
    const endpoints = [network.owner('karhu'), network.catalogue];
    const before = endpoints.map(({ behaviour }) => behaviour);
    const message = (name: string) => `"${name}" does not take the signature of the gateway.`;
    const refuseAt = async (endpoint: FakeEndpoint) => {
      endpoint.behaviour = (_request, response) => {
        sendJson(response, REFUSAL, 401);
      };
      const { errors = [] } = await network.ask(QUERY);
      endpoints.forEach((each, index) => (each.behaviour = before[index] ?? each.behaviour));
      return errors.map(({ message: said, extensions: { code } }) => ({ said, code }));
    };

    for (const [name, endpoint] of [
      ['karhu', network.owner('karhu')],
      ['catalogue', network.catalogue],
    ] as const) {
      const said = await refuseAt(endpoint);

      expect(said).toContainEqual({ said: message(name), code: 'DOWNSTREAM_SERVICE_ERROR' });
      expect(said.map(({ code }) => code)).not.toContain('UNAUTHENTICATED');
    }
  });
});
