import { createServer } from 'node:http';
import { request } from 'undici';
import { listen } from '../../../subgraphs/shared/process/listen.js';

/** @returns How long a hundred small requests over HTTP take here and now, one after another: a unit, unless that is shorter. */
export async function measureUnitMs(): Promise<number> {
  const server = createServer((_request, response) => response.end('{"data":{}}'));
  const url = await listen(server, '127.0.0.1', 0);
  const startedAt = performance.now();
  for (let sent = 0; sent < 100; sent += 1) {
    const { body } = await request(url);
    await body.json();
  }
  server.closeAllConnections();
  server.close();
  return performance.now() - startedAt;
}
