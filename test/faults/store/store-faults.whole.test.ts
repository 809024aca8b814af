import { describe, expect, it } from '@jest/globals';
import { runFaults } from '../run-faults.js';
import { runFullDisk } from './full-disk.js';
import { runPauseStore } from './pause-store.js';
import { runTwoHolders } from './two-holders.js';

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);
process.stdout.write(`Seed of the faults: ${seed} (FAULT_SEED sets it).\n`);

describe('the store under faults', () => {
  it('loses nothing on a disk that is full', async () => {
    expect((await runFullDisk(seed)) ?? []).toEqual([]);
  });

  it('has one process on its folder, whatever the namespaces', async () => {
    expect((await runTwoHolders(seed)) ?? []).toEqual([]);
  });

  it('loses nothing when it is killed under a crowd', async () => {
    const report = await runFaults({
      ...{ seed, orders: 24, clients: 8, days: 3, killEveryMs: 2_500, kills: 'store' },
    });

    expect(report.faults).toEqual([]);
    expect(report.kills).toBeGreaterThan(0);
  });

  it('is used again by all once it goes on, when it stood still under a crowd', async () => {
    const pauseMs = 8_000;

    expect(await runPauseStore({ seed, pauseMs, ordering: 3, holding: 3 })).toEqual([]);
  });
});
