import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { say } from '../../../../subgraphs/shared/words/said/say.js';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { HttpOwnerClient } from '../../../../subgraphs/shared/owners/client/owner-client.js';
import { RegistryFollower } from '../../../../subgraphs/shared/owners/endpoint-table.js';
import { foreignAnswers } from '../foreign-answers.js';
import { startFakeRegistry, type FakeRegistry } from '../../../support/fakes/registry.js';
import { units } from '../../../support/unit.js';
import { UNSIGNED } from '../../../../subgraphs/shared/identity/processes/sign-request.js';

describe('what a cooperative answers', () => {
  let server: Server;
  let registry: FakeRegistry;
  let follower: RegistryFollower;
  let client: HttpOwnerClient;
  let body: object;
  let status: number;
  let logged: string;

  beforeEach(async () => {
    logged = '';
    status = 200;
    server = createServer((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    registry = await startFakeRegistry();
    const { port } = server.address() as AddressInfo;
    registry.set({ id: 'karhu', url: `http://127.0.0.1:${port}/graphql` });
    registry.set({ id: 'lumo', status: 'LEFT' });
    registry.set({ id: 'tuki', status: 'PAUSED' });
    const log = pino({ level: 'trace' }, { write: (line: string) => (logged += line) });
    const silent = pino({ level: 'silent' });
    const registryUrl = registry.url;
    follower = new RegistryFollower({
      registryUrl,
      pollMs: 60_000,
      timeoutMs: units(50),
      log: silent,
    });
    await follower.start();
    client = new HttpOwnerClient({ registry: follower, signer: UNSIGNED, log });
  });
  afterEach(async () => {
    await client.close();
    await follower.close();
    await registry.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const ask = (cooperative = 'karhu', signal?: AbortSignal, timeoutMs = 2_000) =>
    client.ask(cooperative, { query: '{ a }', variables: {} }, (data) => data, timeoutMs, signal);
  const error = (code: unknown) => ({
    message: 'Variable "$input" got invalid value "Anna Virtanen" at "input.name".',
    extensions: { code },
  });

  it('is not waited for when nobody waits for it any more, and the cooperative has not failed', async () => {
    const asked = new Promise<ServerResponse>((resolve) => {
      server.removeAllListeners('request').once('request', (_request, response) => {
        resolve(response);
      });
    });
    const caller = new AbortController();
    const reply = ask('karhu', caller.signal);
    const closed = once(await asked, 'close');

    caller.abort();

    await closed;
    expect((await reply).kind).toBe('unknown');
    expect(logged).toBe('');
    expect((await ask('karhu', caller.signal)).kind).toBe('unknown');
    expect(logged).toBe('');
  });

  it('is no news of it where it was given no fair time', async () => {
    server.removeAllListeners('request').on('request', () => undefined);

    expect((await ask('karhu', undefined, 100)).kind).toBe('unknown');
    expect(logged).toBe('');
    expect((await ask('karhu', undefined, 500)).kind).toBe('unknown');
    expect(logged).toContain('did not answer within 500 ms');
  });

  it.each(['BAD_USER_INPUT', 'Anna Virtanen', 7, undefined])(
    'never gets into the log with its text, whatever its code is: %p',
    async (code) => {
      body = { data: null, errors: [error(code)] };

      const reply = await ask();

      expect(reply.kind).toBe('refused');
      expect(logged).toContain(code === 'BAD_USER_INPUT' ? code : 'no code');
      expect(logged + JSON.stringify(reply)).not.toContain('Anna');
    },
  );

  it.each(Object.entries(foreignAnswers.stacks))(
    'is final when it does not know the command or a part of it, and says so as %s does',
    async (_stack, { answers }) => {
      for (const question of ['unknownCommand', 'unknownInput', 'unknownArgument'] as const) {
        status = answers[question].status;
        body = answers[question].body as object;
        expect(await ask()).toEqual({
          kind: 'hopeless',
          reason: 'has a system that does not know this command',
          said: say`has a system that does not know this command`,
          isAnswered: true,
        });
      }
      status = answers.failedCommand.status;
      body = answers.failedCommand.body as object;
      expect((await ask()).kind).not.toBe('hopeless');
    },
  );

  it.each([401, 403, 429, 503])(
    'may pass when the request was turned away with %i',
    async (code) => {
      status = code;
      body = { errors: [{ message: 'Cannot query field "a" on type "Query".' }] };
      expect(await ask()).toMatchObject({ kind: 'refused' });
    },
  );

  it('says nothing of what was done when an error names a place in it', async () => {
    body = { data: null, errors: [{ ...error('GRAPHQL_VALIDATION_FAILED'), path: ['a'] }] };
    expect(await ask()).toMatchObject({ kind: 'refused' });
  });

  it('is final once it has left, and not while it is paused', async () => {
    expect(await ask('lumo')).toMatchObject({ kind: 'hopeless', reason: 'has left the network' });
    expect(await ask('tuki')).toMatchObject({ kind: 'unreached', reason: 'is paused' });
    expect(await ask('nobody')).toMatchObject({ kind: 'unreached' });
  });
});
