import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { connect, type Socket } from 'node:net';
import { createApp } from '../../../subgraphs/shared/http/create-app.js';
import { listen } from '../../../subgraphs/shared/process/listen.js';
import { createErrorLog } from '../../support/send-odd-request.js';
import { units } from '../../support/unit.js';

const LONG_MS = 60_000;
const KILOBYTE = 1_024;

describe('an app to which bodies come in', () => {
  const { log, lines } = createErrorLog();
  let app: FastifyInstance;
  let url: URL;

  async function start(withinMs: number, mostBytes: number): Promise<void> {
    app = createApp({ log, bodies: { withinMs, mostBytes } });
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, parsed) => {
      parsed(null, bytes);
    });
    app.post('/', { bodyLimit: 100 * KILOBYTE }, (request, reply) => {
      void reply.send(`${(request.body as Buffer).length} bytes`);
    });
    await app.ready();
    url = new URL(await listen(app.server, '127.0.0.1', 0));
  }

  beforeEach(() => {
    lines.length = 0;
  });
  afterEach(async () => {
    app.server.closeAllConnections();
    await app.close();
    expect(lines).toEqual([]);
  });

  /** Sends the beginning of a request. @returns What comes back until the connection is closed, and the connection. */
  async function begin(length: number): Promise<{ socket: Socket; answer: Promise<string> }> {
    const socket = connect(Number(url.port), url.hostname);
    let text = '';
    const answer = new Promise<string>((resolve) => {
      socket
        .setEncoding('utf8')
        .on('data', (chunk: string) => (text += chunk))
        .on('error', () => null)
        .on('close', () => {
          resolve(text);
        });
    });
    const arrived = new Promise((resolve) => app.server.once('request', resolve));
    socket.write(
      `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: ${length}\r\n\r\nx`,
    );
    await arrived;
    return { socket, answer };
  }

  const post = async (length: number): Promise<string> => {
    const body = Buffer.alloc(length);
    const headers = { 'content-type': 'text/plain' };
    return (await fetch(url, { method: 'POST', headers, body })).text();
  };

  it('refuses one that is not there in time with a code, and ends the connection', async () => {
    await start(units(2), KILOBYTE * KILOBYTE);
    const { socket, answer } = await begin(1_000);
    const drip = setInterval(() => socket.writable && socket.write('x'), units(0.5));

    const text = await answer;
    clearInterval(drip);

    expect(text).toMatch(/^HTTP\/1\.1 408 [^]*"code":"BAD_REQUEST"/);
  });

  it('refuses the one that has been coming the longest where there are too many', async () => {
    await start(LONG_MS, 300 * KILOBYTE);
    const first = await begin(90 * KILOBYTE);
    const second = await begin(KILOBYTE);

    expect(await post(90 * KILOBYTE)).toBe('92160 bytes');
    expect(await first.answer).toMatch(/^HTTP\/1\.1 408 [^]*"code":"BAD_REQUEST"/);
    second.socket.write('x'.repeat(KILOBYTE - 1));
    second.socket.end();
    expect(await second.answer).toMatch(/1024 bytes$/);
  });

  it('takes one that is broken off for no error', async () => {
    await start(LONG_MS, KILOBYTE * KILOBYTE);
    const { socket, answer } = await begin(1_000);

    socket.destroy();

    expect(await answer).toBe('');
    expect(await post(1)).toBe('1 bytes');
  });

  it('keeps room for those alone that are still coming', async () => {
    await start(LONG_MS, 300 * KILOBYTE);
    const slow = await begin(90 * KILOBYTE);
    for (let count = 0; count < 10; count += 1) {
      expect(await post(KILOBYTE)).toBe('1024 bytes');
    }

    slow.socket.write('x'.repeat(90 * KILOBYTE - 1));
    slow.socket.end();

    expect(await slow.answer).toMatch(/92160 bytes$/);
  });
});
