import { describe, expect, it } from '@jest/globals';
import { runFaults } from './run-faults.js';

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);
process.stdout.write(`Seed of the faults: ${seed} (FAULT_SEED sets it).\n`);

describe('orders', () => {
  it('leave nothing overbooked, nothing open and nobody misinformed under random kills of cooperatives and booking processes', async () => {
    const report = await runFaults({
      ...{ seed, orders: 60, clients: 8, days: 3, killEveryMs: 700, kills: 'processes' },
    });

    expect(report.faults).toEqual([]);
    expect(report.kills).toBeGreaterThan(0);
    expect(report.ends['CONFIRMED']).toBeGreaterThan(0);
  });

  it('do so too while cooperatives hang, and go on', async () => {
    const report = await runFaults({
      ...{ seed, orders: 12, clients: 6, days: 3, killEveryMs: 700, kills: 'none' },
    });

    expect(report.faults).toEqual([]);
    expect(report.ends['CONFIRMED']).toBeGreaterThan(0);
  });
});
