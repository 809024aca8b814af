import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RegistryEntry } from '../../../subgraphs/shared/owners/endpoint-table.js';
import type { Closable } from '../../../subgraphs/shared/process/process.js';

/** A registry that a test writes by hand. */
export interface FakeRegistry extends Closable {
  readonly url: string;
  /** Statuses that were answered, oldest first. */
  readonly answered: number[];
  set(entry: Partial<RegistryEntry> & { readonly id: string }): void;
  remove(id: string): void;
  isDead: boolean;
}

export async function startFakeRegistry(): Promise<FakeRegistry> {
  const entries = new Map<string, RegistryEntry>();
  const answered: number[] = [];
  let revision = 1;
  const server = createServer((incoming, response) => {
    const etag = `"${revision}"`;
    const status = registry.isDead ? 500 : incoming.headers['if-none-match'] === etag ? 304 : 200;
    answered.push(status);
    response.writeHead(status, { 'content-type': 'application/json', etag });
    response.end(
      status === 200
        ? JSON.stringify({ revision, cooperatives: [...entries.values()] })
        : undefined,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const registry: FakeRegistry = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/registry`,
    answered,
    set: (entry) => {
      const known = entries.get(entry.id) ?? {
        url: 'http://127.0.0.1:9/graphql',
        name: null,
        businessId: null,
        takesBookings: null,
        phone: null,
        status: 'ACTIVE',
        since: '2026-11-01T00:00:00.000Z',
        reason: null,
        syncedAt: '2026-11-23T10:00:00.000Z',
        state: 'FRESH',
      };
      entries.set(entry.id, { ...known, ...entry });
      revision += 1;
    },
    remove: (id) => {
      entries.delete(id);
      revision += 1;
    },
    isDead: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return registry;
}
