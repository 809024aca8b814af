import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves a registry that never changes. @param urlById - Addresses of the cooperatives, all active. @returns Its address. */
export async function serveRegistry(urlById: ReadonlyMap<string, string>): Promise<string> {
  const cooperatives = [...urlById].map(([id, url]) => ({
    id,
    url,
    status: 'ACTIVE',
    since: '2026-11-01T00:00:00Z',
    reason: null,
    syncedAt: '2026-11-23T10:00:00Z',
    state: 'FRESH',
  }));
  const server = createServer((request, response) => {
    const isKnown = request.headers['if-none-match'] === '"1"';
    response.writeHead(isKnown ? 304 : 200, { 'content-type': 'application/json', etag: '"1"' });
    response.end(isKnown ? undefined : JSON.stringify({ revision: 1, cooperatives }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/registry`;
}
