import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { RegistryFollower } from '../../../subgraphs/shared/owners/endpoint-table.js';
import { startFakeRegistry, type FakeRegistry } from '../../support/fakes/registry.js';
import { units } from '../../support/unit.js';

const URL_OF_KARHU = 'http://127.0.0.1:9/graphql';

describe('a follower of a registry that does not wait', () => {
  let registry: FakeRegistry;
  let follower: RegistryFollower;

  beforeEach(async () => {
    registry = await startFakeRegistry();
    follower = new RegistryFollower({
      registryUrl: registry.url,
      pollMs: 3_600_000,
      timeoutMs: units(50),
      log: pino({ level: 'silent' }),
    });
    await follower.start();
  });
  afterEach(async () => {
    await follower.close();
    await registry.close();
  });

  it('looks after a pause only', () => {
    expect(registry.answered).toEqual([200]);
  });

  it('asks once more before it says that there is no such cooperative', async () => {
    registry.set({ id: 'karhu', url: URL_OF_KARHU });

    expect(follower.find('karhu')).toBeNull();
    expect(await follower.findOrAsk('karhu')).toMatchObject({ id: 'karhu', url: URL_OF_KARHU });
    expect(await follower.findOrAsk('saimaa')).toBe('none');
    expect(registry.answered).toEqual([200, 200, 304]);
  });

  it('asks nothing for an id that it knows, or that can be none', async () => {
    registry.set({ id: 'karhu', url: URL_OF_KARHU });
    await follower.refresh();
    registry.answered.length = 0;

    expect(await follower.findOrAsk('karhu')).toMatchObject({ id: 'karhu' });
    expect(await follower.findOrAsk('Karhu; DROP')).toBe('none');
    expect(registry.answered).toEqual([]);
  });

  it('asks no more often for a flood of ids, and tells each of them what was there when it came', async () => {
    const startedAt = performance.now();
    const flood = Array.from({ length: 500 }, (_, n) => follower.findOrAsk(`nobody-${n}`));
    registry.set({ id: 'karhu', url: URL_OF_KARHU });

    const [known, ...others] = await Promise.all([follower.findOrAsk('karhu'), ...flood]);

    expect(known).toMatchObject({ id: 'karhu' });
    expect(new Set(others)).toEqual(new Set(['none']));
    const looks = registry.answered.length - 1;
    expect(looks).toBeLessThanOrEqual(2 + (performance.now() - startedAt) / 100);
    expect(looks).toBeLessThan(20);
  });

  it('does not say that there is none while the registry does not answer', async () => {
    registry.isDead = true;

    expect(await follower.findOrAsk('karhu')).toBe('unasked');
  });

  it('ends at once though it would wait for long', async () => {
    const startedAt = performance.now();

    await follower.close();

    expect(performance.now() - startedAt).toBeLessThan(units(50));
  });
});
