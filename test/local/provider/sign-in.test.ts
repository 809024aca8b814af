import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { pino } from 'pino';
import { identityOf } from '../../../subgraphs/local/provider/accounts/identity.js';
import { AccessTokens } from '../../../subgraphs/shared/identity/people/access-tokens.js';
import { IdentityFileSchema } from '../../../subgraphs/shared/identity/people/identity-file.js';
import { choose, CookieBrowser, placeOf } from '../../support/browsers/cookie-browser.js';
import { startDemoProvider, type DemoProvider } from '../../support/networks/demo-provider.js';

const REDIRECT = 'http://127.0.0.1:4567/graphiql';

describe('signing in with the demo provider', () => {
  let provider: DemoProvider;
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  beforeAll(async () => {
    provider = await startDemoProvider({ cooperatives: ['karhu', 'uusi'] });
  });
  afterAll(() => provider.close());

  const begin = (browser: CookieBrowser, changes: Readonly<Record<string, string>> = {}) => {
    const params = new URLSearchParams({
      client_id: 'graphiql',
      response_type: 'code',
      redirect_uri: REDIRECT,
      scope: 'openid',
      state: 'here',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...changes,
    });
    return browser.go(`${provider.url}/auth?${params.toString()}`);
  };
  const redeem = (code: string, proof: string) =>
    fetch(`${provider.url}/token`, {
      method: 'POST',
      headers: { origin: 'http://127.0.0.1:4567' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'graphiql',
        redirect_uri: REDIRECT,
        code,
        code_verifier: proof,
      }),
    });

  it('asks in one’s own language who one is, and ends in a token of the hub', async () => {
    const browser = new CookieBrowser();
    const page = placeOf(await begin(browser));
    const asked = await browser.go(page);
    const text = await asked.text();
    const resumed = await choose(browser, page, 'staff:uusi');
    const back = new URL(placeOf(await browser.go(placeOf(resumed))));
    const answer = await redeem(back.searchParams.get('code') ?? '', verifier);
    const tokens = new AccessTokens({
      identity: IdentityFileSchema.parse(identityOf(provider.url)),
      log: pino({ level: 'silent' }),
    });

    const { access_token: token = '' } = (await answer.json()) as { access_token?: string };
    const verdict = await tokens.verify(`Bearer ${token}`);
    await tokens.close();

    expect(text).toContain('Vem är du?');
    expect(text).toContain('value="member:uusi"');
    expect(asked.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(`${back.origin}${back.pathname}`).toBe(REDIRECT);
    expect(back.searchParams.get('state')).toBe('here');
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4567');
    expect(verdict).toMatchObject({
      caller: { subject: 'staff:uusi', grants: [{ role: 'STAFF', organisation: 'uusi' }] },
    });
  });

  it('asks again, and says why, where there is no such person', async () => {
    const browser = new CookieBrowser();
    const page = placeOf(await begin(browser));

    for (const [account, words] of [
      ['staff:nobody', 'a cooperative of the network, which has karhu, uusi'],
      ['machine:FI-609', 'A program does not sign in'],
    ] as const) {
      const answer = await choose(browser, page, account);

      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(words);
    }
  });

  it.each([
    ['to another site', { redirect_uri: 'https://evil.example/graphiql' }, 'redirect_uri'],
    ['to another page', { redirect_uri: 'http://127.0.0.1:4567/other' }, 'redirect_uri'],
    ['for another program', { client_id: 'other' }, 'client is invalid'],
  ])('sends nobody %s', async (_what, changes, words) => {
    const answer = await begin(new CookieBrowser(), changes);

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
  });

  it.each([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }, 'invalid_request'],
    ['for another audience', { resource: 'https://other.example' }, 'invalid_target'],
  ])('is refused %s', async (_what, changes, error) => {
    const back = new URL(placeOf(await begin(new CookieBrowser(), changes)));

    expect(back.searchParams.get('error')).toBe(error);
  });

  it('gives a code that is good once, and for whoever began alone', async () => {
    const browser = new CookieBrowser();
    const codeOf = async (answer: Response): Promise<string> => {
      const back = placeOf(await browser.go(placeOf(answer)));
      return new URL(back).searchParams.get('code') ?? '';
    };
    const code = await codeOf(await choose(browser, placeOf(await begin(browser)), 'auditor'));
    // Whoever has signed in before is not asked again.
    const other = new URL(placeOf(await begin(browser))).searchParams.get('code') ?? '';

    const answers = [
      await redeem(code, verifier),
      await redeem(code, verifier),
      await redeem(other, randomBytes(32).toString('base64url')),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 400, 400]);
  });

  it('has no page where there is no sign-in', async () => {
    const answer = await fetch(`${provider.url}/interaction/none`);

    expect(answer.status).toBe(400);
    expect(await answer.text()).toBe('This sign-in has ended: begin again.\n');
  });

  it.each([
    ['boss', 'account: wanted coordinator, auditor'],
    ['staff:nobody', 'account: wanted a cooperative of the network, which has karhu, uusi'],
  ])('gives no token of %s', async (account, words) => {
    await expect(provider.token(account)).rejects.toThrow(words);
  });

  it('answers under its own address alone', async () => {
    const { hostname, port } = new URL(provider.url);
    const status = await new Promise((resolve, reject) => {
      const options = { hostname, port, path: '/jwks', headers: { host: `evil.example:${port}` } };
      request(options, (answer) => {
        resolve(answer.statusCode);
        answer.resume();
      })
        .on('error', reject)
        .end();
    });

    expect(status).toBe(421);
  });
});
