import { afterAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, connect, runStore, startStore, temporaryFolder, type Stored } from '../support.js';
import { flip } from './data-file.js';

describe('a store of which one document is damaged', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'store.mdb');
  const target = join(folder.path, 'new');
  afterAll(() => {
    folder.remove();
  });

  it('refuses its collection by a code, serves all others, and is salvaged', async () => {
    const first = await startStore(['--data', folder.path]);
    const before = await connect(first.uri);
    const { databaseName } = before.db;
    await before.db.collection<Stored>('hurt').insertMany([
      { _id: 1, text: 'kept' },
      { _id: 2, text: 'to be damaged' },
    ]);
    await before.db.collection<Stored>('well').insertOne({ _id: 1 });
    await before.client.close();
    await first.stop();
    flip(file, readFileSync(file).lastIndexOf('to be damaged'));

    const second = await startStore(['--data', folder.path]);
    const after = await connect(second.uri);
    const db = after.client.db(databaseName);
    expect(await codeOf(db.collection('hurt').find().toArray())).toBe(301);
    expect(await codeOf(db.collection<Stored>('hurt').insertOne({ _id: 3 }))).toBe(301);
    expect(await db.collection('well').countDocuments()).toBe(1);
    expect(second.stderr()).toContain(`${databaseName}.hurt`);
    await after.client.close();
    await second.stop();

    const salvaged = await runStore(['--data', folder.path, '--salvage', target]);
    expect(salvaged).toEqual({
      code: 0,
      stdout: `salvaged 2 documents of 2 collections to ${target}\n`,
      stderr: expect.stringContaining(`not whole: document 2 of ${databaseName}.hurt\n`),
    });
    const third = await startStore(['--data', target]);
    const again = await connect(third.uri);
    const saved = again.client.db(databaseName).collection('hurt');
    expect(await saved.find().toArray()).toEqual([{ _id: 1, text: 'kept' }]);
    await again.client.close();
    await third.stop();
  });
});
