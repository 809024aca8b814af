import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Turns } from '../../../subgraphs/shared/turns/turns.js';

/** Longer than anybody keeps others waiting. */
const LONG_MS = 10;

describe('parts that are all ready at once', () => {
  let now = 0;
  beforeEach(() => {
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('go on one after the other, and others have their turn after each that takes long', async () => {
    const turns = new Turns();
    const done: string[] = [];
    const others = (): void => {
      done.push('others');
      if (done.length < 6) setImmediate(others);
    };
    setImmediate(others);

    await Promise.all(
      ['a', 'b', 'c'].map(async (part) => {
        await turns.passInLine();
        done.push(part);
        now += LONG_MS;
      }),
    );

    expect(done).toEqual(['a', 'others', 'b', 'others', 'c']);
  });

  it('end together when nobody waits for them any more', async () => {
    const gone = new Error('Gone.');
    const caller = new AbortController();
    const turns = new Turns(caller.signal);
    const done: string[] = [];
    const parts = ['a', 'b', 'c'].map(async (part) => {
      await turns.passInLine();
      done.push(part);
      now += LONG_MS;
      caller.abort(gone);
    });

    const ends = await Promise.allSettled(parts);

    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(done).toEqual(['a']);
  });
});
