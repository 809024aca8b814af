import { describe, expect, it } from '@jest/globals';
import { until, type RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openKarhuForEach, type FollowedKarhu } from '../../support/networks/followed-karhu.js';
import type { FakeCooperative } from '../../support/fakes/cooperative.js';
import { units } from '../../support/unit.js';

const SETTINGS = { feedTimeoutMs: units(5), guard: { lookEveryMs: units(1) } };

describe('a cooperative whose feed hangs', () => {
  let karhu: FakeCooperative;
  let start: FollowedKarhu['start'];

  openKarhuForEach((opened) => {
    ({ karhu, start } = opened);
    karhu.publish('siivous');
  });

  const sourceOf = (catalogue: RunningCatalogue): Promise<unknown> =>
    catalogue.read('{ catalogue { sources { state reason } } }', 'catalogue.sources.0');
  const stateOf = (catalogue: RunningCatalogue): Promise<unknown> =>
    catalogue.read('{ catalogue { sources { state } } }', 'catalogue.sources.0.state');
  const isUnreachable = async (catalogue: RunningCatalogue): Promise<boolean> =>
    (await stateOf(catalogue)) === 'UNREACHABLE';

  it('is read as soon as it answers anything again, without a poke or a poll', async () => {
    const catalogue = await start(SETTINGS);
    await catalogue.look('karhu');
    karhu.behaviour = { kind: 'hang' };
    for (let look = 1; look <= 2; look += 1) await catalogue.look('karhu');
    expect(await stateOf(catalogue)).toBe('UNREACHABLE');

    karhu.publish('ikkunat');
    karhu.behaviour = { kind: 'normal' };

    const total = '{ catalogue { totalCount } }';
    await until(async () => (await catalogue.read(total, 'catalogue.totalCount')) === 2);
    await until(async () => (await stateOf(catalogue)) === 'FRESH');
  });

  it('is asked for its feed no more while it is silent, and why stays what it was', async () => {
    const catalogue = await start({ ...SETTINGS, pollIntervalMs: 20 });
    await until(async () => (await stateOf(catalogue)) === 'FRESH');
    karhu.behaviour = { kind: 'hang' };
    await until(() => isUnreachable(catalogue));
    // The first look has had no answer: until then it may be asked, for its process might well live.
    await until(() => karhu.looks >= 2);
    const reason = `no answer within ${SETTINGS.feedTimeoutMs} ms`;
    expect(await sourceOf(catalogue)).toEqual({ state: 'UNREACHABLE', reason });
    const { revision } = catalogue.catalogue.registry;
    karhu.requests.length = karhu.looks = 0;

    await until(() => karhu.looks >= 3);

    expect(karhu.requests).toEqual([]);
    expect(await sourceOf(catalogue)).toEqual({ state: 'UNREACHABLE', reason });
    expect(catalogue.catalogue.registry.revision).toBe(revision);
  });

  it('is asked at once when a poke tells of news', async () => {
    const catalogue = await start({ ...SETTINGS, guard: { lookEveryMs: units(10_000) } });
    await catalogue.look('karhu');
    karhu.behaviour = { kind: 'hang' };
    for (let look = 1; look <= 2; look += 1) await catalogue.look('karhu');
    karhu.behaviour = { kind: 'normal' };

    expect(await catalogue.look('karhu')).toMatchObject({ kind: 'read' });
    expect(await stateOf(catalogue)).toBe('FRESH');
  });
});
