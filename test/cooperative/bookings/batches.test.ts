import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { CommandQueue } from '../../../subgraphs/cooperative/bookings/desk/command-queue.js';
import { isOfOneCommand } from '../../../subgraphs/cooperative/bookings/rows/failures.js';
import { BookingCommands } from '../../../subgraphs/cooperative/bookings/commands/booking-commands.js';
import { NOTHING } from '../../../subgraphs/cooperative/bookings/rules/scope.js';
import { at, bookableFile, codesOf, Desk, resourceRow } from './support.js';
import { startCooperative, type RunningCooperative } from '../support.js';

/** A line of texts that start with their name; `batches` is what was carried out together, failed ones too. */
function lineOf(failureOf: (batch: readonly string[]) => Error | null) {
  const batches: string[][] = [];
  const line = new CommandQueue<string, string>({
    carryOut: (commands) => {
      batches.push([...commands]);
      const failure = failureOf(commands);
      return failure
        ? Promise.reject(failure)
        : Promise.resolve(commands.map((text) => `${text}!`));
    },
    namesOf: (text) => text.split(' ')[0]?.split('+') ?? [],
    isOfOne: isOfOneCommand,
  });
  return { line, batches };
}

describe('A line of commands', () => {
  it('gives a failure to the command that it is due to, and answers the others', async () => {
    const { line, batches } = lineOf((batch) => (batch.includes('bad') ? new Error('Bad.') : null));

    const answers = await Promise.allSettled(['a', 'b', 'bad', 'c'].map((text) => line.run(text)));

    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(batches).toEqual([['a'], ['b', 'bad', 'c'], ['b'], ['bad'], ['c']]);
  });

  it('refuses a batch that takes too long as undecided, all of it at once, and serves the next', async () => {
    const batches: (readonly string[])[] = [];
    const line = new CommandQueue<string, string>({
      carryOut: (commands) => {
        batches.push(commands);
        // The first batch never ends.
        return batches.length === 1 ? new Promise(() => undefined) : Promise.resolve(['c!']);
      },
      namesOf: (text) => [text],
      isOfOne: isOfOneCommand,
      batchWithinMs: 50,
    });
    const stuck = Promise.allSettled([line.run('a')]);
    const next = line.run('c');

    const [refused] = await stuck;

    expect(refused).toMatchObject({ reason: { extensions: { code: 'DATABASE_UNAVAILABLE' } } });
    expect(await next).toBe('c!');
    expect(batches).toEqual([['a'], ['c']]);
  });

  it('tries nobody alone while the database cannot be reached', async () => {
    const { line, batches } = lineOf(() => new mongo.MongoNetworkError('Gone.'));

    const answers = await Promise.allSettled(['a', 'b', 'c'].map((text) => line.run(text)));

    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(batches).toEqual([['a'], ['b', 'c']]);
  });

  describe('refuses what it would answer too late', () => {
    /** A line whose batches end when they are told to, and the milliseconds that pass meanwhile. */
    const open = () => {
      let ms = 0;
      const ends: (() => void)[] = [];
      let isFree = false;
      const line = new CommandQueue<number, number>({
        carryOut: (commands) =>
          isFree
            ? Promise.resolve(commands)
            : new Promise((resolve) => {
                ends.push(() => {
                  resolve(commands);
                });
              }),
        namesOf: (number) => [String(number)],
        isOfOne: () => false,
        now: () => ms,
      });
      let number = 0;
      return {
        line,
        pass: (howLong: number): void => {
          ms += howLong;
        },
        come: (count: number): Promise<number>[] =>
          Array.from({ length: count }, () => line.run(number++)),
        end: async (howLong: number, answers: readonly Promise<number>[]): Promise<void> => {
          ms += howLong;
          ends.shift()?.();
          await Promise.all(answers);
        },
        finish: (answers: readonly Promise<number>[]): Promise<number[]> => {
          isFree = true;
          ends.shift()?.();
          return Promise.all(answers);
        },
      };
    };

    it('by how long a batch takes of late, and lets in again once there are few', async () => {
      const { line, come, end } = open();
      await end(4_000, come(1));
      const [first, ...others] = [come(1), come(50), come(1)] as const;

      expect(line.hasRoom(true)).toBe(false);
      expect(line.hasRoom(false)).toBe(true);
      await end(100, first);
      expect(line.hasRoom(true)).toBe(true);
      await end(100, others[0]);
      await end(100, others[1]);
      expect(line.hasRoom(true)).toBe(true);
    });

    it('while the batch that is served does not end, and lets one in when it has, however slow it was', async () => {
      const { line, come, pass, end } = open();
      const stuck = come(1);
      expect(line.hasRoom(true)).toBe(true);
      pass(10_001);

      expect(line.hasRoom(true)).toBe(false);
      expect(line.hasRoom(false)).toBe(true);
      await end(60_000, stuck);
      expect(line.hasRoom(true)).toBe(true);
    });

    it('whatever it is where there is no end of them', async () => {
      const { line, come, finish } = open();
      const many = come(1_000);
      expect(line.hasRoom(false)).toBe(true);
      const last = come(1);

      expect([line.hasRoom(false), line.hasRoom(true)]).toEqual([false, false]);
      expect(await finish([...many, ...last])).toHaveLength(1_001);
    });
  });

  it('serves commands that share a name one after the other, in the order in which they came', async () => {
    const { line, batches } = lineOf(() => null);

    await Promise.all(['z', 'k1+o1', 'k1+o2', 'k2+o2', 'k3+o3'].map((text) => line.run(text)));

    expect(batches).toEqual([['z'], ['k1+o1', 'k3+o3'], ['k1+o2'], ['k2+o2']]);
  });
});

