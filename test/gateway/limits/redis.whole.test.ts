import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { connectRedis } from '../../../gateway/limits/connect-redis.js';
import { Rates } from '../../../gateway/limits/rates.js';
import { LimitsSchema } from '../../../subgraphs/shared/network-file/limits.js';
import { createLogger } from '../../../subgraphs/shared/process/logger.js';
import { endWithSuite } from '../../support/children.js';
import { eventually } from '../../support/eventually.js';

const isInstalled = spawnSync('redis-server', ['--version']).status === 0;
/** Where there is none, its name among what was skipped says so. */
const describeWithRedis = isInstalled ? describe : describe.skip;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describeWithRedis('two gateways with one redis-server (which is to be installed)', () => {
  const { rates: limits } = LimitsSchema.parse({
    rates: { points: { address: 100 }, countsLoopback: true },
  });
  const log = createLogger('gateway', 'silent');
  let port: number;
  let server: ChildProcess;
  let gateways: Rates[] = [];
  const start = (): ChildProcess =>
    endWithSuite(
      spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no'], {
        stdio: 'ignore',
      }),
    );
  const spend = async (gateway: number, address: string, points: number): Promise<boolean> =>
    (await gateways[gateway]?.spend({ caller: null, address }, points)) === null;
  /** Whether what one gateway counts is known to the other. */
  const isShared = async (address: string): Promise<boolean> => {
    await spend(0, address, 100);
    return !(await spend(1, address, 1));
  };
  let addresses = 0;
  const another = (): string => `198.51.100.${(addresses += 1)}`;

  beforeAll(async () => {
    port = await freePort();
    server = start();
    const redisUrl = `redis://127.0.0.1:${port}`;
    gateways = [0, 1].map(() => new Rates({ limits, redis: connectRedis(redisUrl, log) }));
    await eventually(
      () => isShared(another()),
      (is) => is,
    );
  });
  afterAll(async () => {
    for (const gateway of gateways) await gateway.close();
    server.kill('SIGKILL');
  });

  it('count together what one address asks of both', async () => {
    expect(await spend(0, '203.0.113.1', 60)).toBe(true);
    expect(await spend(1, '203.0.113.1', 40)).toBe(true);
    expect(await spend(0, '203.0.113.1', 1)).toBe(false);
    expect(await spend(1, '203.0.113.2', 100)).toBe(true);
  });

  it('count each for itself while it hangs, and together again afterwards', async () => {
    server.kill('SIGSTOP');
    expect(await spend(0, '203.0.113.3', 100)).toBe(true);
    expect(await spend(1, '203.0.113.3', 100)).toBe(true);
    expect(await spend(1, '203.0.113.3', 1)).toBe(false);
    server.kill('SIGCONT');
    await eventually(
      () => isShared(another()),
      (is) => is,
    );
  });

  it('count each for itself while it is gone, and together again afterwards', async () => {
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
    expect(await spend(0, '203.0.113.4', 100)).toBe(true);
    expect(await spend(1, '203.0.113.4', 100)).toBe(true);
    server = start();
    await eventually(
      () => isShared(another()),
      (is) => is,
    );
  });
});
