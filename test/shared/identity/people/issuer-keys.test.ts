import { afterEach, describe, expect, it } from '@jest/globals';
import type { JWK } from 'jose';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pino } from 'pino';
import { createSigningKey } from '../../../../subgraphs/local/provider/signing-keys.js';
import {
  IssuerKeys,
  ProviderDown,
} from '../../../../subgraphs/shared/identity/people/issuer-keys.js';
import { Sender } from '../../../../subgraphs/shared/owners/sender.js';
import { listen } from '../../../../subgraphs/shared/process/listen.js';
import { units } from '../../../support/unit.js';
import { issuerOf } from './identity.js';

const OPENID = '/.well-known/openid-configuration';
const OAUTH = '/.well-known/oauth-authorization-server';
const closing: (() => Promise<unknown>)[] = [];

/** What a provider answers by path: JSON, a status, or nothing at all. */
type Answers = Readonly<Record<string, unknown>>;

/** A provider that answers as it is told. @param answers - Made once its URL is known. */
async function startIssuer(answers: (url: string) => Answers) {
  const asked: string[] = [];
  let known: Answers = {};
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = path in known ? known[path] : 404;
    if (answer === 'nothing') return;
    if (typeof answer === 'number') response.writeHead(answer).end();
    else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  const url = await listen(server, '127.0.0.1', 0);
  known = answers(url);
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { url, asked };
}

/** The keys of an issuer, by a clock that the test moves. */
function keysOf(issuer: string, options: { jwksUri?: string; path?: string } = {}) {
  const { jwksUri, path = '' } = options;
  const sender = new Sender({ largestAnswerBytes: 10_000 });
  closing.push(() => sender.close());
  let nowMs = 0;
  const keys = new IssuerKeys({
    issuer: issuerOf({ issuer: `${issuer}${path}`, ...(jwksUri !== undefined && { jwksUri }) }),
    sender,
    log: pino({ level: 'silent' }),
    elapsedMs: () => nowMs,
    answerWithinMs: units(3),
  });
  return { keys, pass: (ms: number) => (nowMs += ms) };
}

async function newKey(): Promise<{ shown: JWK; header: { alg: string; kid: string } }> {
  const { d: _secret, ...shown } = await createSigningKey();
  return { shown, header: { alg: 'ES256', kid: shown.kid ?? '' } };
}

describe('the keys of an issuer', () => {
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it.each([
    ['OpenID Connect discovery', '', OPENID],
    ['discovery below a path', '/realms/hub', `/realms/hub${OPENID}`],
    ['the metadata of OAuth 2', '', OAUTH],
    ['the metadata of OAuth 2 for a path', '/realms/hub', `${OAUTH}/realms/hub`],
  ])('are found by %s', async (_what, path, place) => {
    const { shown, header } = await newKey();
    const { url } = await startIssuer((base) => ({
      [place]: { issuer: `${base}${path}`, jwks_uri: `${base}/keys` },
      '/keys': { keys: [shown] },
    }));
    const { keys } = keysOf(url, { path });

    await expect(keys.find(header)).resolves.toMatchObject({ type: 'public' });
  });

  it('are taken from where the settings say, and asked for nowhere else', async () => {
    const { shown, header } = await newKey();
    const { url, asked } = await startIssuer(() => ({ '/keys': { keys: [shown] } }));
    const { keys } = keysOf('https://login.example', { jwksUri: `${url}/keys` });

    await keys.find(header);

    expect(asked).toEqual(['/keys']);
  });

  it.each<[string, (url: string) => Answers]>([
    [
      'shows those of another',
      (url) => ({ [OPENID]: { issuer: `${url}/`, jwks_uri: `${url}/k` } }),
    ],
    [
      'would have them fetched where others can change them',
      (url) => ({ [OPENID]: { issuer: url, jwks_uri: 'http://keys.example/k' } }),
    ],
    ['does not answer', () => ({ [OPENID]: 'nothing' })],
    ['has failed', () => ({ [OPENID]: 500 })],
    ['sends somewhere else', () => ({ [OPENID]: 302 })],
    ['answers with a page', () => ({ [OPENID]: '<!doctype html>' })],
    [
      'answers with too much',
      (url) => ({ [OPENID]: { issuer: url, jwks_uri: `${url}/k` }, '/k': 'x'.repeat(20_000) }),
    ],
  ])('are not had where it %s, and it is left alone for a while', async (_what, answers) => {
    const { url, asked } = await startIssuer(answers);
    const { keys, pass } = keysOf(url);
    const header = { alg: 'ES256', kid: 'x' };

    await expect(keys.find(header)).rejects.toThrow(ProviderDown);
    const questions = asked.length;
    await expect(keys.find(header)).rejects.toThrow(ProviderDown);
    expect(asked).toHaveLength(questions);
    pass(5_001);
    await expect(keys.find(header)).rejects.toThrow(ProviderDown);
    expect(asked).toHaveLength(2 * questions);
  });

  it('are asked for once by many, and again for one that is not there only after a while', async () => {
    const { shown, header } = await newKey();
    const { url, asked } = await startIssuer(() => ({ '/keys': { keys: [shown] } }));
    const { keys, pass } = keysOf(url, { jwksUri: `${url}/keys` });
    const unknown = { alg: 'ES256', kid: 'x' };

    await Promise.all([keys.find(header), keys.find(header)]);
    await Promise.allSettled([keys.find(unknown), keys.find(unknown)]);
    expect(asked).toHaveLength(1);
    pass(30_001);
    await expect(keys.find(unknown)).rejects.toThrow('no applicable key');
    await expect(keys.find(unknown)).rejects.toThrow('no applicable key');

    expect(asked).toHaveLength(2);
  });

  it('are fetched anew every ten minutes, so that one that was taken back ends', async () => {
    const [first, second] = [await newKey(), await newKey()];
    const answers: Record<string, unknown> = { '/keys': { keys: [first.shown] } };
    const { url } = await startIssuer(() => answers);
    const { keys, pass } = keysOf(url, { jwksUri: `${url}/keys` });
    await keys.find(first.header);

    answers['/keys'] = { keys: [second.shown] };
    await expect(keys.find(first.header)).resolves.toBeDefined();
    pass(600_001);

    await expect(keys.find(first.header)).rejects.toThrow('no applicable key');
    await expect(keys.find(second.header)).resolves.toBeDefined();
  });
});
