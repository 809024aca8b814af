import { describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../subgraphs/shared/identity/caller.js';
import {
  makeProcessKey,
  parseProcessKey,
  publicPartOf,
} from '../../../../subgraphs/shared/identity/processes/process-key.js';
import { toTrustedKey } from '../../../../subgraphs/shared/identity/processes/public-keys.js';
import { ReplayGuard } from '../../../../subgraphs/shared/identity/processes/replay-guard.js';
import {
  createSigner,
  type OutgoingRequest,
} from '../../../../subgraphs/shared/identity/processes/sign-request.js';
import {
  RequestVerifier,
  type SignedRequest,
} from '../../../../subgraphs/shared/identity/processes/verify-request.js';

const ANNA: Caller = {
  issuer: 'https://id.example',
  subject: 'anna',
  name: 'Anna Virtanen',
  grants: [
    { role: 'STAFF', organisation: 'karhu' },
    { role: 'MEMBER', organisation: 'lumo' },
    { role: 'OFFICER', organisation: 'FI-0207988-0' },
    { role: 'COORDINATOR', organisation: null },
  ],
};

const jwk = makeProcessKey('gateway', true);
const gateway = createSigner(
  parseProcessKey(JSON.stringify(jwk), { issuer: 'gateway', isProduction: false }),
);

/** What an endpoint reads of a request. */
async function readAt(audience: string, sent: Partial<OutgoingRequest>): Promise<SignedRequest> {
  const body = '{"query":"{ __typename }"}';
  const { authorization } = await gateway.headersFor({ audience, scope: 'read', body, ...sent });
  const verifier = new RequestVerifier({
    audience,
    keys: { find: () => toTrustedKey(publicPartOf(jwk)) },
    replays: new ReplayGuard(),
    now: Date.now,
  });
  const verdict = await verifier.verify(authorization, Buffer.from(body));
  if (verdict.kind !== 'signed') throw new Error(JSON.stringify(verdict));
  return verdict.request;
}

describe('a request that a process signs', () => {
  it('says which process asks and what for, and nothing of anybody where it is for nobody', async () => {
    expect(await readAt('karhu', {})).toEqual({
      ...{ issuer: 'gateway', scopes: ['read'], roles: [], subject: null },
    });
  });

  it('tells a cooperative no role at another, nor for whom else somebody acts', async () => {
    const told = async (audience: string) =>
      (await readAt(audience, { caller: ANNA })).roles.map(({ role }) => role);

    expect(await told('karhu')).toEqual(['STAFF', 'COORDINATOR']);
    expect(await told('lumo')).toEqual(['MEMBER', 'COORDINATOR']);
    expect(await told('booking')).toEqual(['STAFF', 'MEMBER', 'OFFICER', 'COORDINATOR']);
  });

  it('calls one person the same each time, otherwise at each endpoint, and never by name', async () => {
    const called = async (audience: string, caller: Caller = ANNA) =>
      (await readAt(audience, { caller })).subject;
    const { authorization = '' } = await gateway.headersFor({
      ...{ audience: 'karhu', scope: 'read', body: null, caller: ANNA },
    });
    const claims = Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString();

    const names = [
      await called('karhu'),
      await called('lumo'),
      await called('karhu', { ...ANNA, subject: 'berta' }),
      await called('karhu', { ...ANNA, issuer: 'https://other.example' }),
    ];

    expect(new Set(names).size).toBe(4);
    expect(names[0]).toMatch(/^[\w-]{43}$/);
    expect(await called('karhu')).toBe(names[0]);
    expect(claims).not.toMatch(/anna|virtanen|lumo|0207988/i);
  });

  it('has a token of its own each time, more often than ids are drawn at once', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 300 }, () =>
        gateway.headersFor({ audience: 'karhu', scope: 'read', body: 'x' }),
      ),
    );

    expect(new Set(tokens.map(({ authorization }) => authorization)).size).toBe(300);
  });

  it('keeps its pseudonyms when its key is another', () => {
    const next = makeProcessKey('gateway', true, jwk.pseudonymSecret);

    expect(next.kid).not.toBe(jwk.kid);
    expect(next.pseudonymSecret).toBe(jwk.pseudonymSecret);
    expect(makeProcessKey('booking', true)).not.toHaveProperty('pseudonymSecret');
  });
});
