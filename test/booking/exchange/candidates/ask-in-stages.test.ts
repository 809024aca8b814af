import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  askInStages,
  FAIR_MS,
} from '../../../../subgraphs/booking/exchange/candidates/ask-in-stages.js';

const STAGE_MS = 300;
const ALL_MS = 1_400;

/** What each of them is told to say, and who was asked when. */
interface Owners {
  readonly askedAt: Map<string, number>;
  readonly ask: (one: string, timeoutMs: number) => Promise<boolean | null>;
}

/** @param says - Null: nothing until the time given is up. */
function ownersWho(says: (one: string) => boolean | null): Owners {
  const askedAt = new Map<string, number>();
  const start = performance.now();
  return {
    askedAt,
    ask: (one, timeoutMs) => {
      askedAt.set(one, performance.now() - start);
      const answer = says(one);
      if (answer !== null) return Promise.resolve(answer);
      return new Promise((resolve) => {
        setTimeout(() => {
          resolve(null);
        }, timeoutMs);
      });
    },
  };
}

const names = (count: number): string[] =>
  Array.from({ length: count }, (_none, index) => `c${String(index).padStart(3, '0')}`);

describe('asking in stages', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const run = async (owners: Owners, order: readonly string[], enough: number) => {
    const deadline = performance.now() + ALL_MS;
    const started = performance.now();
    const asking = askInStages(order, owners.ask, (answer) => answer, { enough, deadline });
    let tookMs = NaN;
    void asking.then(() => (tookMs = performance.now() - started));
    await jest.advanceTimersByTimeAsync(ALL_MS + 1);
    return { ...(await asking), tookMs };
  };

  it('asks the first ones only, where they can', async () => {
    const owners = ownersWho(() => true);

    const { answers, notAsked } = await run(owners, names(100), 10);

    expect([...answers.keys()]).toEqual(names(10));
    expect(notAsked).toEqual(names(100).slice(10));
  });

  it('goes on to the next ones at once, where the first have said no, and to no more than are missing', async () => {
    const owners = ownersWho((one) => one >= 'c008');

    const { answers, notAsked } = await run(owners, names(100), 10);

    expect([...answers.values()].filter(Boolean).length).toBeGreaterThanOrEqual(10);
    expect([...owners.askedAt.values()].every((ms) => ms === 0)).toBe(true);
    expect(answers.size).toBe(10 + 16);
    expect(notAsked).toHaveLength(74);
  });

  it('lets one who is silent keep the next ones waiting for a stage, and no longer', async () => {
    const owners = ownersWho((one) => (one === 'c000' ? null : one > 'c008'));

    const { tookMs } = await run(owners, names(30), 5);

    expect(owners.askedAt.get('c004')).toBe(0);
    expect(owners.askedAt.get('c005')).toBe(STAGE_MS);
    expect(tookMs).toBe(STAGE_MS);
  });

  it('does not call silent who had less than a fair time when enough could', async () => {
    const owners = ownersWho((one) => (one === 'c000' ? null : one === 'c001'));

    const { answers, notAsked } = await run(owners, names(30), 1);

    expect([...answers.keys()]).toEqual(['c001', 'c002', 'c003', 'c004']);
    expect(notAsked).toEqual(['c000', ...names(30).slice(5)]);
  });

  it('calls silent who had a fair time before enough could', async () => {
    const owners = ownersWho((one) => (one < 'c015' ? null : one === 'c015'));

    const { answers, notAsked, tookMs } = await run(owners, names(30), 1);

    expect(tookMs).toBe(2 * STAGE_MS);
    expect(answers.get('c004')).toBeNull();
    expect(notAsked).toEqual(names(15).slice(5));
  });

  it('waits until the deadline for who is silent, where others are not enough', async () => {
    const owners = ownersWho((one) => (one === 'c000' ? null : false));

    const { answers, notAsked, tookMs } = await run(owners, names(3), 1);

    expect(answers).toEqual(
      new Map([
        ['c000', null],
        ['c001', false],
        ['c002', false],
      ]),
    );
    expect(notAsked).toEqual([]);
    expect(tookMs).toBe(ALL_MS);
  });

  it('reaches 75 though all of them are silent, all with a fair time, and says whom it has not asked', async () => {
    const owners = ownersWho(() => null);

    const { answers, notAsked } = await run(owners, names(200), 1);

    expect([...answers.values()].every((answer) => answer === null)).toBe(true);
    expect([...answers.keys()]).toEqual(names(75));
    expect(notAsked).toEqual(names(200).slice(75));
    expect(Math.max(...owners.askedAt.values())).toBeLessThanOrEqual(ALL_MS - FAIR_MS);
  });
});
