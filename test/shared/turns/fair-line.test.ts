import { describe, expect, it } from '@jest/globals';
import { FairLine } from '../../../subgraphs/shared/turns/fair-line.js';
import { TimeLimit } from '../../../subgraphs/shared/process/time-limit.js';

const MINUTE_MS = 60_000;

describe('turns in a fair line', () => {
  const limit = TimeLimit.within(MINUTE_MS);

  it('let the first begin at once, and the others by their order, each in a turn of the event loop of its own', async () => {
    const turns = new FairLine<string>(10);
    const begun: string[] = [];
    const begin = async (name: string): Promise<void> => {
      expect(await turns.take('one', limit)).toBe(true);
      begun.push(name);
    };
    const all = ['first', 'second', 'third'].map(begin);
    await Promise.resolve().then(() => Promise.resolve());
    expect(begun).toEqual(['first']);
    let others = 0;
    const count = (): void => {
      others += 1;
      if (begun.length < 3) setImmediate(count);
    };
    count();
    await Promise.all(all);

    expect(begun).toEqual(['first', 'second', 'third']);
    expect(others).toBeGreaterThan(2);
    // None is left, so that the next begins.
    expect(await turns.take('one', limit)).toBe(true);
  });

  it('come to callers in turn, however many one of them waits for', async () => {
    const turns = new FairLine<string>(10);
    const begun: string[] = [];
    const begin = (caller: string, name: string): Promise<unknown> =>
      turns.take(caller, limit).then(() => begun.push(name));

    await Promise.all([
      begin('many', 'now'),
      ...['m1', 'm2', 'm3', 'm4'].map((name) => begin('many', name)),
      ...['o1', 'o2'].map((name) => begin('other', name)),
      begin('third', 't1'),
    ]);

    expect(begun).toEqual(['now', 'm1', 'o1', 't1', 'm2', 'o2', 'm3', 'm4']);
  });

  it('are not kept for whoever has most of them waiting, when as many wait as may', async () => {
    const turns = new FairLine<string>(2);
    const taken = ['many', 'many', 'many', 'many', 'other', 'third'].map((caller) =>
      turns.take(caller, limit),
    );

    // The fourth of one is too many, its third makes room; then nobody has more than the next would.
    expect(await Promise.all(taken)).toEqual([true, true, false, false, true, false]);
  });

  it('come to nobody whose time is over, who is forgotten', async () => {
    const turns = new FairLine<string>(1);
    const left = TimeLimit.within(MINUTE_MS);
    const first = turns.take('one', limit);
    const gone = turns.take('one', left);
    left.end();
    const next = turns.take('other', limit);

    expect(await Promise.all([first, gone, next])).toEqual([true, false, true]);
    expect(await turns.take('one', left)).toBe(false);
  });
});
