import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Closable } from '../../subgraphs/shared/process/process.js';
import { behave, type HonestAnswer, type Mode } from './modes.js';

/** Stands before a real endpoint, and misbehaves as it is told. */
export interface HostileEndpoint extends Closable {
  /** Base URL. */
  readonly url: string;
  /** Null for honesty. */
  mode: Mode | null;
}

/** @param target - Base URL of the real endpoint; asked anew with each request. */
export async function startHostileEndpoint(target: () => string): Promise<HostileEndpoint> {
  const server = createServer((incoming, response) => {
    response.on('error', () => undefined);
    const { mode } = endpoint;
    void read(incoming)
      .then(async (body) => {
        const occasion = {
          response,
          isGraphql: incoming.url === '/graphql',
          honest: () => forward(target(), incoming, body),
        };
        await (mode ? mode.act(occasion) : behave(occasion));
      })
      .catch(() => {
        response.destroy();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint: HostileEndpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mode: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return endpoint;
}

async function read(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function forward(target: string, incoming: IncomingMessage, body: Buffer): Promise<HonestAnswer> {
  return new Promise((resolve, reject) => {
    const { method, headers, url = '/' } = incoming;
    const outgoing = httpRequest(`${target}${url}`, { method, headers }, (answer) => {
      read(answer).then((received) => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: received });
      }, reject);
    });
    outgoing.on('error', reject).end(body);
  });
}
