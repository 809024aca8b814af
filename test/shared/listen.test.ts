import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import { listen } from '../../subgraphs/shared/process/listen.js';

describe('the address of a server', () => {
  it.each([
    ['127.0.0.1', /^http:\/\/127\.0\.0\.1:\d+$/],
    ['0.0.0.0', /^http:\/\/127\.0\.0\.1:\d+$/],
    ['localhost', /^http:\/\/localhost:\d+$/],
  ])('is one that this machine reaches: %s', async (host, form) => {
    const server = createServer((_request, response) => response.end('here'));
    const url = await listen(server, host, 0);

    const answer = await fetch(url);

    expect(url).toMatch(form);
    expect(await answer.text()).toBe('here');
    server.close();
    server.closeAllConnections();
  });

  it('names the setting that is to be changed where it cannot be had', async () => {
    const first = createServer();
    const { port } = new URL(await listen(first, '127.0.0.1', 0));

    await expect(listen(createServer(), '127.0.0.1', Number(port))).rejects.toThrow(
      `PORT: wanted a free port of 127.0.0.1, got ${port}`,
    );
    await expect(listen(createServer(), '192.0.2.1', 0)).rejects.toThrow(
      'HOST: wanted an address of this machine, got "192.0.2.1"',
    );
    first.close();
  });
});
