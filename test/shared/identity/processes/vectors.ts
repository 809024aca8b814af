import { createHmac } from 'node:crypto';
import type { PublicJwk } from '../../../../subgraphs/shared/identity/processes/public-keys.js';
import type {
  Refusal,
  SignedRequest,
} from '../../../../subgraphs/shared/identity/processes/verify-request.js';
import { craftToken, encode, hashOf, knownKey } from './craft-token.js';

/** One request as an endpoint sees it, and what is to become of it. */
export interface SignatureVector {
  readonly name: string;
  /** When it comes, by the endpoint's clock; ISO 8601. */
  readonly time: string;
  /** The header; null for none. */
  readonly authorization: string | null;
  /** UTF-8, byte for byte. */
  readonly body: string;
  /** Whether the same token was shown, and taken, before. */
  readonly isShownBefore: boolean;
  readonly verdict: 'signed' | 'unsigned' | Refusal;
  /** What the token says; null where nothing of it is to be believed. */
  readonly request: SignedRequest | null;
}

export interface VectorFile {
  readonly description: string;
  /** Id of the endpoint. */
  readonly audience: string;
  readonly keys: readonly PublicJwk[];
  readonly vectors: readonly SignatureVector[];
}

const TIME = '2027-03-15T08:00:00.000Z';
const NOW_S = Date.parse(TIME) / 1_000;
const BODY = '{"query":"{ __typename }","variables":{"name":"Mäkelä"}}';

const GATEWAY = knownKey('gateway', 'read act', 1);
const BOOKING = knownKey('booking', 'read book', 2);
const RETIRED = knownKey('gateway', 'read act', 3, { retireAt: '2027-03-15T07:59:59.000Z' });
const RETIRING = knownKey('gateway', 'read act', 4, { retireAt: '2027-03-15T08:00:01.000Z' });
const STRANGER = knownKey('gateway', 'read act', 5);

const HEADER = { alg: 'EdDSA', kid: GATEWAY.publicJwk.kid, typ: 'hub-request+jwt' };
const CLAIMS = {
  iss: 'gateway',
  aud: 'karhu',
  iat: NOW_S - 1,
  exp: NOW_S + 59,
  jti: 'AAECAwQFBgcICQoLDA0ODw',
  body: hashOf(BODY),
  scope: 'read',
};
const ROLES = [{ role: 'STAFF', organisation: 'karhu' }];
const GOOD: SignedRequest = { issuer: 'gateway', scopes: ['read'], roles: [], subject: null };

const bearer = (token: string): string => `Bearer ${token}`;
const signedBy = (key: typeof GATEWAY, claims: object = {}, header: object = {}): string =>
  bearer(
    craftToken(key, { ...HEADER, kid: key.publicJwk.kid, ...header }, { ...CLAIMS, ...claims }),
  );
const signed = (claims: object, header: object = {}): string => signedBy(GATEWAY, claims, header);

/** HS256 with the text of a public key as the secret, which a verifier that trusts `alg` would take. */
function confused(): string {
  const text = `${encode({ ...HEADER, alg: 'HS256' })}.${encode(CLAIMS)}`;
  const secret = GATEWAY.publicJwk.x;
  return bearer(`${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`);
}

/** The last octet of the signature is another. */
function broken(): string {
  const [head = '', payload = '', signature = ''] = signed({}).split('.');
  const octets = Buffer.from(signature, 'base64url');
  octets[63] = (octets[63] ?? 0) ^ 1;
  return `${head}.${payload}.${octets.toString('base64url')}`;
}

type Change = Partial<Omit<SignatureVector, 'name' | 'verdict'>>;

const taken = (name: string, change: Change = {}): SignatureVector => ({
  ...{ name, time: TIME, authorization: signed({}), body: BODY, isShownBefore: false },
  ...{ verdict: 'signed', request: GOOD },
  ...change,
});
const refused = (verdict: Refusal, name: string, authorization: string, change: Change = {}) => ({
  ...taken(name, { authorization, request: null, ...change }),
  verdict,
});

