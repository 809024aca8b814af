import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createEmbeddedStore } from '../../../subgraphs/local/store/server.js';
import { connect, temporaryFolder, type Stored } from './support.js';
import { eventually } from '../../support/eventually.js';

describe('the figures of a store', () => {
  it('are in its log now and then: what it keeps in memory, and how full its file is', async () => {
    const folder = temporaryFolder();
    const lines: Record<string, unknown>[] = [];
    const write = (line: string): void => {
      lines.push(JSON.parse(line) as Record<string, unknown>);
    };
    const store = await createEmbeddedStore({
      ...{ dataDir: folder.path, listen: { host: '127.0.0.1', port: 0 }, noSync: true },
      ...{ log: pino({ level: 'info' }, { write }), sweepSeconds: 0.01 },
    });
    const fresh = await connect(store.uri);
    await fresh.db.collection<Stored>('a').insertMany([{ _id: 1 }, { _id: 2 }]);

    const figures = await eventually(
      () => Promise.resolve(lines.filter(({ msg }) => msg === 'Store figures.').at(-1)),
      (line) => line?.['store_documents'] === 2,
    );

    expect(figures).toMatchObject({
      ...{ level: 30, store_collections: 1, store_index_entries: 2, store_cursors: 0 },
      ...{ store_transactions: 0, store_disk_full: 0 },
      ...{ store_connections: expect.any(Number), store_sessions: expect.any(Number) },
      ...{ store_resident_bytes: expect.any(Number), store_heap_bytes: expect.any(Number) },
      ...{ store_external_bytes: expect.any(Number), store_file_bytes: expect.any(Number) },
      store_file_free_bytes: expect.any(Number),
    });
    await fresh.close();
    await store.close();
    folder.remove();
  });
});
