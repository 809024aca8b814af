import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { OwnerGuard } from '../../../../subgraphs/shared/owners/guard/owner-guard.js';
import {
  OwnerGuards,
  type GuardSettings,
} from '../../../../subgraphs/shared/owners/guard/owner-guards.js';
import type { HeldBack, SendFailure } from '../../../../subgraphs/shared/owners/outcome.js';
import { TimeLimit } from '../../../../subgraphs/shared/process/time-limit.js';

type Outcome = { readonly kind: 'answer' } | SendFailure | HeldBack;

const NOW = new Date('2026-11-23T10:00:00.000Z');
const LATER = new Date('2026-11-23T11:00:00.000Z');
const LIMIT_MS = 2_000;
const LOOK_EVERY_MS = 3_000;
const ANSWER = { kind: 'answer' } as const;
const SILENT = {
  kind: 'held-back',
  why: 'silent',
  since: NOW.toISOString(),
  retryAfterMs: expect.any(Number),
};
/** So long those that come with the question that tries it wait for what comes of it. */
const TRIAL_SHOWS_WITHIN_MS = 400;
const TOO_SLOW = { kind: 'too-slow', stage: 'sent' };

/** An owner that answers after so long; null for never. */
class Owner {
  answersAfterMs: number | null = 1;
  /** Whether it answers when it is only asked whether it is there. */
  isThere = true;
  sent = 0;
  looks = 0;

  readonly send = (limit: TimeLimit): Promise<Outcome> => {
    this.sent += 1;
    return new Promise((resolve) => {
      const onLimit = (): void => {
        resolve({ kind: 'too-slow', stage: 'sent' });
      };
      limit.wait(onLimit);
      if (this.answersAfterMs === null) return;
      setTimeout(() => {
        limit.leave(onLimit);
        resolve(ANSWER);
      }, this.answersAfterMs);
    });
  };

  readonly look = (): Promise<boolean> => {
    this.looks += 1;
    return Promise.resolve(this.isThere);
  };
}

