import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import { PUBLIC, withRoles } from '../../shared/identity/policy/askers.js';
import { eventually } from '../../support/eventually.js';
import type { FakeOwners } from '../../support/fakes/owners.js';
import { openForEach } from '../opening.js';
import {
  leg,
  orderOf,
  type OrderAnswer,
  type RunningBooking,
  type UserErrorAnswer,
} from '../support.js';
import { answerWith, startReceiver, TAKE, verified, type Receiver } from './receiver.js';

interface SetAnswer {
  readonly settings: {
    readonly cooperative: { readonly id: string };
    readonly webhookUrl: string | null;
    readonly email: string | null;
    readonly language: string;
    readonly events: readonly string[];
    readonly sendsEmail: boolean;
  } | null;
  readonly secret: string | null;
  readonly userErrors: readonly UserErrorAnswer[];
}

const SETTINGS = 'cooperative { id } webhookUrl email language events sendsEmail';
const SET = `mutation ($input: SetNotificationsInput!) { setNotifications(input: $input) {
  settings { ${SETTINGS} } secret userErrors { code message field } } }`;
const READ = `{ notificationSettings(cooperative: "karhu") { ${SETTINGS} } }`;
const DEAD = `{ undeliveredMessages { edges { node { id cooperative { id } isForCustomer channel event about
  attempts reason } } } }`;
const STAFF = withRoles('STAFF karhu');
const BUYER = {
  ...{ name: 'MARKER-name', municipality: 'FI-609', phone: '+358 40 7654321' },
  email: 'MARKER-buyer@example.org',
};

