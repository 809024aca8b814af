import type { Services } from './call/call.js';

/** What the store keeps in memory and on its disk, as one looks at it over time: each a number, named as Prometheus names them. */
export function figuresOf(
  { store, sessions, cursors }: Services,
  connections: number,
): Readonly<Record<string, number>> {
  const collections = [...store.state.values()];
  const indexes = collections.flatMap((collection) => [...collection.indexes.values()]);
  const { rss, heapUsed, external } = process.memoryUsage();
  const file = store.fileUse();
  return {
    store_collections: collections.length,
    store_documents: collections.reduce((sum, { documents }) => sum + documents.size, 0),
    store_index_entries: indexes.reduce((sum, { entries }) => sum + entries.size, 0),
    store_sessions: sessions.size,
    store_transactions: sessions.openTransactions,
    store_cursors: cursors.size,
    store_connections: connections,
    store_resident_bytes: rss,
    store_heap_bytes: heapUsed,
    // Among them all documents, as they came.
    store_external_bytes: external,
    ...(file !== null && {
      store_file_bytes: file.bytes,
      store_file_free_bytes: file.freeBytes,
      store_disk_full: file.isFull ? 1 : 0,
    }),
  };
}