describe('Commands that are served together', () => {
  let karhu: RunningCooperative;
  let desk: Desk;

  beforeEach(async () => {
    karhu = await startCooperative();
    desk = new Desk(karhu);
    await karhu.import(bookableFile({ resources: [resourceRow({ size: 2 })] }));
  });
  afterEach(() => karhu.close());

  it('may move a leg that has moved up from the waiting list among them', async () => {
    await desk.enrol({ orderId: 'full', leg: { quantity: 2 } });
    await desk.enrol({ orderId: 'alice' });

    // In one turn, as requests over HTTP are not sure to come: the first is served alone, the others together.
    const orders = new BookingCommands('karhu', karhu.server.desk);
    const named = (orderId: string) => ({ idempotencyKey: orderId, cooperative: 'karhu', orderId });

    const answers = await Promise.all([
      orders.cancel(named('first')),
      orders.cancel(named('full')),
      orders.move({ ...named('alice'), leg: 0, start: at('2027-03-30T14:00') }),
    ]);

    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect((await desk.read('alice')).legs).toMatchObject([{ start: at('2027-03-30T14:00') }]);
  });

  it('are so many at most: a hold that would be answered too late is not begun, and may come again', async () => {
    const orders = new BookingCommands('karhu', karhu.server.desk);
    const named = (orderId: string) => ({ idempotencyKey: orderId, cooperative: 'karhu', orderId });
    const waiting = Array.from({ length: 1_001 }, (_unused, number) =>
      orders.cancel(named(`order-${number}`)),
    );

    // In the same turn, before any of them is done.
    const refused = await orders.hold({
      ...{ ...named('late'), orderReference: 'KARHU-1', municipality: 'FI-609', holdMinutes: 15 },
      legs: [
        {
          ...{ leg: 0, serviceId: 'karhu:siivous', start: at('2027-03-22T09:00') },
          ...{ minutes: 60, quantity: 1 },
        },
      ],
    });
    expect(refused).toMatchObject({ legs: [], userErrors: [{ code: 'TOO_BUSY', field: null }] });
    await Promise.all(waiting);

    expect((await desk.read('late')).legs).toEqual([]);
    const again = await desk.hold(named('late'));
    expect(again).toMatchObject({ legs: [{ state: 'HELD' }], userErrors: [] });
  });

  it('do not fail with one that does', async () => {
    const orders = new BookingCommands('karhu', karhu.server.desk);
    const first = orders.cancel({
      idempotencyKey: 'first',
      cooperative: 'karhu',
      orderId: 'first',
    });
    const failing = karhu.server.desk.execute({
      record: null,
      orderId: null,
      bookingId: null,
      refuse: () => ({ userErrors: [] }),
      scopeOf: () => NOTHING,
      decide: () => {
        throw new Error('Nothing can be decided.');
      },
    });

    const beside = orders.cancel({ idempotencyKey: 'next', cooperative: 'karhu', orderId: 'next' });
    const outcomes = await Promise.allSettled([first, failing, beside]);

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(codesOf(await desk.hold({ orderId: 'next' }))).toEqual(['INVALID_STATE']);
  });
});

describe('The rules that are kept in memory', () => {
  let karhu: RunningCooperative;
  let other: RunningCooperative;

  beforeEach(async () => {
    karhu = await startCooperative();
    other = await startCooperative({
      connection: karhu.database.connection,
      clock: karhu.clock,
    });
  });
  afterEach(async () => {
    await other.close();
    await karhu.close();
  });

  it('are those of today, though a failing primary has lost a change and another came', async () => {
    const { connection } = karhu.database;
    const sized = (size: number) => bookableFile({ resources: [resourceRow({ size })] });
    const collections = ['meta', 'resources'].map((name) =>
      connection.collection<{ _id: string }>(name),
    );
    await karhu.import(sized(1));
    const before = await Promise.all(collections.map((rows) => rows.find().toArray()));
    await karhu.import(sized(2));
    const seen = await new Desk(karhu).starts();
    for (const [index, rows] of collections.entries()) {
      for (const row of before[index] ?? []) await rows.replaceOne({ _id: row._id }, row);
    }

    await other.import(sized(3));

    expect(seen).toContain('09:00 2');
    expect(await new Desk(karhu).starts()).toContain('09:00 3');
  });

  it('follow a database from when they had a counter', async () => {
    const { connection } = karhu.database;
    await karhu.import(bookableFile());
    await connection
      .collection<{ _id: string }>('meta')
      .updateOne({ _id: 'meta' }, { $set: { writes: 1 }, $unset: { rules: 1 } });

    const before = await new Desk(karhu).starts();
    await karhu.import(bookableFile({ resources: [resourceRow({ size: 2 })] }));

    expect(before).toContain('09:00 1');
    expect(await new Desk(karhu).starts()).toContain('09:00 2');
  });
});
