import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Rates } from '../../../gateway/limits/rates.js';
import { LimitsSchema } from '../../../subgraphs/shared/network-file/limits.js';
import { startFakeIssuer, type FakeIssuer } from '../../support/fakes/issuer.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';

const RATES = {
  seconds: 600,
  points: { address: 100 },
  costs: { command: 10, leg: 20, secretLookUp: 30, failedSignIn: 60 },
  countsLoopback: true,
};

const hold = (legs: number): string => `mutation { holdOrder(input: {
  idempotencyKey: "k", channel: WEB, buyer: { name: "B", municipality: "FI-609", phone: "040 1234567" },
  legs: [${'{ serviceId: "karhu:s1", start: "2027-03-22T08:00:00Z", minutes: 60 } '.repeat(legs)}]
}) { order { reference } userErrors { code } } }`;

describe('the gateway, to who asks from an address without a role,', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hub-limits-'));
  let issuer: FakeIssuer;
  let network: GatewayNetwork;
  beforeAll(async () => {
    const NETWORK_FILE = join(dir, 'network.json');
    const file = { id: 'limited', name: { en: 'Limited' }, limits: { rates: RATES } };
    writeFileSync(NETWORK_FILE, JSON.stringify(file));
    issuer = await startFakeIssuer();
    network = await startGatewayNetwork({
      env: { NETWORK_FILE, TRUSTED_PROXIES: '127.0.0.1' },
      identity: issuer.identity,
    });
  });
  afterAll(async () => {
    await network.close();
    await issuer.close();
    rmSync(dir, { recursive: true });
  });
  const from = (address: string) => ({ 'x-forwarded-for': address });

  it('refuses commands that cost more than is left, says when to come back, and asks nobody', async () => {
    const at = from('198.51.100.1');
    expect(await network.ask(hold(3), {}, at)).toMatchObject({ status: 200 });
    network.forgetRequests();
    const refused = await network.ask(hold(3), {}, at);

    expect(refused.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    expect(refused.errors?.[0]?.message).toContain('limits.rates.points.address');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(500);
    expect(network.booking.requests).toEqual([]);
    expect((await network.ask('{ catalogue { totalCount } }', {}, at)).errors).toBeUndefined();
    expect((await network.ask(hold(3), {}, from('198.51.100.2'))).errors).toBeUndefined();
  });

  it('refuses to look up ever more with a secret, in a calendar link too, but not what is open', async () => {
    const at = from('198.51.100.3');
    const guess = (secret: string | null) =>
      network.ask(
        'query ($secret: String) { order(id: "o1", secret: $secret) { reference } }',
        { secret },
        at,
      );
    for (const secret of ['a', 'b', null, null, null, null]) {
      expect((await guess(secret)).status).toBe(200);
    }
    const calendar = (query: string) =>
      fetch(`${network.url}/cooperatives/karhu/busy.ics?resource=w1${query}`, { headers: at });
    expect((await calendar('&key=guess')).status).not.toBe(429);

    const refused = await calendar('&key=another');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500);
    expect((await guess('c')).errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    expect((await calendar('')).status).not.toBe(429);
  });

  it('refuses tokens that are tried, and never who has a good one there', async () => {
    const at = from('198.51.100.4');
    const guess = (authorization = 'Bearer a.b.c') =>
      network.ask('{ catalogue { totalCount } }', {}, { ...at, authorization });
    const expired = `Bearer ${await issuer.sign({ exp: Math.floor(Date.now() / 1_000) - 90 })}`;

    for (const attempt of [expired, expired, expired, undefined]) {
      expect((await guess(attempt)).status).toBe(401);
    }
    const refused = await guess();
    expect(refused).toMatchObject({
      status: 429,
      errors: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(500);
    const authorization = `Bearer ${await issuer.token('coordinator')}`;
    for (let order = 0; order < 9; order += 1) {
      const had = await network.ask(hold(9), {}, { ...at, authorization });
      expect(had.errors).toBeUndefined();
    }
  });
});

describe('counting', () => {
  it('takes no more memory however many addresses ask', async () => {
    const { rates: limits } = LimitsSchema.parse({ rates: { points: { address: 1 } } });
    const rates = new Rates({ limits, redis: null });
    let refused = 0;
    for (let number = 0; number < 3_000; number += 1) {
      const address = `2001:db8:${(number >> 8).toString(16)}:${(number & 255).toString(16)}::1`;
      if ((await rates.spend({ caller: null, address }, 1)) !== null) refused += 1;
    }
    await rates.close();

    // By the birthdays of 3,000 in 131,072: some 34.
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(100);
  });
});

describe('what a subgraph refused for asking too much', () => {
  it('is told in a header, which pages of other sites may read', async () => {
    const network = await startGatewayNetwork();
    network.booking.behaviour = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const userErrors = [{ code: 'RATE_LIMITED' }];
      const data = { holdOrder: { order: null, userErrors } };
      response.end(JSON.stringify({ data, extensions: { retryAfterSeconds: 77 } }));
    };

    const { headers, data } = await network.ask(hold(1));
    await network.close();

    expect(data).toMatchObject({ holdOrder: { userErrors: [{ code: 'RATE_LIMITED' }] } });
    expect(headers).toMatchObject({
      'retry-after': '77',
      'access-control-expose-headers': expect.stringContaining('retry-after'),
    });
  });
});
