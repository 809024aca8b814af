import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codeBlocks, readme, sectionOf } from '../../project/readme.js';
import { eventually } from '../../support/eventually.js';
import { at } from '../../support/json-path.js';
import { KillableProcess } from '../../support/networks/killable-process.js';
import { units } from '../../support/unit.js';
import { GoneLive } from './as-gone-live.js';

const run = promisify(execFile);
const DAY_MS = 86_400_000;

const HOLD = `mutation ($input: HoldOrderInput!) {
  holdOrder(input: $input) { order { id state } secret userErrors { code message } }
}`;
const dayIn = (days: number): string =>
  new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

describe('a hub that was set up as the README says', () => {
  let live: GoneLive;
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    live = await GoneLive.start();
    for (const person of ['kerttu', 'anna', 'mallory', 'aino']) {
      tokens.set(person, await live.signIn(person));
    }
  });
  afterAll(() => live.close());

  const urlOf = (name: string): string => live.urlByName.get(name) ?? '';
  const showing = (person: string | null): Record<string, string> =>
    person === null ? {} : { authorization: `Bearer ${tokens.get(person) ?? ''}` };
  /** What the gateway answers. @param person - Who signs in; null for nobody. */
  const ask = async (
    person: string | null,
    query: string,
    variables: object = {},
  ): Promise<unknown> => {
    const answer = await fetch(`${urlOf('gateway')}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...showing(person) },
      body: JSON.stringify({ query, variables }),
    });
    return answer.json();
  };
  const register = (person: string | null, id: string) =>
    fetch(`${urlOf('catalogue')}/registry/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...showing(person) },
      body: JSON.stringify({ url: `${urlOf(id)}/graphql` }),
    });

  it('has its cooperatives registered by the coordinator, and by nobody else', async () => {
    const [, , command = ''] = codeBlocks(sectionOf(readme(), 'Going live'), 'sh');

    const refused = [null, 'anna', 'mallory', 'aino'].map((person) => register(person, 'lumo'));
    const statuses = (await Promise.all(refused)).map(({ status }) => status);
    const { stdout } = await run('bash', ['-c', live.here(command)], {
      cwd: live.folder,
      env: { ...process.env, TOKEN: tokens.get('kerttu') ?? '' },
    });
    const lumo = await register('kerttu', 'lumo');

    expect(statuses).toEqual([401, 403, 403, 403]);
    expect(JSON.parse(stdout)).toMatchObject({ cooperative: { id: 'karhu' } });
    expect(lumo.status).toBe(200);
    const found = await eventually(
      () => ask(null, '{ catalogue { totalCount } }'),
      (answer) => at(answer, 'data.catalogue.totalCount') === 2,
      units(600),
    );
    expect(at(found, 'errors')).toBeUndefined();
  });

  it('publishes its keys, and hides those of nobody', async () => {
    const answer = await fetch(`${urlOf('catalogue')}/.well-known/jwks.json`);
    const { keys } = (await answer.json()) as { keys: { kid: string; iss: string }[] };

    expect(keys.map(({ iss }) => iss).sort()).toEqual([
      'booking',
      'catalogue',
      'gateway',
      'network',
      'procurement',
    ]);
    expect(keys.filter(({ kid }) => kid.startsWith('dev-'))).toEqual([]);
    expect(readFileSync(join(live.folder, 'keys', 'karhu', 'public.json'), 'utf8')).not.toContain(
      '"d"',
    );
  });

  it('refuses a token that it does not take, for what is public too', async () => {
    const answer = await fetch(`${urlOf('gateway')}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer x.y.z' },
      body: JSON.stringify({ query: '{ catalogue { totalCount } }' }),
    });

    expect(answer.status).toBe(401);
  });

  describe('an order that somebody holds who shows nothing', () => {
    let id: unknown;
    let secret: unknown;
    const SECRETLY =
      'query ($id: ID!, $secret: String) { order(id: $id, secret: $secret) { state } }';
    beforeAll(async () => {
      const when = await ask(
        null,
        'query ($from: Date!, $to: Date!) { service(id: "karhu:siivous") { availability(from: $from, to: $to) { starts { time } } } }',
        { from: dayIn(3), to: dayIn(17) },
      );
      const days = at(when, 'data.service.availability') as { starts: { time: string }[] }[];
      const start = days.flatMap(({ starts }) => starts)[0]?.time;
      const held = await ask(null, HOLD, {
        input: {
          ...{ idempotencyKey: 'going-live-with-a-first-order', channel: 'WEB' },
          buyer: { name: 'Anna-Liisa Kotila', municipality: 'FI-609', phone: '+358 2 000 0200' },
          legs: [{ serviceId: 'karhu:siivous', start, minutes: 60 }],
        },
      });
      expect(at(held, 'data.holdOrder')).toMatchObject({
        order: { state: 'HELD' },
        userErrors: [],
      });
      id = at(held, 'data.holdOrder.order.id');
      secret = at(held, 'data.holdOrder.secret');
    });

    it('is read by its secret, and by nobody without it', async () => {
      const stranger = await ask(null, SECRETLY, { id });

      expect(await ask(null, SECRETLY, { id, secret })).toMatchObject({
        data: { order: { state: 'HELD' } },
      });
      expect(at(stranger, 'errors.0.extensions.code')).toBe('FORBIDDEN');
    });

    it('is in the coordinator’s list, and in no other person’s', async () => {
      const list = '{ orders { edges { node { id } } } }';

      expect(await ask('kerttu', list)).toMatchObject({
        data: { orders: { edges: [{ node: { id } }] } },
      });
      expect(await ask('anna', list)).toMatchObject({ data: { orders: { edges: [] } } });
      expect(at(await ask(null, list), 'errors.0.extensions.code')).toBe('UNAUTHENTICATED');
    });
  });

  it('lets staff see to their own cooperative, and to no other', async () => {
    const bookings = (cooperative: string) =>
      ask(
        'aino',
        'query ($id: ID!, $from: Date!) { cooperative(id: $id) { bookings(from: $from) { edges { node { id } } } } }',
        { id: cooperative, from: dayIn(0) },
      );

    expect(at(await bookings('karhu'), 'errors')).toBeUndefined();
    expect(at(await bookings('lumo'), 'errors.0.extensions.code')).toBe('FORBIDDEN');
  });
});

describe('a gateway of which nothing is set, in production', () => {
  const gateway = new KillableProcess('gateway', 'gateway/main.js', { NODE_ENV: 'production' });
  afterAll(() => gateway.kill());

  it('starts, and is asked by everybody for what is public', async () => {
    const url = await gateway.start();

    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });

    expect(await answer.json()).toMatchObject({ data: { __typename: 'Query' } });
  });
});
