import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RegistryClient } from '../../../subgraphs/local/network/registry-client.js';
import { units } from '../../support/unit.js';

const entry = (id: string, status: string) => ({
  ...{ id, status, url: 'http://karhu.example/graphql', since: null, reason: null },
  ...{ syncedAt: null, state: 'FRESH' },
});

describe('the network, asking its registry', () => {
  let server: Server | null = null;

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  const clientOf = async (listener: RequestListener): Promise<RegistryClient> => {
    server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return new RegistryClient(`http://127.0.0.1:${port}`, {
      answerWithinMs: units(2),
      pokedWithinMs: units(2),
    });
  };
  const answer =
    (status: number, text: string): RequestListener =>
    (_request, response) => {
      response.writeHead(status).end(text);
    };

  it('gets the ids of those that have not left', async () => {
    const cooperatives = [entry('karhu', 'ACTIVE'), entry('lumo', 'LEFT'), entry('tuki', 'PAUSED')];
    const client = await clientOf(answer(200, JSON.stringify({ revision: 7, cooperatives })));

    expect((await client.list()).map(({ id }) => id)).toEqual(['karhu', 'tuki']);
  });

  it('does not wait for ever, whatever it asks', async () => {
    const client = await clientOf(() => undefined);

    for (const asked of [client.list(), client.put('karhu', 'http://x'), client.poke('karhu')]) {
      await expect(asked).rejects.toThrow(`did not answer within ${units(2)} ms`);
    }
  });

  it('does not wait for the end of an answer that has begun', async () => {
    const client = await clientOf((_request, response) => {
      response.writeHead(200).write('{"revision":');
    });

    await expect(client.list()).rejects.toThrow(`did not answer within ${units(2)} ms`);
  });

  it.each([
    [500, '{}', 'The catalogue refused GET /registry (500)'],
    [200, 'no JSON', 'Wanted the registry'],
    [200, '{"cooperatives":[{"id":7}]}', 'Wanted the registry'],
  ])('takes no other answer for a registry: %i %s', async (status, text, message) => {
    const client = await clientOf(answer(status, text));

    await expect(client.list()).rejects.toThrow(message);
  });

  it('takes it for no error that a cooperative does not answer, but that nobody may poke', async () => {
    const silent = await clientOf(answer(502, '{"code":"DOWNSTREAM_SERVICE_ERROR"}'));
    await expect(silent.poke('karhu')).resolves.toBeUndefined();
    server?.close();
    const closed = await clientOf(answer(403, '{"code":"FORBIDDEN"}'));

    await expect(closed.poke('karhu')).rejects.toThrow('refused POST /poke/karhu (403)');
  });
});
