import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { codeOf, connect, startStore, temporaryFolder, type Fresh } from './support.js';

describe('what tools that restore a backup send', () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await connect();
  });
  afterAll(() => fresh.close());
  const create = (name: string, idIndex: object) => fresh.db.command({ create: name, idIndex });
  const indexes = (collection: string, specs: readonly object[], more: object = {}) =>
    fresh.db.command({ createIndexes: collection, indexes: specs, ...more });

  it('is taken: the index of ids as it was dumped', async () => {
    const idIndex = { v: 2, key: { _id: 1 }, name: '_id_', ns: `${fresh.db.databaseName}.a` };

    expect(await create('a', idIndex)).toMatchObject({ ok: 1 });
    expect(await fresh.db.collection('a').indexes()).toMatchObject([{ key: { _id: 1 } }]);
  });

  it('is refused where ids would have another index', async () => {
    expect(await codeOf(create('b', { v: 2, key: { x: 1 }, name: 'x_1' }))).toBe(197);
  });

  it('passes over options that no index has, only when it asks for that', async () => {
    const spec = { key: { x: 1 }, name: 'x_1', unique: true, fromAnOlderServer: 1 };

    expect(await codeOf(indexes('c', [spec]))).toBe(197);
    await indexes('c', [spec], { ignoreUnknownIndexOptions: true });

    expect(await fresh.db.collection('c').indexes()).toMatchObject([
      { name: '_id_' },
      { name: 'x_1', key: { x: 1 }, unique: true },
    ]);
  });

  it('never passes over an option that would make another index of it', async () => {
    const hidden = { key: { x: 1 }, name: 'x_1', hidden: true };

    expect(await codeOf(indexes('d', [hidden], { ignoreUnknownIndexOptions: true }))).toBe(197);
  });
});

const hasTools = ['mongodump', 'mongorestore'].every(
  (tool) => spawnSync(tool, ['--version']).status === 0,
);
const withTools = hasTools ? describe : describe.skip;

withTools(
  `mongodump and mongorestore${hasTools ? '' : ' (skipped: they are not installed)'}`,
  () => {
    const folder = temporaryFolder();
    afterAll(() => {
      folder.remove();
    });
    const run = (tool: string, ...args: string[]): string => {
      const { status, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      return stderr;
    };

    it('carry documents and indexes over, also onto what was there before', async () => {
      const [from, to] = [await startStore(['--memory']), await startStore(['--memory'])];
      const archive = `--archive=${join(folder.path, 'backup')}`;
      const source = await connect(from.uri);
      const rows = source.db.collection<{ _id: number; text: string; at: Date }>('rows');
      await rows.insertMany(
        Array.from({ length: 300 }, (_, _id) => ({ _id, text: `åäö ${_id}`, at: new Date(_id) })),
      );
      await rows.createIndex({ text: 1, at: -1 }, { unique: true }, {});
      await rows.createIndex({ at: 1 }, { partialFilterExpression: { text: { $gt: 'b' } } }, {});
      const [documents, indexes] = [
        await rows.find().sort({ _id: 1 }).toArray(),
        await rows.indexes(),
      ];

      run('mongodump', '--uri', from.uri, archive, '--gzip');
      run('mongorestore', '--uri', to.uri, archive, '--gzip');
      run('mongorestore', '--uri', to.uri, archive, '--gzip', '--drop');

      const restored = await connect(to.uri);
      const copy = restored.client.db(source.db.databaseName).collection('rows');
      expect(await copy.find().sort({ _id: 1 }).toArray()).toEqual(documents);
      expect(await copy.indexes()).toEqual(expect.arrayContaining(indexes));
      await Promise.all([source.close(), restored.close()]);
      await Promise.all([from.stop(), to.stop()]);
    });
  },
);
