import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Closable } from '../../../subgraphs/shared/process/process.js';

export const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** A webhook as it came. */
export interface Came {
  readonly id: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

/** How a receiver answers one webhook. */
export type Answering = (response: ServerResponse, came: Came) => unknown;

/** A cooperative's own system that takes webhooks: it verifies each, and keeps the ids of those that it has answered with 2xx. */
export interface Receiver extends Closable {
  readonly url: string;
  /** All that came, oldest first. */
  readonly came: Came[];
  /** How often each id was taken: once, since it is kept. */
  readonly taken: ReadonlyMap<string, Came>;
  answer: Answering;
}

export const TAKE: Answering = (response) => response.writeHead(204).end();
export const answerWith =
  (status: number, headers: Record<string, string> = {}): Answering =>
  (response) =>
    response.writeHead(status, headers).end();

export async function startReceiver(answer: Answering = TAKE): Promise<Receiver> {
  const came: Came[] = [];
  const taken = new Map<string, Came>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const one = { id: String(request.headers['webhook-id']), body, headers: request.headers };
      came.push(one);
      receiver.answer(response, one);
      if (response.statusCode < 300 && response.headersSent) taken.set(one.id, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    ...{ url: `http://127.0.0.1:${port}/hook`, came, taken, answer },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return receiver;
}

/** What a webhook says. @throws Error where its signature is not by this secret, or it is old. */
export function verified({ body, headers }: Came, secret = SECRET): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}
