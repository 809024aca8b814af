import { describe, expect, it } from '@jest/globals';
import { Turns } from '../../../gateway/limits/turns.js';
import { TimeLimit } from '../../../subgraphs/shared/process/time-limit.js';

const MINUTE_MS = 60_000;

describe('turns', () => {
  it('let the first begin at once, and the others by their order, each in a turn of the event loop of its own', async () => {
    const turns = new Turns(10);
    const limit = TimeLimit.within(MINUTE_MS);
    const begun: string[] = [];
    const begin = async (name: string): Promise<void> => {
      expect(await turns.take(limit)).toBe(true);
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
    expect(await turns.take(limit)).toBe(true);
  });

  it('keep nobody who comes when as many wait as may', async () => {
    const turns = new Turns(1);
    const limit = TimeLimit.within(MINUTE_MS);
    const taken = [turns.take(limit), turns.take(limit), turns.take(limit)];

    expect(await Promise.all(taken)).toEqual([true, true, false]);
  });

  it('come to nobody whose time is over, who is forgotten', async () => {
    const turns = new Turns(1);
    const limit = TimeLimit.within(MINUTE_MS);
    const left = TimeLimit.within(MINUTE_MS);
    const first = turns.take(limit);
    const gone = turns.take(left);
    left.end();
    const next = turns.take(limit);

    expect(await Promise.all([first, gone, next])).toEqual([true, false, true]);
    expect(await turns.take(left)).toBe(false);
  });
});
