import { describe, expect, it } from '@jest/globals';
import { coalesce } from '../../../subgraphs/shared/turns/coalesce.js';
import { Gate } from '../../../subgraphs/shared/turns/gate.js';
import { TimeLimit } from '../../../subgraphs/shared/process/time-limit.js';
import { units } from '../../support/unit.js';

/** A task that is under way until it is let go. */
function heldTask() {
  const releases: (() => void)[] = [];
  let most = 0;
  let running = 0;
  const task = async (): Promise<number> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => releases.push(resolve));
    running -= 1;
    return releases.length;
  };
  const releaseNext = async (): Promise<void> => {
    releases.at(-1)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { task, releaseNext, begun: () => releases.length, most: () => most };
}

describe('coalesce', () => {
  it('gives every call a run that began after it, and calls during a run one run together', async () => {
    const { task, releaseNext, begun, most } = heldTask();
    const run = coalesce(task);

    const first = run();
    const during = [run(), run()];
    const begunBefore = begun();
    await releaseNext();
    await releaseNext();

    expect(begunBefore).toBe(1);
    expect(await first).toBe(1);
    expect(await Promise.all(during)).toEqual([2, 2]);
    expect(most()).toBe(1);
  });

  it('runs again after a run that failed', async () => {
    let runs = 0;
    const run = coalesce(() => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('first')) : Promise.resolve(runs);
    });

    const [first, second] = await Promise.allSettled([run(), run()]);

    expect(first).toMatchObject({ status: 'rejected' });
    expect(second).toEqual({ status: 'fulfilled', value: 2 });
    expect(await run()).toBe(3);
  });
});

describe('a gate', () => {
  it('lets no more through at once than it has places, and all in the end', async () => {
    const gate = new Gate(2);
    let inside = 0;
    let most = 0;
    const task = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };

    await Promise.all(Array.from({ length: 9 }, () => gate.run(task)));

    expect(most).toBe(2);
  });

  it('gives a place free when a task fails', async () => {
    const gate = new Gate(1);
    await expect(gate.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');

    expect(await gate.run(() => Promise.resolve('yes'))).toBe('yes');
  });

  it('refuses at once who would wait behind too many, and later who has waited in vain', async () => {
    const gate = new Gate(1, { mostWaiting: 1, refuse: () => new Error('busy') });
    const limit = TimeLimit.within(units(100));
    let leave = (): void => undefined;
    const first = gate.run(() => new Promise<void>((resolve) => (leave = resolve)));
    const second = gate.run(() => Promise.resolve('second'), limit);

    await expect(gate.run(() => Promise.resolve('third'))).rejects.toThrow('busy');
    limit.end();
    await expect(second).rejects.toThrow('busy');
    const fourth = gate.run(() => Promise.resolve('fourth'));
    leave();

    await first;
    expect(await fourth).toBe('fourth');
  });
});
