import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Matcher } from '../../../subgraphs/procurement/matching/matcher.js';
import { match } from '../../../subgraphs/procurement/matching/match.js';
import { TimeLimit } from '../../../subgraphs/shared/process/time-limit.js';
import { units } from '../../support/unit.js';
import { workedExample } from './cases.js';

const THREAD = new URL('../../../subgraphs/procurement/matching/thread.js', import.meta.url);
const LONG_MS = units(300);
const long = () => TimeLimit.within(LONG_MS);

/** Minutes of a kind that cannot be added to others: the arithmetic fails on it. */
const BROKEN = {
  ...workedExample(),
  lots: workedExample().lots.map((lot) => ({ ...lot, minutesPerDay: 1n as unknown as number })),
};

describe('the matcher', () => {
  let matcher: Matcher;
  const start = (): Matcher => {
    matcher = new Matcher({ threadUrl: THREAD, threads: 1 });
    return matcher;
  };
  afterEach(() => matcher.stop());

  it('answers as the arithmetic does, one after the other in the same thread', async () => {
    const [first, second] = await Promise.all([
      start().match(workedExample(), long()),
      matcher.match(workedExample(true), long()),
    ]);

    expect(first).toEqual(await match(workedExample()));
    expect(second).toEqual(await match(workedExample(true)));
  });

  it('fails one search for a fault in it, and answers the next', async () => {
    const broken = start().match(BROKEN, long());
    const next = matcher.match(workedExample(), long());

    await expect(broken).rejects.toMatchObject({
      code: 'FAILED',
      cause: { message: expect.stringContaining('BigInt') },
    });
    expect((await next).joint.coveredMinutes).toBe(55 * 60);
  });

  it('gives a search up when its time is over, whether it runs or waits, and answers the next', async () => {
    const [first, second] = [long(), long()];
    const running = start().match(workedExample(), first);
    const waiting = matcher.match(workedExample(), second);
    const next = matcher.match(workedExample(), long());
    second.end();
    first.end();

    await expect(running).rejects.toMatchObject({ code: 'TIMED_OUT' });
    await expect(waiting).rejects.toMatchObject({ code: 'NO_THREAD' });
    expect((await next).joint.coveredMinutes).toBe(55 * 60);
  });

  it('ends the thread of a search that nobody waits for any more, and begins none for it', async () => {
    const ended = jest.spyOn(Worker.prototype, 'terminate');
    const caller = new AbortController();
    const limit = TimeLimit.within(LONG_MS, caller.signal);
    const running = start().match(workedExample(), limit);
    caller.abort();

    await expect(running).rejects.toMatchObject({ code: 'TIMED_OUT' });
    expect(ended).toHaveBeenCalledTimes(1);
    await expect(matcher.match(workedExample(), limit)).rejects.toMatchObject({
      code: 'TIMED_OUT',
    });
    expect(ended).toHaveBeenCalledTimes(1);
    ended.mockRestore();
  });
});
