import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { base64url, exportSPKI, importJWK, SignJWT } from 'jose';
import { pino } from 'pino';
import { identityOf } from '../../../../subgraphs/local/provider/accounts/identity.js';
import { createSigningKey } from '../../../../subgraphs/local/provider/signing-keys.js';
import { AccessTokens } from '../../../../subgraphs/shared/identity/people/access-tokens.js';
import { IdentityFileSchema } from '../../../../subgraphs/shared/identity/people/identity-file.js';
import { startDemoProvider, type DemoProvider } from '../../../support/networks/demo-provider.js';
import { eventually } from '../../../support/eventually.js';
import { units } from '../../../support/unit.js';
import { issuerInput } from './identity.js';

const log = pino({ level: 'silent' });
const nowS = (): number => Math.floor(Date.now() / 1_000);
const opened: { close(): Promise<void> }[] = [];

/** @param issuers - As an identity file has them. */
function tokensOf(
  issuers: readonly object[],
  options: Partial<ConstructorParameters<typeof AccessTokens>[0]> = {},
): AccessTokens {
  const tokens = new AccessTokens({
    identity: IdentityFileSchema.parse({ issuers }),
    log,
    ...options,
  });
  opened.push(tokens);
  return tokens;
}

async function open(...args: Parameters<typeof startDemoProvider>): Promise<DemoProvider> {
  const provider = await startDemoProvider(...args);
  opened.push(provider);
  return provider;
}

const verify = async (tokens: AccessTokens, token: string): Promise<unknown> => {
  const verdict = await tokens.verify(`Bearer ${token}`);
  return verdict.kind === 'caller' ? verdict.caller.grants : verdict.refusal.reason;
};