describe('the questions to one owner', () => {
  let owner: Owner;
  let guards: OwnerGuards;
  let url: string;
  let isToldSilent: boolean;
  let back: string[];
  let now: Date;

  const start = (settings: GuardSettings = {}): void => {
    guards = new OwnerGuards({
      sender: { send: () => Promise.reject(new Error('Nothing is sent here.')) },
      clock: { now: () => now },
      lookEveryMs: LOOK_EVERY_MS,
      isAnswering: owner.look,
      onAnswering: (cooperative) => back.push(cooperative),
      ...settings,
    });
  };
  const guard = (): OwnerGuard => guards.of({ cooperative: 'karhu', url, isToldSilent });
  const ask = (purpose: 'read' | 'act' = 'read', limitMs = LIMIT_MS): Promise<Outcome> =>
    guard().run(purpose, TimeLimit.within(limitMs), owner.send);
  /** Asks, and lets the time pass that it takes. */
  const asked = async (purpose: 'read' | 'act' = 'read', limitMs = LIMIT_MS): Promise<Outcome> => {
    const outcome = ask(purpose, limitMs);
    await jest.advanceTimersByTimeAsync(limitMs);
    return await outcome;
  };
  const hang = (isThere = false): void => {
    owner.answersAfterMs = null;
    owner.isThere = isThere;
  };
  const heal = (): void => {
    owner.answersAfterMs = 1;
    owner.isThere = true;
  };

  beforeEach(() => {
    jest.useFakeTimers();
    owner = new Owner();
    url = 'http://127.0.0.1:9/graphql';
    isToldSilent = false;
    back = [];
    now = NOW;
    start();
  });
  afterEach(async () => {
    await guards.close();
    jest.useRealTimers();
  });

  it('are not sent any more once one had no answer and nothing answers there', async () => {
    hang();

    expect(await asked()).toEqual(TOO_SLOW);
    expect(await asked()).toEqual(SILENT);
    expect(await asked('act')).toEqual(SILENT);
    expect(owner.sent).toBe(1);
  });

  it('are sent on where a small one is answered, until three in a row had no answer', async () => {
    hang(true);

    for (let time = 1; time <= 3; time += 1) expect(await asked()).toEqual(TOO_SLOW);
    expect(await ask()).toEqual(SILENT);
    await jest.advanceTimersByTimeAsync(LOOK_EVERY_MS);
    const trial = ask();
    const beside = ask();
    await jest.advanceTimersByTimeAsync(TRIAL_SHOWS_WITHIN_MS);
    expect(await beside).toEqual(SILENT);
    expect(await ask()).toEqual(SILENT);
    await jest.advanceTimersByTimeAsync(LIMIT_MS);
    expect(await trial).toEqual(TOO_SLOW);
    expect(await ask()).toEqual(SILENT);
    expect(owner.sent).toBe(4);
  });

  it('that hung together count as one', async () => {
    hang(true);
    const together = [1, 2, 3, 4].map(() => ask());
    await jest.advanceTimersByTimeAsync(LIMIT_MS);
    await Promise.all(together);
    heal();

    expect(await asked()).toEqual(ANSWER);
  });

  it('of which one kind has no answer do not stop the other', async () => {
    hang(true);
    for (let time = 1; time <= 4; time += 1) await asked('act');
    owner.answersAfterMs = 1;

    expect(await ask('act')).toEqual(SILENT);
    expect(await asked('read')).toEqual(ANSWER);
  });

  it('are sent again after it has healed: one, and those that wait for it once that is answered', async () => {
    hang();
    await asked();
    heal();
    await jest.advanceTimersByTimeAsync(LOOK_EVERY_MS);

    expect(back).toEqual(['karhu']);
    owner.answersAfterMs = 100;
    const [trial, beside, hasty] = [ask('act'), ask('act'), ask('act', 50)];
    await jest.advanceTimersByTimeAsync(50);
    expect(await hasty).toEqual(SILENT);
    expect(owner.sent).toBe(2);
    await jest.advanceTimersByTimeAsync(LIMIT_MS);
    expect(await trial).toEqual(ANSWER);
    expect(await beside).toEqual(ANSWER);
    expect(await asked()).toEqual(ANSWER);
    expect(await asked('act')).toEqual(ANSWER);
  });

  it.each(['read', 'act'] as const)(
    'are sent again, of either kind and all at once, when one to %s is answered',
    async (purpose) => {
      hang();
      await asked();
      heal();
      await jest.advanceTimersByTimeAsync(LOOK_EVERY_MS);

      expect(await asked(purpose)).toEqual(ANSWER);
      const burst = (['read', 'act', 'read', 'act'] as const).map((each) => ask(each));
      await jest.advanceTimersByTimeAsync(LIMIT_MS);
      expect(await Promise.all(burst)).toEqual(Array(4).fill(ANSWER));
    },
  );

  it('are held back at once when it hangs again, since then', async () => {
    hang();
    await asked();
    heal();
    await jest.advanceTimersByTimeAsync(LOOK_EVERY_MS);
    await asked();
    now = LATER;
    hang();

    expect(await asked()).toEqual(TOO_SLOW);
    const again = { ...SILENT, since: LATER.toISOString() };
    expect(await asked()).toEqual(again);
    expect(await asked('act')).toEqual(again);
  });

  it('of the kind that had no answer when it was tried are not sent because the other is answered', async () => {
    hang();
    await asked();
    owner.isThere = true;
    await jest.advanceTimersByTimeAsync(LOOK_EVERY_MS);
    expect(await asked('act')).toEqual(TOO_SLOW);
    heal();
    expect(await asked('read')).toEqual(ANSWER);
    owner.answersAfterMs = null;

    await jest.advanceTimersByTimeAsync(LOOK_EVERY_MS);
    expect(await asked('act')).toEqual(TOO_SLOW);
    expect(await asked('act')).toEqual(SILENT);
  });

  it('are looked for at once when those of one kind fall silent after those of the other', async () => {
    hang(true);
    for (let time = 1; time <= 4; time += 1) await asked('act');
    now = LATER;
    hang();

    expect(await asked('read')).toEqual(TOO_SLOW);
    expect(await asked('read')).toEqual({ ...SILENT, since: LATER.toISOString() });
    expect(await asked('act')).toEqual(SILENT);
  });

  it('try an owner that hangs on work once in a while, and only one of them waits', async () => {
    hang();
    await asked();
    owner.isThere = true;
    owner.sent = 0;

    for (let ms = 0; ms < 10 * (LOOK_EVERY_MS + LIMIT_MS); ms += 100) {
      void ask();
      await jest.advanceTimersByTimeAsync(100);
    }

    expect(owner.sent).toBeGreaterThan(5);
    expect(owner.sent).toBeLessThanOrEqual(10);
  });

  it('are sent at once to where it has moved', async () => {
    hang();
    await asked();
    heal();
    url = 'http://127.0.0.1:10/graphql';

    expect(await asked()).toEqual(ANSWER);
  });

  it('are sent at once when there is news of it', async () => {
    hang();
    await asked();
    heal();
    guards.retry('karhu');

    expect(await asked()).toEqual(ANSWER);
  });

  it('are not sent while the registry knows that it is silent, until it answers here', async () => {
    hang();
    isToldSilent = true;
    expect(await ask()).toEqual(SILENT);
    expect(owner.sent).toBe(0);

    heal();
    await jest.advanceTimersByTimeAsync(LOOK_EVERY_MS);
    expect(await asked()).toEqual(ANSWER);
    expect(await asked()).toEqual(ANSWER);
  });

  it('are sent at once when the registry has heard of it again', async () => {
    hang();
    isToldSilent = true;
    await asked();
    heal();
    isToldSilent = false;

    expect(await asked()).toEqual(ANSWER);
  });

  it('wait no longer than eight times the slowest of late, and as long as they may once that was too short', async () => {
    owner.answersAfterMs = 10;
    for (let time = 1; time <= 5; time += 1) await asked();
    owner.answersAfterMs = 1_500;

    const early = ask();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await early).toEqual(TOO_SLOW);
    for (let time = 1; time <= 10; time += 1) expect(await asked()).toEqual(ANSWER);
  });

  it('say nothing of an owner that was given no fair time, or whose askers left', async () => {
    hang();
    for (let time = 1; time <= 5; time += 1) await asked('read', 300);
    const leaving = TimeLimit.within(LIMIT_MS);
    const left = guard().run('read', leaving, owner.send);
    await jest.advanceTimersByTimeAsync(1_500);
    leaving.end();
    await left;

    expect(owner.looks).toBe(0);
    expect(owner.sent).toBe(6);
  });

  it('stand in line where it has enough in hand, and are refused where the line is long enough', async () => {
    start({ places: { read: 2, act: 1 }, mostWaiting: 1 });
    owner.answersAfterMs = 100;
    const [first, second, third] = [ask(), ask(), ask()];

    expect(await ask()).toMatchObject({ kind: 'held-back', why: 'busy', since: null });
    expect(owner.sent).toBe(2);
    const command = ask('act');
    expect(owner.sent).toBe(3);
    await jest.advanceTimersByTimeAsync(200);
    expect(await Promise.all([first, second, third, command])).toEqual(Array(4).fill(ANSWER));
  });

  it('that stand in line are told at once when it falls silent, and never sent', async () => {
    start({ places: { read: 1, act: 1 } });
    hang();
    const first = ask('read', 500);
    const waiting = ask();
    await jest.advanceTimersByTimeAsync(600);

    expect(await first).toEqual(TOO_SLOW);
    expect(owner.sent).toBeLessThanOrEqual(2);
    expect(await asked()).toEqual(SILENT);
    await jest.advanceTimersByTimeAsync(LIMIT_MS);
    expect((await waiting).kind).toMatch(/too-slow|held-back/);
  });

  it('are given up in the line when their own time is over', async () => {
    start({ places: { read: 1, act: 1 } });
    owner.answersAfterMs = 1_000;
    const first = ask();
    const waiting = ask('read', 200);
    await jest.advanceTimersByTimeAsync(200);

    expect(await waiting).toEqual({ kind: 'too-slow', stage: 'in-line' });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await first).toEqual(ANSWER);
    expect(owner.sent).toBe(1);
  });

  it('cost no look at an owner that is well', async () => {
    for (let time = 1; time <= 50; time += 1) await asked();
    await jest.advanceTimersByTimeAsync(10 * LOOK_EVERY_MS);

    expect(owner.looks).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });
});
