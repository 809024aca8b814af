import { describe, expect, it } from '@jest/globals';
import type { Caller, Grant } from '../../../../subgraphs/shared/identity/caller.js';
import { grantsOf } from '../../../../subgraphs/shared/identity/people/grants.js';
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
import { parseBusinessId } from '../../../../subgraphs/shared/network-file/business-id.js';
import { issuerOf } from '../people/identity.js';

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
  const { authorization } = gateway.headersFor({ audience, scope: 'read', body, ...sent });
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

  it('tells what claims a business id who is its program, and not who else acts for it', async () => {
    const organisation = 'FI-0207988-0';
    const grants = [
      { role: 'OFFICER', organisation },
      { role: 'MACHINE', organisation },
    ] as const;
    const sent = { businessId: organisation, caller: { ...ANNA, grants } };

    expect((await readAt('karhu', sent)).roles).toEqual([grants[1]]);
  });

  it('calls one person the same each time, otherwise at each endpoint, and never by name', async () => {
    const called = async (audience: string, caller: Caller = ANNA) =>
      (await readAt(audience, { caller })).subject;
    const { authorization = '' } = gateway.headersFor({
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

  it('has room for all roles and the longest name that an access token may have', async () => {
    const businessIds = Array.from({ length: 2_000 }, (_each, n) =>
      parseBusinessId('SE', `21${String(20_000_000 + n)}`),
    ).filter((id) => id !== null);
    const issuer = issuerOf({
      rules: [{ role: 'OFFICER', organisation: { claim: ['organisations'] } }],
      mayAssert: [{ role: 'OFFICER', organisations: 'any' }],
    });
    const read = (count: number) =>
      grantsOf({ organisations: businessIds.slice(0, count) }, issuer);
    const caller = { ...ANNA, name: '\u0001'.repeat(200), grants: read(90) as readonly Grant[] };

    expect((await readAt('booking', { caller })).roles).toHaveLength(90);
    expect(read(130)).toMatchObject({ reason: 'too-many-roles', code: 'UNAUTHENTICATED' });
  });

  it('has a token of its own each time, more often than ids are drawn at once', () => {
    const tokens = Array.from({ length: 300 }, () =>
      gateway.headersFor({ audience: 'karhu', scope: 'read', body: 'x' }),
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