describe('an access token', () => {
  let provider: DemoProvider;
  let tokens: AccessTokens;
  beforeAll(async () => {
    provider = await startDemoProvider();
    tokens = new AccessTokens({
      identity: IdentityFileSchema.parse(identityOf(provider.url)),
      log,
    });
  });
  afterAll(async () => {
    await tokens.close();
    await provider.close();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    for (const each of opened.splice(0)) await each.close();
  });

  it.each([
    ['coordinator', 'COORDINATOR', null],
    ['auditor', 'AUDITOR', null],
    ['household', 'HOUSEHOLD', null],
    ['staff:karhu', 'STAFF', 'karhu'],
    ['member:lumo', 'MEMBER', 'lumo'],
    ['officer:SE-0581', 'OFFICER', '212000-0456'],
    ['machine:0137323-9', 'MACHINE', '0137323-9'],
  ])('of %s says who that is', async (account, role, organisation) => {
    const verdict = await tokens.verify(`Bearer ${await provider.token(account)}`);

    expect(verdict).toMatchObject({
      kind: 'caller',
      caller: { issuer: provider.url, grants: [{ role, organisation }] },
    });
    const name = verdict.kind === 'caller' ? verdict.caller.name : undefined;
    expect(name === null).toBe(role === 'MACHINE');
  });

  it.each([
    ['has ended', { exp: nowS() - 61 }, 'expired'],
    ['is for later', { nbf: nowS() + 90 }, 'not-yet-valid'],
    ['was made later', { iat: nowS() + 90 }, 'not-yet-valid'],
    ['is for another', { aud: 'https://other.example' }, 'wrong-audience'],
    ['is for nobody', { aud: undefined }, 'malformed'],
    ['is of another', { iss: 'https://other.example' }, 'wrong-issuer'],
    ['is of nobody', { iss: undefined }, 'wrong-issuer'],
    ['names nobody', { sub: undefined }, 'malformed'],
    ['has no end', { exp: undefined }, 'malformed'],
    ['has an end that is no number', { exp: 'never' }, 'malformed'],
    ['names null', { sub: null }, 'malformed'],
    ['names a number', { sub: 5 }, 'malformed'],
    ['names a truth', { sub: true }, 'malformed'],
    ['names an object', { sub: {} }, 'malformed'],
    ['names a list', { sub: [] }, 'malformed'],
    ['was made more than a day ago', { iat: nowS() - 86_461, exp: nowS() + 60 }, 'too-old'],
  ])('that %s is refused', async (_what, claims, reason) => {
    expect(await verify(tokens, await provider.sign(claims))).toBe(reason);
  });

  it.each([
    ['ended half a minute ago', { exp: nowS() - 30 }],
    ['begins in half a minute', { nbf: nowS() + 30 }],
    ['is for several', { aud: ['https://other.example', 'https://hub.example'] }],
  ])('that %s is taken', async (_what, claims) => {
    expect(await verify(tokens, await provider.sign(claims))).toEqual([]);
  });

  it.each<[string, Record<string, string | undefined>, string]>([
    ['an ID token', { typ: 'JWT' }, 'wrong-type'],
    ['of no type', { typ: undefined }, 'wrong-type'],
    ['with a key that is not known', { kid: 'other' }, 'unknown-key'],
  ])('%s is refused', async (_what, header, reason) => {
    expect(await verify(tokens, await provider.sign({}, header))).toBe(reason);
  });

  it('that another has signed in the name of the key is refused', async () => {
    const other = await createSigningKey();
    const { kid = '' } = provider.keys[0] ?? {};

    expect(await verify(tokens, await provider.sign({}, { kid }, other))).toBe('wrong-signature');
  });

  it('that was changed is refused', async () => {
    const [header = '', payload = '', signature = ''] = (await provider.token('household')).split(
      '.',
    );
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const changed = base64url.encode(JSON.stringify({ ...claims, roles: ['coordinator'] }));

    expect(await verify(tokens, [header, changed, signature].join('.'))).toBe('wrong-signature');
  });

  it('that nobody has signed is refused', async () => {
    const [, payload = ''] = (await provider.token('coordinator')).split('.');
    const header = base64url.encode('{"alg":"none","typ":"at+jwt"}');

    expect(await verify(tokens, `${header}.${payload}.`)).toBe('unsigned');
  });

  it('that is signed with the public key as a shared secret is refused', async () => {
    const { d: _secret, ...shown } = provider.keys[0] ?? {};
    const key = await importJWK({ ...shown, ext: true }, 'ES256');
    if (key instanceof Uint8Array) throw new Error('It is no public key.');
    const claims = { iss: provider.url, aud: 'https://hub.example', sub: 'x', iat: nowS() };
    const token = await new SignJWT({ ...claims, exp: nowS() + 60, roles: ['coordinator'] })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: shown.kid ?? '' })
      .sign(new TextEncoder().encode(await exportSPKI(key)));

    expect(await verify(tokens, token)).toBe('wrong-algorithm');
  });

  it.each(['', 'Basic eA==', 'Bearer', 'Bearer x', 'Bearer a.b.c', `Bearer ${'a'.repeat(13_000)}`])(
    'is wanted where "%.20s" is shown',
    async (header) => {
      expect(await tokens.verify(header)).toMatchObject({
        kind: 'refused',
        refusal: { reason: 'malformed', code: 'UNAUTHENTICATED' },
      });
    },
  );

  it('is looked at once, and known again until it ends, whatever has become of its issuer', async () => {
    const short = await open();
    let now = new Date();
    const known = tokensOf(identityOf(short.url).issuers, { clock: { now: () => now } });
    const token = await short.token('coordinator');
    const checks = jest.spyOn(globalThis.crypto.subtle, 'verify');

    await verify(known, token);
    await short.close();

    expect(await verify(known, token)).toEqual([{ role: 'COORDINATOR', organisation: null }]);
    expect(checks).toHaveBeenCalledTimes(1);
    now = new Date(now.getTime() + 3_700_000);
    expect(await verify(known, token)).toBe('expired');
  });

  it('is taken with keys that are known while its issuer is down; without any it is refused at once', async () => {
    const down = await open();
    const [issuers, tokenBefore] = [identityOf(down.url).issuers, await down.token('auditor')];
    const knowing = tokensOf(issuers);
    const unknowing = tokensOf(issuers);
    await verify(knowing, tokenBefore);
    await down.close();
    const startedAt = performance.now();

    const verdicts = [
      await verify(knowing, await down.sign({ roles: ['auditor'] })),
      await verify(knowing, await down.sign({}, { kid: 'other' })),
      await verify(unknowing, tokenBefore),
      await verify(unknowing, tokenBefore),
    ];

    expect(verdicts).toEqual([
      [{ role: 'AUDITOR', organisation: null }],
      'unknown-key',
      'provider-down',
      'provider-down',
    ]);
    expect(performance.now() - startedAt).toBeLessThan(units(10));
  });

  it('of a new key is taken as soon as the issuer shows it; of one that was taken back it is not', async () => {
    const before = await open();
    const issuers = identityOf(before.url).issuers;
    const following = tokensOf(issuers, { cooldownMs: 0 });
    const resting = tokensOf(issuers);
    for (const each of [following, resting]) await verify(each, await before.sign());
    await before.close();
    const after = await open({ port: Number(new URL(before.url).port) });

    expect(await verify(following, await after.sign())).toEqual([]);
    expect(await verify(following, await before.sign({ sub: 'y' }))).toBe('unknown-key');
    expect(await verify(resting, await after.sign())).toBe('unknown-key');
  });

  it.each([
    ['is taken no more where its key is not among them', false, 'unknown-key', 1],
    ['is looked at again where its key is', true, [], 2],
  ])('that is known %s once its issuer shows other keys', async (_what, stays, verdict, looks) => {
    const before = await open();
    let nowMs = 0;
    const known = tokensOf(identityOf(before.url).issuers, { elapsedMs: () => nowMs });
    const token = await before.sign();
    const checks = jest.spyOn(globalThis.crypto.subtle, 'verify');
    await verify(known, token);
    await before.close();
    const keys = [await createSigningKey(), ...(stays ? before.keys : [])];
    await open({ port: Number(new URL(before.url).port), keys });

    expect(await verify(known, token)).toEqual([]);
    nowMs = 600_001;
    expect(await verify(known, token)).toEqual(verdict);
    expect(checks).toHaveBeenCalledTimes(looks);
  });

  it('that is known is taken while its issuer cannot be asked for its keys, and no longer', async () => {
    const before = await open();
    let nowMs = 0;
    const known = tokensOf(identityOf(before.url).issuers, { elapsedMs: () => nowMs });
    const token = await before.sign();
    await verify(known, token);
    await before.close();

    nowMs = 600_001;
    expect(await verify(known, token)).toEqual([]);
    await open({ port: Number(new URL(before.url).port) });
    nowMs += 5_001;
    await eventually(
      () => verify(known, token),
      (verdict) => verdict === 'unknown-key',
    );
  });

  it('is forgotten where those that came later take more memory than there is', async () => {
    const known = tokensOf(identityOf(provider.url).issuers, { mostBytes: 3_000 });
    const [first, second] = [await provider.sign({ sub: 'x' }), await provider.sign({ sub: 'y' })];
    const large = await provider.sign({ name: 'n'.repeat(200), sub: 's'.repeat(300) });
    const checks = jest.spyOn(globalThis.crypto.subtle, 'verify');

    for (const token of [first, second, first, second]) await verify(known, token);
    expect(checks).toHaveBeenCalledTimes(2);
    for (const token of [large, first]) await verify(known, token);
    expect(checks).toHaveBeenCalledTimes(4);
  });

  it('calls nobody by a name of more than 200 characters', async () => {
    const named = async (name: string) => {
      const verdict = await tokens.verify(`Bearer ${await provider.sign({ name })}`);
      return verdict.kind === 'caller' && verdict.caller.name;
    };

    expect(await named('n'.repeat(200))).toBe('n'.repeat(200));
    expect(await named('n'.repeat(6_500))).toBeNull();
  });

  it('is held to what its own issuer may assert', async () => {
    const karhu = await open();
    const both = tokensOf([
      ...identityOf(provider.url).issuers,
      issuerInput({
        issuer: karhu.url,
        rules: [...(identityOf(karhu.url).issuers[0]?.rules ?? [])],
        mayAssert: [
          { role: 'STAFF', organisations: ['karhu'] },
          { role: 'MEMBER', organisations: ['karhu'] },
        ],
      }),
    ]);
    const ask = async (from: DemoProvider, account: string) =>
      verify(both, await from.token(account));

    expect(await ask(karhu, 'staff:karhu')).toEqual([{ role: 'STAFF', organisation: 'karhu' }]);
    expect(await ask(karhu, 'staff:lumo')).toBe('role-not-allowed');
    expect(await ask(karhu, 'coordinator')).toBe('role-not-allowed');
    expect(await ask(provider, 'coordinator')).toEqual([
      { role: 'COORDINATOR', organisation: null },
    ]);
    expect(await verify(both, await karhu.sign({ iss: provider.url }))).toBe('unknown-key');
    expect(await both.verify(`Bearer ${await karhu.token('coordinator')}`)).toMatchObject({
      refusal: {
        code: 'FORBIDDEN',
        message: `The issuer ${karhu.url} may not assert COORDINATOR.`,
      },
    });
  });
});
