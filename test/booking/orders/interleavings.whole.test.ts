import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';
import { startFakeOwners, type Fault, type FakeOwners } from '../../support/fakes/owners.js';
import { units } from '../../support/unit.js';
import {
  leg,
  orderOf,
  startBooking,
  TestClock,
  told,
  type PayloadAnswer,
  type RunningBooking,
} from '../support.js';

/** So little that owners are often not waited for. */
const IMPATIENT = { answerWithinMs: units(1.5), ownerTimeoutMs: units(0.8) };
const ACTS = [
  'holdBookings',
  'confirmBookings',
  'extendBookings',
  'moveBookings',
  'cancelBookings',
];

/** What goes wrong at one owner. */
const faults = fc.array(
  fc.record({
    owner: fc.constantFrom('karhu', 'lumo'),
    fault: fc.constantFrom<Fault>('hang', 'lost', 'broken', 'error'),
    on: fc.constantFrom(...ACTS),
    times: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 4 },
);

/** When each command is sent to which of the processes; the same one may be sent several times. */
const sendings = fc.array(
  fc.record({
    command: fc.constantFrom('one', 'other', 'confirm', 'extend', 'move', 'cancel'),
    process: fc.nat(1),
    afterMs: fc.integer({ min: 0, max: 250 }),
  }),
  { minLength: 3, maxLength: 9 },
);

interface Command {
  readonly name: string;
  readonly input: object;
}

describe('commands on orders that meet in any order, over two processes', () => {
  let database: Database;
  let owners: FakeOwners;
  let patient: RunningBooking;
  let impatient: RunningBooking[];
  let day = 0;

  beforeAll(async () => {
    database = await openFreshDatabase();
    const clock = new TestClock();
    owners = await startFakeOwners(['karhu', 'lumo'], clock);
    patient = await startBooking(database, owners, clock, { answerWithinMs: units(200) });
    impatient = [
      await startBooking(database, owners, clock, IMPATIENT),
      await startBooking(database, owners, clock, IMPATIENT),
    ];
  });
  afterAll(async () => {
    for (const one of [patient, ...impatient]) await one.close();
    await owners.close();
    await database.close();
  });

  /** Commands that compete: two orders of the same places, and four on an order that is held. */
  const commandsOf = async (): Promise<Record<string, Command>> => {
    day += 1;
    const at = (hour: number) => ({
      start: new Date(Date.UTC(2027, 3, day, hour)).toISOString(),
    });
    const both = (hour: number) => ['karhu', 'lumo'].map((id) => leg(id, 10, at(hour)));
    const held = await patient.command('holdOrder', orderOf(both(14)));
    const act = (name: string, more: object = {}): Command => {
      const order = { orderId: held.order?.id, secret: held.secret };
      return { name, input: { ...order, idempotencyKey: randomUUID(), ...more } };
    };
    const make = (name: string): Command => ({
      name,
      input: { idempotencyKey: randomUUID(), ...orderOf(both(10)) },
    });
    return {
      one: make('placeOrder'),
      other: make('holdOrder'),
      confirm: act('confirmOrder'),
      extend: act('extendHold'),
      move: act('moveOrder', at(18)),
      cancel: act('cancelOrder'),
    };
  };

  const allSettled = (): Promise<unknown> =>
    eventually(
      () => database.connection.collection('orders').countDocuments({ task: { $ne: null } }),
      (open) => open === 0,
      // Whoever was slow a few times, as on a busy machine, is asked again after longer and longer pauses.
      units(900),
    );

  it('are answered the same for ever, once they are answered at all', async () => {
    await fc.assert(
      fc.asyncProperty(faults, sendings, async (wrong, sent) => {
        const commands = await commandsOf();
        for (const { owner, fault, on, times } of wrong) owners.owner(owner).fail(fault, on, times);

        const answers = await Promise.all(
          sent.map(async ({ command, process, afterMs }) => {
            await pause(afterMs);
            const { name, input } = commands[command] as Command;
            return { command, answer: await (impatient[process] ?? patient).command(name, input) };
          }),
        );
        for (const id of ['karhu', 'lumo']) owners.owner(id).mend();
        await allSettled();

        for (const { command, answer } of answers) {
          const { name, input } = commands[command] as Command;
          const again = await patient.command(name, input);
          if (!isOpen(answer))
            expect({ command, ...told(again) }).toEqual({ command, ...told(answer) });
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});

/** Whether it was told that nothing was decided. */
function isOpen({ userErrors }: PayloadAnswer): boolean {
  return userErrors.some(({ retry }) => retry);
}