describe('where a cooperative is told', () => {
  let database: Database;
  let booking: RunningBooking;
  let owners: FakeOwners;
  let startAnother: (options?: object) => Promise<RunningBooking>;
  let receivers: Receiver[] = [];

  openForEach(['karhu', 'lumo'], async (opened) => {
    ({ database, booking, owners, startAnother } = opened);
    receivers = [];
    for (const name of ['addresses', 'messages']) {
      await database.connection.collection(name).deleteMany({});
    }
  });
  afterEach(async () => {
    for (const receiver of receivers) await receiver.close();
  });

  const receiver = async (): Promise<Receiver> => {
    const started = await startReceiver();
    receivers.push(started);
    return started;
  };
  const set = async (input: object, asker?: Asker, at = booking): Promise<SetAnswer> => {
    const given = { idempotencyKey: randomUUID(), cooperative: 'karhu', ...input };
    const { data, errors } = await at.ask<{ setNotifications: SetAnswer | null }>(
      SET,
      { input: given },
      asker,
    );
    if (!data.setNotifications) throw new Error(JSON.stringify(errors));
    return data.setNotifications;
  };
  const codesOf = ({ userErrors }: SetAnswer) =>
    userErrors.map(({ code, field }) => [code, field?.join('.')]);

  it('is said by its staff, its own system or the coordinator, and read by them', async () => {
    const said = await set({ email: 'desk@karhu.example', language: 'SV' }, STAFF);
    const { data } = await booking.ask<{ notificationSettings: unknown }>(READ, {}, STAFF);

    expect(said).toMatchObject({ secret: null, userErrors: [] });
    expect(said.settings?.events).toHaveLength(8);
    expect(data.notificationSettings).toEqual(said.settings);
    expect(said.settings).toMatchObject({
      ...{ cooperative: { id: 'karhu' }, webhookUrl: null, email: 'desk@karhu.example' },
      ...{ language: 'SV', sendsEmail: false },
    });
  });

  it.each([
    ['the public', PUBLIC, 'UNAUTHENTICATED'],
    ['another cooperative', withRoles('STAFF lumo'), 'FORBIDDEN'],
    ['a member', withRoles('MEMBER karhu'), 'FORBIDDEN'],
    ['the auditor', withRoles('AUDITOR'), 'FORBIDDEN'],
  ])('is neither said nor read by %s', async (_who, asker, code) => {
    const input = { idempotencyKey: 'a', cooperative: 'karhu' };
    const answers = [
      await booking.ask(SET, { input }, asker),
      await booking.ask(READ, {}, asker),
      await booking.ask(DEAD, {}, asker),
    ];
    for (const { errors } of answers) expect(errors?.[0]?.extensions['code']).toBe(code);
  });

  it('has a secret, which is shown once, again to who sends the same, and to nobody else', async () => {
    const { url: webhookUrl } = await receiver();
    const idempotencyKey = randomUUID();
    const first = await set({ idempotencyKey, webhookUrl }, STAFF);
    expect(first.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);

    expect(await set({ idempotencyKey, webhookUrl }, STAFF)).toEqual(first);
    expect(await set({ webhookUrl }, STAFF)).toMatchObject({ secret: null, userErrors: [] });
    const other = await set({ idempotencyKey, webhookUrl, email: 'a@b.example' }, STAFF);
    expect(codesOf(other)).toEqual([['IDEMPOTENCY_CONFLICT', 'idempotencyKey']]);
  });

  it('can have another secret, and for a day webhooks are signed with both', async () => {
    const hook = await receiver();
    const { secret: first } = await set({ webhookUrl: hook.url }, STAFF);
    const { secret: second } = await set({ webhookUrl: hook.url, rotateSecret: true }, STAFF);
    expect(second).not.toBe(first);

    await booking.command('placeOrder', orderOf([leg('karhu')], { buyer: BUYER }));
    const [came] = await eventually(
      () => Promise.resolve(hook.came),
      (all) => all.length > 0,
    );
    if (!came) throw new Error('Nothing came.');
    for (const secret of [first, second]) {
      expect(verified(came, secret ?? '')).toMatchObject({ type: 'order.confirmed' });
    }
  });

  it.each([
    [{ webhookUrl: 'karhu.example' }, 'webhookUrl'],
    [{ webhookUrl: 'ftp://karhu.example/' }, 'webhookUrl'],
    [{ webhookUrl: 'https://hub:word@karhu.example/' }, 'webhookUrl'],
    [{ webhookUrl: `https://karhu.example/${'x'.repeat(500)}` }, 'webhookUrl'],
    [{ email: 'MARKER at nowhere' }, 'email'],
    [{ idempotencyKey: '' }, 'idempotencyKey'],
  ])('is refused where it cannot be one: %j', async (input, field) => {
    const answer = await set(input);
    expect(codesOf(answer)).toEqual([['BAD_USER_INPUT', field]]);
    expect(JSON.stringify(answer)).not.toMatch(/MARKER|word/);
    expect(answer.settings).toBeNull();
  });

  it('is no other than of a cooperative of the network', async () => {
    const coordinator = withRoles('COORDINATOR');
    expect(codesOf(await set({ cooperative: 'nobody' }, coordinator))).toEqual([
      ['NOT_FOUND', 'cooperative'],
    ]);
  });

  it('is in production on the internet, and by https', async () => {
    const telling = { mail: null, coordinator: null, phone: null, isProduction: true };
    const inProduction = await startAnother({ telling });
    const refused = [
      'http://karhu.example/hook',
      'https://localhost/hook',
      'https://127.0.0.1/hook',
      'https://10.1.2.3/hook',
      'https://192.168.1.1/',
      'https://169.254.169.254/latest/meta-data',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://[fd00::1]/',
      'https://0x7f000001/',
      'https://booking/',
      'https://store.internal/',
    ];
    for (const webhookUrl of refused) {
      const answer = await set({ webhookUrl }, undefined, inProduction);
      expect([webhookUrl, codesOf(answer)]).toEqual([
        webhookUrl,
        [['BAD_USER_INPUT', 'webhookUrl']],
      ]);
    }
    const fine = { webhookUrl: 'https://karhu.example/hook' };
    expect(codesOf(await set(fine, undefined, inProduction))).toEqual([]);
  });

  it('is told of an order from its confirmation to its end, and nobody learns there who ordered', async () => {
    const hook = await receiver();
    await set({ webhookUrl: hook.url }, STAFF);
    const legs = [leg('karhu'), leg('lumo')];
    const { order } = await booking.command('placeOrder', orderOf(legs, { buyer: BUYER }));
    const orderId = order?.id;
    await booking.command('moveOrder', { orderId, leg: 0, start: '2027-03-23T10:00:00Z' });
    await booking.command('cancelOrder', { orderId });

    const came = await eventually(
      () =>
        Promise.resolve(
          hook.came.map(
            ({ body }) =>
              JSON.parse(body) as { type: string; data: { order: string; legs: object[] } },
          ),
        ),
      (all) => all.length === 3,
    );
    expect(came.map(({ type }) => type).sort()).toEqual([
      'order.cancelled',
      'order.confirmed',
      'order.moved',
    ]);
    expect(came[0]?.data).toMatchObject({ order: orderId, legs: [{ number: 0 }] });
    expect(hook.came.map(({ body }) => body).join()).not.toMatch(/MARKER|7654321/);
    const stored = await database.connection.collection('messages').find().toArray();
    expect(JSON.stringify(stored)).not.toMatch(/MARKER|7654321/);
    expect(owners.ids).toContain('lumo');
  });

  it('shows the coordinator what reached nobody, who has it tried anew or takes it off the list', async () => {
    const hook = await receiver();
    hook.answer = answerWith(410);
    await set({ webhookUrl: hook.url }, STAFF);
    const made = await booking.command('placeOrder', orderOf([leg('karhu')], { buyer: BUYER }));
    await booking.command('cancelOrder', { orderId: made.order?.id });
    interface Dead {
      readonly undeliveredMessages: {
        readonly edges: readonly {
          readonly node: { readonly id: string; readonly event: string };
        }[];
      } | null;
    }
    const dead = async () =>
      (
        await booking.ask<Dead>(DEAD, {}, withRoles('COORDINATOR'))
      ).data.undeliveredMessages?.edges.map(({ node }) => node) ?? [];
    const listed = await eventually(dead, (all) => all.length === 2);
    const cancelled = listed.find(({ event }) => event === 'ORDER_CANCELLED');
    const confirmed = listed.find(({ event }) => event === 'ORDER_CONFIRMED');
    expect(cancelled).toMatchObject({
      ...{ cooperative: { id: 'karhu' }, isForCustomer: false, channel: 'WEBHOOK' },
      ...{ about: made.order?.id, attempts: 1, reason: 'HTTP 410' },
    });

    const act = async (name: string, id = '') => {
      const { data } = await booking.ask<
        Record<string, { id: string | null; userErrors: { code: string }[] }>
      >(
        `mutation ($input: MessageInput!) { ${name}(input: $input) { id userErrors { code } } }`,
        { input: { id } },
        withRoles('COORDINATOR'),
      );
      return data[name];
    };
    hook.answer = TAKE;
    expect(await act('retryMessage', cancelled?.id)).toEqual({ id: cancelled?.id, userErrors: [] });
    expect(await act('dropMessage', confirmed?.id)).toEqual({ id: confirmed?.id, userErrors: [] });
    await eventually(
      () => Promise.resolve(hook.taken.size),
      (size) => size === 1,
    );
    expect([...hook.taken.keys()]).toEqual([cancelled?.id]);
    expect(await dead()).toEqual([]);
    expect((await act('retryMessage', 'nothing'))?.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    expect((made.order satisfies OrderAnswer | null)?.state).toBe('CONFIRMED');
  });
});
