import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { send } from '../../../faults/client.js';
import { COOPERATIVES, fileOf } from '../../../faults/cooperatives.js';
import { writeNetwork } from '../../../support/networks/network-folder.js';
import { spawnNetwork, type NetworkProcess } from '../../../support/networks/network-process.js';
import { canFindProcesses, pidOf } from '../../../support/networks/pid-of.js';

if (!canFindProcesses) process.stderr.write('Skipped: finding processes needs /proc.\n');

const order = (idempotencyKey: string) => ({
  ...{ idempotencyKey, channel: 'PHONE', policy: 'ALL_OR_NOTHING' },
  buyer: { name: 'Aino', municipality: 'FI-609', phone: '040 1234567' },
  legs: [{ serviceId: 'karhu:moving', start: '2030-03-04T08:00:00Z', minutes: 60, quantity: 1 }],
});

(canFindProcesses ? describe : describe.skip)('a network whose store is killed', () => {
  let dir: string;
  let network: NetworkProcess;

  beforeEach(() => {
    const [karhu] = COOPERATIVES;
    dir = writeNetwork({}, karhu ? [{ ...fileOf(karhu) }] : []);
  });
  afterEach(async () => {
    await network.stop();
    rmSync(dir, { recursive: true });
  });

  const boot = async (...args: string[]): Promise<void> => {
    network = spawnNetwork({ args: ['--network', dir, ...args] });
    await network.ready;
  };
  const place = (key: string) =>
    send(() => network.urlByName.get('gateway') ?? '', 'placeOrder', order(key), 'HoldOrderInput');
  const killStore = (): void => {
    process.kill(pidOf(network, 'store'), 'SIGKILL');
  };

  it('takes orders again, and has those that it took before', async () => {
    await boot('--data', join(dir, 'data'));
    const before = await place('before');
    killStore();

    const after = await place('after');

    expect(after.order?.state).toBe('CONFIRMED');
    expect((await place('before')).order).toEqual(before.order);
  });

  it('begins again where it keeps nothing', async () => {
    await boot('--memory');
    await place('before');
    const again = network.nextReady('gateway');
    killStore();
    await again;

    const after = await place('after');

    expect(after.order?.state).toBe('CONFIRMED');
  });
});
