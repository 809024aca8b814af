import { describe, expect, it } from '@jest/globals';
import { runFullDisk } from './full-disk.js';
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
});
