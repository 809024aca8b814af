import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createQuestionLoader } from '../../../subgraphs/shared/graphql/question-loader.js';

/** Longer than anybody keeps others waiting. */
const LONG_MS = 10;

interface Question {
  readonly name: string;
}

describe('questions that take long', () => {
  const done: string[] = [];
  let now = 0;
  beforeEach(() => {
    done.length = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  let isDone = false;
  const others = (): void => {
    done.push('others');
    if (!isDone) setImmediate(others);
  };
  const workOn = (what: string): void => {
    done.push(what);
    now += LONG_MS;
  };
  const namesOf = (count: number) => Array.from({ length: count }, (_none, index) => String(index));

  it('are answered once each and in turns, as are their answers taken', async () => {
    const { signal } = new AbortController();
    const loader = createQuestionLoader('any', signal, ({ name }: Question) => {
      workOn(`answer ${name}`);
      return name;
    });
    setImmediate(others);

    const asked = [...namesOf(8), ...namesOf(8)];
    await Promise.all(
      asked.map(async (name) => {
        workOn(`write ${await loader.load({ name })}`);
      }),
    );
    isDone = true;

    const work = [
      ...namesOf(8).map((name) => `answer ${name}`),
      ...asked.map((name) => `write ${name}`),
    ];
    expect(done.filter((what) => what !== 'others')).toEqual(work);
    // A few are let on before the first of them has said how long it takes.
    expect(done.filter((what) => what === 'others').length).toBeGreaterThan(work.length / 4);
  });

  it('are not begun any more when nobody waits for them', async () => {
    const gone = new Error('Gone.');
    const caller = new AbortController();
    const loader = createQuestionLoader('any', caller.signal, ({ name }: Question) => {
      workOn(name);
      if (name === '1') caller.abort(gone);
      return name;
    });

    const ends = await Promise.allSettled(namesOf(8).map((name) => loader.load({ name })));

    expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(loader.load({ name: 'later' })).rejects.toBe(gone);
    expect(done.length).toBeLessThan(5);
  });
});
