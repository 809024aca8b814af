import { afterEach, describe, expect, it } from '@jest/globals';
import type { Collection } from 'mongodb';
import { inNamespaces, onSmallDisk } from '../../../support/networks/namespaces.js';
import {
  codeOf,
  connect,
  startStore,
  temporaryFolder,
  type StoreProcess,
  type Stored,
} from '../support.js';

const apart = inNamespaces(['--mount']);
const FULL = 14031;

(apart ? describe : describe.skip)('a store whose disk is full', () => {
  const folder = temporaryFolder();
  let store: StoreProcess;
  afterEach(async () => {
    await store.stop('SIGKILL');
    folder.remove();
  });

  /** @returns Ids of what was stored until the disk was full. */
  async function fill(collection: Collection<Stored>): Promise<number[]> {
    const ids: number[] = [];
    for (;;) {
      const _id = ids.length;
      const code = await collection
        .insertOne({ _id, text: 'x'.repeat(_id % 7 === 0 ? 20_000 : 1_000) })
        .then(() => null)
        .catch((error: unknown) => (error as { code: number | string }).code);
      if (code === FULL) return ids;
      if (code !== null) throw new Error(`Wanted ${FULL}, got ${code}.`);
      ids.push(_id);
    }
  }

  it('refuses what adds by a code, reads and deletes on, and stores again once there is room', async () => {
    store = await startStore(
      ['--data', folder.path, '--port', '0'],
      onSmallDisk(apart ?? [], folder.path, '8m'),
    );
    const fresh = await connect(store.uri);
    const all = fresh.db.collection<Stored>('all');
    const ids = await fill(all);

    const kept = await all.find().sort({ _id: 1 }).toArray();
    expect(kept.map(({ _id }) => _id)).toEqual(ids);
    expect(await codeOf(all.updateOne({ _id: 1 }, { $set: { more: 'y'.repeat(9_000) } }))).toBe(
      FULL,
    );
    await all.updateOne({ _id: 1 }, { $set: { text: 'short' } });
    await all.deleteMany({ _id: { $lt: ids.length / 2 } });
    await all.insertMany([{ _id: 1, text: 'again' }]);

    expect(await all.countDocuments()).toBe(ids.filter((id) => id >= ids.length / 2).length + 1);
    expect(store.stderr()).toContain('The disk is full');
    await fresh.close();
  });
});