const VECTORS: readonly SignatureVector[] = [
  taken('a good request'),
  taken('a request of another process', {
    authorization: signedBy(BOOKING, { iss: 'booking', scope: 'book' }),
    request: { issuer: 'booking', scopes: ['book'], roles: [], subject: null },
  }),
  taken('a request on behalf of somebody', {
    authorization: signed({ scope: 'act', roles: ROLES, sub: 'pseudonym' }),
    request: { issuer: 'gateway', scopes: ['act'], roles: ROLES, subject: 'pseudonym' },
  }),
  taken('several scopes', {
    authorization: signed({ scope: 'read act' }),
    request: { ...GOOD, scopes: ['read', 'act'] },
  }),
  taken('no body', { authorization: signed({ body: hashOf('') }), body: '' }),
  taken('a key that is retired a second later', { authorization: signedBy(RETIRING) }),
  taken('a clock that is 30 s ahead', {
    authorization: signed({ iat: NOW_S + 30, exp: NOW_S + 90 }),
  }),
  taken('the last second', { authorization: signed({ iat: NOW_S - 59, exp: NOW_S + 1 }) }),
  { ...taken('no token', { authorization: null, request: null }), verdict: 'unsigned' },
  refused('malformed-token', 'another scheme', 'Basic YTpi'),
  refused('malformed-token', 'two parts', bearer(`${encode(HEADER)}.${encode(CLAIMS)}`)),
  refused('malformed-token', 'a header that is no JSON', bearer('YWJj.YWJj.YWJj')),
  refused('malformed-token', 'claims that are a list', bearer(craftToken(GATEWAY, HEADER, []))),
  refused('malformed-token', 'an extension to be understood', signed({}, { crit: ['exp'] })),
  refused('malformed-token', 'no id', signed({ jti: undefined })),
  refused('malformed-token', 'an id of 64 bits', signed({ jti: 'AAECAwQFBgc' })),
  refused('malformed-token', 'no end', signed({ exp: undefined })),
  refused('malformed-token', 'an instant that is a text', signed({ iat: String(NOW_S) })),
  refused('malformed-token', 'several audiences', signed({ aud: ['karhu', 'lumo'] })),
  ...[null, 5, true, {}, []].map((sub) =>
    refused('malformed-token', `a person that is ${JSON.stringify(sub)}`, signed({ sub })),
  ),
  refused('malformed-token', 'roles that are texts', signed({ roles: ['STAFF'] })),
  refused('wrong-type', 'an access token', signed({}, { typ: 'at+jwt' })),
  refused('wrong-type', 'no type', signed({}, { typ: undefined })),
  refused(
    'wrong-algorithm',
    'no signature (alg none)',
    bearer(`${encode({ ...HEADER, alg: 'none' })}.${encode(CLAIMS)}.`),
  ),
  refused('wrong-algorithm', 'HS256 with the public key', confused()),
  refused('wrong-algorithm', 'another algorithm by name', signed({}, { alg: 'RS256' })),
  refused('unknown-key', 'a key that nobody knows', signedBy(STRANGER)),
  refused('unknown-key', 'no key named', signed({}, { kid: undefined })),
  refused('retired-key', 'a key that is retired', signedBy(RETIRED)),
  refused('wrong-signature', 'a changed signature', broken()),
  refused('wrong-signature', "another's signature", signedBy(STRANGER, {}, { kid: HEADER.kid })),
  refused('wrong-issuer', 'a process that signs as another', signed({ iss: 'booking' })),
  refused('wrong-scope', 'a scope of another process', signed({ scope: 'book' })),
  refused('wrong-scope', 'one scope too many', signed({ scope: 'read book' })),
  refused('wrong-scope', 'no scope', signed({ scope: '' })),
  refused('wrong-audience', 'a request to another cooperative', signed({ aud: 'lumo' })),
  refused(
    'not-yet-valid',
    'a clock that is 31 s ahead',
    signed({ iat: NOW_S + 31, exp: NOW_S + 91 }),
  ),
  refused('expired', 'a token that has expired', signed({ iat: NOW_S - 60, exp: NOW_S })),
  refused('too-old', 'a token that is good for 61 s', signed({ iat: NOW_S - 1, exp: NOW_S + 60 })),
  refused('too-old', 'a token of a minute ago', signed({ iat: NOW_S - 61, exp: NOW_S + 60 })),
  refused('changed-body', 'a changed body', signed({}), { body: `${BODY} ` }),
  refused('changed-body', 'a body that is missing', signed({}), { body: '' }),
  refused('replayed', 'a token that was shown before', signed({}), { isShownBefore: true }),
];

/** All that `schema/signature-vectors.json` has. */
export function makeVectors(): VectorFile {
  return {
    description:
      'Requests to the endpoint of the cooperative "karhu" as it sees them, and what is to become of each: "signed", "unsigned", or why it is refused. Each vector stands for itself.',
    audience: 'karhu',
    keys: [GATEWAY, BOOKING, RETIRED, RETIRING].map(({ publicJwk }) => publicJwk),
    vectors: VECTORS,
  };
}
