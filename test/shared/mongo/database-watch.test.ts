import { describe, expect, it, jest } from '@jest/globals';
import { DatabaseWatch } from '../../../subgraphs/shared/mongo/limits/database-watch.js';
import { createLogger } from '../../../subgraphs/shared/process/logger.js';

/** A watch by a clock of its own; the database answers while `well` is true, and a new connection while `afresh` is. */
function watchOf() {
  const answers = { well: true, afresh: true };
  const clock = { seconds: 0 };
  const end = jest.fn();
  const answer = (isGiven: boolean) =>
    isGiven ? Promise.resolve() : Promise.reject(new Error('Gone.'));
  const watch = new DatabaseWatch({
    log: createLogger('watch', 'silent'),
    ping: () => answer(answers.well),
    pingAfresh: () => answer(answers.afresh),
    now: () => clock.seconds * 1_000,
    end,
  });
  /** Looks every two seconds. */
  const pass = async (seconds: number): Promise<void> => {
    for (const until = clock.seconds + seconds; clock.seconds < until; clock.seconds += 2)
      await watch.look();
  };
  return { watch, answers, clock, end, pass };
}

describe('A watch over the database', () => {
  it('tells for how long that has not answered, until it answers again', async () => {
    const { watch, answers, pass } = watchOf();
    await pass(10);
    const before = watch.fault;
    answers.well = false;
    await pass(12);
    const meanwhile = watch.fault;
    answers.well = true;
    await pass(2);

    expect([before, meanwhile, watch.fault]).toEqual([
      null,
      'The database has not answered for 12 s.',
      null,
    ]);
  });

  it('gives up a look that is not answered', async () => {
    const watch = new DatabaseWatch({
      log: createLogger('watch', 'silent'),
      ping: () => new Promise(() => undefined),
      pingAfresh: () => Promise.resolve(),
      answersWithinMs: 20,
      end: jest.fn(),
    });

    await watch.look();

    expect(watch.fault).toContain('has not answered');
  });

  it('ends the process after 150 s of silence, not after shorter ones', async () => {
    const { answers, end, pass } = watchOf();
    for (const well of [false, true, false]) {
      answers.well = well;
      await pass(140);
    }
    const before = end.mock.calls.length;
    await pass(20);

    expect(before).toBe(0);
    expect(end).toHaveBeenCalled();
  });

  it('does not end while a new connection is not answered either, nor once that finds the database back', async () => {
    const { watch, answers, end, pass } = watchOf();
    watch.note(false, 15_000);
    [answers.well, answers.afresh] = [false, false];
    await pass(100);
    watch.note(false, 60_000);
    await pass(100);
    const meanwhile = watch.fault;
    [answers.well, answers.afresh] = [true, true];
    await pass(20);

    expect(meanwhile).toContain('has not answered');
    expect(watch.fault).toBeNull();
    expect(end).not.toHaveBeenCalled();
  });

  it('does not end where its own connection is answered too, a moment after a new one', async () => {
    const end = jest.fn();
    const answers = { well: false };
    const clock = { seconds: 0 };
    const watch = new DatabaseWatch({
      log: createLogger('watch', 'silent'),
      ping: () => (answers.well ? Promise.resolve() : Promise.reject(new Error('Gone.'))),
      pingAfresh: () => {
        answers.well = true;
        return Promise.resolve();
      },
      now: () => clock.seconds * 1_000,
      end,
    });
    await watch.look();
    clock.seconds = 200;
    await watch.look();

    expect(watch.fault).toBeNull();
    expect(end).not.toHaveBeenCalled();
  });

  it('tells of commands that were given up though the database answers, until one is carried out', () => {
    const { watch, clock } = watchOf();
    clock.seconds = 100;
    watch.note(false, 15_000);
    const first = watch.fault;
    clock.seconds = 130;
    watch.note(false, 15_000);
    const second = watch.fault;
    watch.note(true, 10);

    expect([first, second, watch.fault]).toEqual([
      'The database has carried out no commands for 15 s.',
      'The database has carried out no commands for 45 s.',
      null,
    ]);
  });

  it('forgets a command that was given up where nobody sends any more', async () => {
    const { watch, end, pass } = watchOf();
    watch.note(false, 15_000);
    await pass(200);

    expect(watch.fault).toBeNull();
    expect(end).not.toHaveBeenCalled();
  });

  it('ends the process in which no command is carried out for 150 s', async () => {
    const { watch, end, pass } = watchOf();
    for (let batch = 0; batch < 9; batch += 1) {
      watch.note(false, 15_000);
      await pass(20);
    }

    expect(end).toHaveBeenCalled();
  });
});
