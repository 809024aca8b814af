import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import type { Telling } from '../../../subgraphs/booking/telling/create-telling.js';
import { openFreshDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';
import { anOffer, aRequest } from './records.js';
import { answerWith, startReceiver, TAKE, verified, type Receiver } from './receiver.js';
import { openBench, type Bench } from './support.js';

const HOUR = 60;
const DAY = 24 * HOUR;
const hanging = (): undefined => undefined;

describe('a webhook', () => {
  let database: Database;
  let bench: Bench;
  let telling: Telling;
  let karhu: Receiver;
  let lumo: Receiver;

  beforeEach(async () => {
    database = await openFreshDatabase();
    bench = await openBench(database);
    telling = await bench.start();
    karhu = await startReceiver();
    lumo = await startReceiver();
    await bench.hook('karhu', karhu.url);
    await bench.hook('lumo', lumo.url);
  });
  afterEach(async () => {
    await telling.close();
    await karhu.close();
    await lumo.close();
    await database.close();
  });

  const messageOf = async (receiver: string) =>
    (await bench.all()).find((message) => message.receiver === receiver);
  const bodies = ({ came }: Receiver): unknown[] =>
    came.map(({ body }): unknown => JSON.parse(body));

  it('tells each cooperative of its own legs, once, and of nobody who ordered', async () => {
    const order = await bench.confirmed('an-order');
    await telling.sweep();
    await telling.sweep();

    const [leg] = order.legs;
    expect(bodies(karhu)).toEqual([
      {
        type: 'order.confirmed',
        timestamp: bench.clock.now().toISOString(),
        data: {
          ...{ cooperative: 'karhu', order: 'an-order', reference: 'an-order' },
          municipality: 'FI-609',
          legs: [
            {
              ...{ number: 0, service: 'karhu:siivous', minutes: 60, quantity: leg?.quantity },
              start: leg?.start.toISOString(),
            },
          ],
        },
      },
    ]);
    expect(bodies(lumo)).toMatchObject([{ data: { cooperative: 'lumo', legs: [{ number: 1 }] } }]);
    const sent = [...karhu.came, ...lumo.came].map(({ body }) => body).join();
    expect(sent).not.toMatch(/MARKER|7654321/);
    expect(JSON.stringify(await bench.all())).not.toMatch(/MARKER|7654321/);
  });

  it('is signed as Standard Webhooks has it', async () => {
    await bench.confirmed('an-order');
    const real = await bench.start({ realClock: { now: () => new Date() } });
    await real.sweep();
    await real.close();

    const [came] = karhu.came;
    if (!came) throw new Error('Nothing came.');
    expect(verified(came)).toMatchObject({ type: 'order.confirmed' });
    const tampered = { ...came, body: came.body.replace('60', '61') };
    expect(() => verified(tampered)).toThrow();
    expect(() => verified(came, `whsec_${Buffer.alloc(32, 8).toString('base64')}`)).toThrow();
    expect(came.id).toBe((await messageOf('karhu'))?._id);
  });

  it('leads who leads the order to all of its legs', async () => {
    await bench.confirmed('an-order', { leadCooperative: 'lumo' });
    await telling.sweep();

    expect(bodies(lumo)).toMatchObject([{ data: { legs: [{ number: 0 }, { number: 1 }] } }]);
    expect(bodies(karhu)).toMatchObject([{ data: { legs: [{ number: 0 }] } }]);
  });

  it('is told of offers: what, where and when, and of a taken one nothing but that it is', async () => {
    const made = aRequest([anOffer('karhu'), anOffer('lumo')]);
    await bench.requests.insert(made);
    await telling.sweep();
    const before = await bench.requests.find('a-request');
    if (before === null) throw new Error('There is no request.');
    const [taken, left] = before.offers;
    if (!taken || !left) throw new Error('There are no offers.');
    const offers = [
      { ...taken, state: 'ACCEPTED' as const },
      { ...left, state: 'WITHDRAWN' as const },
    ];
    await bench.requests.replace(before, { ...before, state: 'TAKEN', offers });
    await telling.sweep();

    expect(bodies(karhu)).toMatchObject([{ type: 'offer.made' }]);
    const data = { cooperative: 'lumo', offer: 'lumo' };
    const more = { service: 'lumo:siivous', municipality: 'FI-609', minutes: 180 };
    expect(bodies(lumo)).toMatchObject([
      { type: 'offer.made', data: { ...data, ...more } },
      { type: 'offer.taken' },
    ]);
    expect((bodies(lumo)[1] as { data: object }).data).toEqual(data);
    expect([...karhu.came, ...lumo.came].map(({ body }) => body).join()).not.toMatch(/MARKER/);
  });

  it('is not sent of what the cooperative does not want, nor where it has said nothing', async () => {
    const before = await bench.addresses.find('karhu');
    if (before === null) throw new Error('There is no address.');
    const events = ['ORDER_CANCELLED'] as const;
    await bench.addresses.write(before, { ...before, version: 2, events });
    await bench.confirmed('an-order');
    await telling.sweep();

    expect(karhu.came).toEqual([]);
    expect(lumo.came).toHaveLength(1);
    expect(await bench.all()).toHaveLength(1);
    expect(await bench.orders.findWithOutbox(10)).toEqual([]);
  });

  it.each([
    ['says that it is broken', answerWith(503), 'HTTP 503'],
    ['leads elsewhere', answerWith(302, { location: 'http://127.0.0.1:1/' }), 'HTTP 302'],
    ['does not know it', answerWith(404), 'HTTP 404'],
    [
      'breaks off',
      (response: { destroy(): void }) => {
        response.destroy();
      },
      'no connection, or one that broke off',
    ],
  ])(
    'comes again with the same id to one that %s, and later and later',
    async (_how, how, reason) => {
      karhu.answer = how;
      await bench.confirmed('an-order');
      await telling.sweep();
      const waits: number[] = [];
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const { dueAt } = (await messageOf('karhu')) ?? {};
        const waitMs = Number(dueAt) - Number(bench.clock.now());
        waits.push(waitMs / 1_000);
        bench.clock.advance(waitMs / 60_000);
        await telling.sweep();
      }

      expect(waits).toEqual([5, 20, 80]);
      expect(await messageOf('karhu')).toMatchObject({ state: 'DUE', attempts: 4, reason });
      expect(new Set(karhu.came.map(({ id }) => id)).size).toBe(1);
      expect(lumo.came).toHaveLength(1);

      karhu.answer = TAKE;
      bench.clock.advance(6 * HOUR);
      await telling.sweep();
      expect(await messageOf('karhu')).toMatchObject({ state: 'DELIVERED', attempts: 5 });
    },
  );

  it('is given up at once where the receiver is gone for good', async () => {
    karhu.answer = answerWith(410);
    await bench.confirmed('an-order');
    await telling.sweep();

    expect(await messageOf('karhu')).toMatchObject({ state: 'DEAD', reason: 'HTTP 410' });
  });

  it('is given up after three days, with all that waited behind it', async () => {
    karhu.answer = answerWith(500);
    await bench.confirmed('one');
    await telling.sweep();
    await bench.confirmed('two');
    await telling.sweep();
    bench.clock.advance(3 * DAY + 1);
    await telling.sweep();

    const dead = (await bench.messages.findDead(10, null)).map(({ reason }) => reason);
    expect(dead.sort()).toEqual([
      'HTTP 500',
      'never tried: what was sent there before did not arrive',
    ]);
    bench.clock.advance(30 * DAY + 1);
    await telling.sweep();
    expect(await bench.all()).toEqual([]);
  });

  it('that was taken is done, however long or slow the rest of the answer is', async () => {
    karhu.answer = (response) => {
      response.writeHead(200).write('x'.repeat(10_000_000));
    };
    await bench.confirmed('an-order');
    await telling.sweep();

    expect(await messageOf('karhu')).toMatchObject({ state: 'DELIVERED', attempts: 1 });
  });

  it('to one that hangs costs the others nothing, however much waits there', async () => {
    karhu.answer = hanging;
    for (let number = 0; number < 150; number += 1) await bench.confirmed(`order-${number}`);
    telling.start();

    await eventually(
      () => Promise.resolve(lumo.taken.size),
      (count) => count === 150,
    );
    expect(karhu.came).toHaveLength(1);
    expect(lumo.came).toHaveLength(150);
  });

  it('to one that hangs costs nothing to another that is told at the same host', async () => {
    await database.connection.collection('addresses').deleteMany({});
    for (const id of ['karhu', 'lumo']) await bench.hook(id, lumo.url);
    lumo.answer = (response, { id, ...came }) =>
      id.includes('.karhu.') ? undefined : TAKE(response, { id, ...came });
    await bench.confirmed('one');
    await bench.confirmed('two');
    telling.start();

    await eventually(
      () => Promise.resolve(lumo.taken.size),
      (count) => count === 2,
    );
    expect(lumo.came).toHaveLength(3);
  });

  it('that cannot be written keeps no other from being sent, and is given up in the end', async () => {
    const before = await bench.addresses.find('karhu');
    if (before === null) throw new Error('There is no address.');
    await bench.addresses.write(before, { ...before, version: 2, secret: 'whsec_' });
    await bench.confirmed('an-order');
    await telling.sweep();
    expect(lumo.taken.size).toBe(1);

    bench.clock.advance(3 * DAY + 1);
    await telling.sweep();
    expect(await messageOf('karhu')).toMatchObject({ state: 'DEAD' });
  });

  it('comes at once to one that answers again, with all that waits for it', async () => {
    karhu.answer = answerWith(500);
    for (const id of ['one', 'two', 'three']) await bench.confirmed(id);
    await telling.sweep();
    bench.clock.advance(HOUR);
    await telling.sweep();
    expect(karhu.came).toHaveLength(2);

    karhu.answer = TAKE;
    bench.clock.advance(HOUR);
    await telling.sweep();
    expect(karhu.taken.size).toBe(3);
  });

  it('is not sent to a private address in production, whatever its name says', async () => {
    const inProduction = await bench.start({
      settings: { mail: null, coordinator: null, phone: null, isProduction: true },
    });
    const before = await bench.addresses.find('karhu');
    if (before === null) throw new Error('There is no address.');
    // An address within would have been refused when it was set; a name can come to mean one later.
    const webhookUrl = karhu.url.replace('127.0.0.1', 'localhost');
    await bench.addresses.write(before, { ...before, version: 2, webhookUrl });
    await bench.confirmed('an-order');
    await inProduction.sweep();
    await inProduction.close();

    expect(karhu.came).toEqual([]);
    expect(await messageOf('karhu')).toMatchObject({ state: 'DUE', attempts: 1 });
  });
});
