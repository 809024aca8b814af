import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { settle } from '../../../subgraphs/booking/orders/order/order-state.js';
import { withOffer } from '../../../subgraphs/booking/exchange/request/transitions.js';
import { Messenger } from '../../../subgraphs/booking/telling/delivery/messenger.js';
import { Outbox } from '../../../subgraphs/booking/telling/delivery/outbox.js';
import { Webhooks } from '../../../subgraphs/booking/telling/delivery/webhooks.js';
import { MessageWriter } from '../../../subgraphs/booking/telling/delivery/writer.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { BUILT_IN_LISTS } from '../../support/built-in-lists.js';
import { openFreshDatabase } from '../../support/database.js';
import { Mortal } from '../mortal.js';
import { standingOrder } from '../saga/order-records.js';
import { anOffer, aRequest } from './records.js';
import { startReceiver, type Receiver } from './receiver.js';
import { BUYER, openBench, type Bench } from './support.js';

const LEASE_MINUTES = 1;
const OPEN = { state: 'REQUESTED', stateAsOf: null } as const;

describe('a process that is killed while it tells others', () => {
  let database: Database;
  let bench: Bench;
  let receivers: readonly Receiver[] = [];

  beforeAll(async () => {
    database = await openFreshDatabase();
    bench = await openBench(database);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    receivers = [await startReceiver(), await startReceiver()];
    await database.connection.collection('addresses').deleteMany({});
    const [karhu, lumo] = receivers;
    await bench.hook('karhu', karhu?.url ?? '');
    await bench.hook('lumo', lumo?.url ?? '');
  });
  afterEach(async () => {
    for (const receiver of receivers) await receiver.close();
  });

  /** All that a process does to the world outside of it goes through `mortal`. */
  const start = (mortal: Mortal) => {
    const orders = mortal.guard(bench.orders, ['insert', 'write', 'markTold']);
    const requests = mortal.guard(bench.requests, ['insert', 'replace', 'markTold']);
    const messages = mortal.guard(bench.messages, ['add', 'take', 'postpone', 'end', 'wake']);
    const { addresses, clock: realClock } = bench;
    const webhooks = new Webhooks({ isProduction: false, timeoutMs: 10_000, realClock });
    const messenger = new Messenger({
      ...{ messages, realClock, random: () => 0.5, mail: null },
      log: pino({ level: 'silent' }),
      webhooks: mortal.guard(webhooks, ['send']),
      writer: new MessageWriter({
        ...{ orders, requests, messages, addresses, lists: BUILT_IN_LISTS, realClock },
        ...{ coordinator: null, phone: null, key: Buffer.alloc(32) },
      }),
    });
    const outbox = new Outbox({
      ...{ orders, requests, addresses, messages, sendsEmail: false, realClock },
      log: pino({ level: 'silent' }),
    });
    const tell = async (): Promise<void> => {
      await outbox.empty();
      await messenger.deliver();
    };
    return { orders, requests, tell, close: () => webhooks.close() };
  };
  type Started = ReturnType<typeof start>;

  /** Makes and confirms an order, and tells of it. */
  const order = async ({ orders, tell }: Started, id: string): Promise<void> => {
    const keys = { _id: id, reference: id, keyHash: id, told: [], buyer: BUYER };
    const made = { ...standingOrder(OPEN, OPEN), ...keys };
    await orders.insert(made);
    const legs = made.legs.map((one) => ({ ...one, state: 'CONFIRMED' as const }));
    await orders.write(made, settle({ ...made, legs }));
    await tell();
  };
  /** Offers work to two, one of which says no, and tells of it. */
  const request = async ({ requests, tell }: Started, id: string): Promise<void> => {
    const offers = ['karhu', 'lumo'].map((one) =>
      anOffer(`${id}-${one}`, { cooperative: one, service: `${one}:siivous` }),
    );
    const commands = [{ key: id, body: '', offer: null, refusals: [] }];
    await requests.insert(aRequest(offers, { _id: id, reference: id, commands }));
    const made = await requests.find(id);
    if (made) await requests.replace(made, withOffer(made, `${id}-lumo`, { isWarned: true }));
    await tell();
  };
  /** What is to be told of a record as it stands. */
  const expectedOf = async (id: string): Promise<string[]> => {
    const stored = await bench.orders.findById(id);
    const isConfirmed = stored?.state === 'CONFIRMED';
    const ofOrder = isConfirmed
      ? ['karhu', 'lumo'].map((one) => `${id}.${stored.version}.0.${one}.webhook`)
      : [];
    const work = await bench.requests.find(id);
    const made = work ? [`${id}.1.0.karhu.webhook`, `${id}.1.1.lumo.webhook`] : [];
    const warned = (work?.version ?? 0) > 1 ? [`${id}.2.0.lumo.webhook`] : [];
    return [...ofOrder, ...made, ...warned];
  };

  it.each([
    ['an order', order],
    ['a request', request],
  ])(
    'has told each receiver of %s once, and of nothing that was not written, wherever that was',
    async (what, run) => {
      let deaths = 0;
      for (let at = 0, isThrough = false; !isThrough; at += 1) {
        for (const when of ['before', 'after'] as const) {
          const id = `${what.replace(' ', '-')}-${at}-${when}`;
          const mortal = new Mortal({ at, when });
          const killed = start(mortal);
          const outcome = await Promise.race([
            mortal.dead.then(() => 'dead' as const),
            run(killed, id).then(() => 'done' as const),
          ]);
          await killed.close();
          isThrough = outcome === 'done';
          deaths += isThrough ? 0 : 1;

          bench.clock.advance(LEASE_MINUTES + 0.1);
          const next = start(new Mortal(null));
          await next.tell();
          await next.close();
          const taken = receivers
            .flatMap((receiver) => [...receiver.taken.keys()])
            .filter((one) => one.startsWith(`${id}.`));
          expect([id, taken.sort()]).toEqual([id, (await expectedOf(id)).sort()]);
          // A receiver that keeps the id sees the same webhook twice at most, and takes it once.
          for (const { came } of receivers) {
            const times = came.filter((one) => one.id.startsWith(`${id}.`)).map((one) => one.id);
            expect(times.length).toBeLessThanOrEqual(new Set(times).size + 1);
          }
        }
      }
      // Each write and each webhook, before it and after it.
      expect(deaths).toBeGreaterThanOrEqual(2 * 10);
      expect(await bench.orders.findWithOutbox(1)).toEqual([]);
      expect(await bench.requests.findWithOutbox(1)).toEqual([]);
    },
  );
});
