import { createHash, verify, type KeyObject } from 'node:crypto';
import type { ReplayGuard } from './replay-guard.js';

// How an endpoint tells which process of the hub asks. Needs nothing but Node's own cryptography and `replay-guard.ts`, so that a
// partner may take both as they are. `schema/signature-vectors.json` has tokens and what is to become of them.

/** `typ` of the header (RFC 8725, 3.11): no token that was made for something else is taken for one of these. */
export const TOKEN_TYPE = 'hub-request+jwt';
/** How long a token is good for at most, in seconds. So far may a signer's clock be behind, too. */
export const LONGEST_LIFE_S = 60;
/** How far a signer's clock may be ahead, in seconds. */
const CLOCK_SKEW_S = 30;
const LONGEST_TOKEN = 8_192;

/** Every reason for which a token is refused, in the order in which they are looked for, and what was wanted. */
export const REFUSALS = {
  'malformed-token': 'Wanted "Authorization: Bearer" with a compact JWT of a signed request.',
  'wrong-type': `Wanted a token of the type "${TOKEN_TYPE}".`,
  'wrong-algorithm': 'Wanted a token signed with EdDSA.',
  'unknown-key': 'Wanted a token signed with a key that is known here.',
  'retired-key': 'Wanted a token signed with a key that is not retired.',
  'wrong-signature': 'Wanted a token whose signature is that of its key.',
  'wrong-issuer': "Wanted a token of the process whose key signed it, in the claim 'iss'.",
  'wrong-scope': "Wanted a token with scopes of its issuer alone, in the claim 'scope'.",
  'wrong-audience': "Wanted a token for this endpoint, by its id in the claim 'aud'.",
  'not-yet-valid': `Wanted a token issued by now, with ${CLOCK_SKEW_S} s to spare.`,
  expired: 'Wanted a token that has not expired.',
  'too-old': `Wanted a token that is, and was made to be, good for ${LONGEST_LIFE_S} s at most.`,
  'changed-body': "Wanted the body whose SHA-256 is the claim 'body'.",
  replayed: 'Wanted a token that was not shown before.',
  'too-many-requests': 'More tokens were shown than can be remembered; later ones are taken again.',
} as const satisfies Readonly<Record<string, string>>;

export type Refusal = keyof typeof REFUSALS;

/** A public key, whose it is, and what it may be used for. */
export interface TrustedKey {
  readonly kid: string;
  readonly issuer: string;
  readonly scopes: readonly string[];
  /** In milliseconds since 1970; null while no end is set. */
  readonly retireAt: number | null;
  /** Ed25519. */
  readonly publicKey: KeyObject;
}

/** The keys that an endpoint trusts. */
export interface TrustedKeys {
  /** Null where there is no such key. Never throws. */
  find(kid: string): TrustedKey | null | Promise<TrustedKey | null>;
}

/** What a token says that was found good. */
export interface SignedRequest {
  /** Which process asks: `gateway`, `booking`, `catalogue`, or a cooperative's id. */
  readonly issuer: string;
  /** What it may do here. */
  readonly scopes: readonly string[];
  /** Of the person on whose behalf it asks; empty where there is none. */
  readonly roles: readonly {
    readonly role: string;
    readonly organisation: string | null;
    /** Of a member: which one, by the local id at this endpoint; left out where that is not known. */
    readonly member?: string;
  }[];
  /** The same for one person at this endpoint alone; null where there is none. */
  readonly subject: string | null;
  /** How the person is called, told to the hub's own processes alone; left out where it is not told. */
  readonly name?: string;
}

export type Verdict =
  /** No token was shown: such a request is answered with what is public. */
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'signed'; readonly request: SignedRequest }
  | { readonly kind: 'refused'; readonly reason: Refusal };

export interface VerifierOptions {
  /** This endpoint's id: a cooperative's, `catalogue` or `booking`. */
  readonly audience: string;
  readonly keys: TrustedKeys;
  readonly replays: ReplayGuard;
  /** The machine's own clock, in milliseconds since 1970. */
  readonly now: () => number;
}

const refused = (reason: Refusal): Verdict => ({ kind: 'refused', reason });

/** Judges the tokens that an endpoint is shown. */
export class RequestVerifier {
  constructor(private readonly options: VerifierOptions) {}

  /**
   * @param authorization - The header as it came.
   * @param body - The bytes as they came, before anything is made of them; none for a request without a body.
   */
  async verify(authorization: string | undefined, body: Uint8Array): Promise<Verdict> {
    if (authorization === undefined) return { kind: 'unsigned' };
    const token = authorization.length > LONGEST_TOKEN ? null : readToken(authorization);
    if (token === null) return refused('malformed-token');
    const { header, claims } = token;
    if (header['typ'] !== TOKEN_TYPE) return refused('wrong-type');
    if (header['alg'] !== 'EdDSA') return refused('wrong-algorithm');
    if (typeof header['kid'] !== 'string') return refused('unknown-key');
    const key = await this.options.keys.find(header['kid']);
    if (key === null) return refused('unknown-key');
    const now = this.options.now();
    if (key.retireAt !== null && key.retireAt <= now) return refused('retired-key');
    if (!verify(null, token.signed, key.publicKey, token.signature)) {
      return refused('wrong-signature');
    }
    const checked = readClaims(claims);
    if (checked === null) return refused('malformed-token');
    const reason = this.#judge(checked, key, body, now);
    return reason === null ? { kind: 'signed', request: checked.request } : refused(reason);
  }

  #judge(
    { request: { issuer, scopes }, ...claims }: Claims,
    key: TrustedKey,
    body: Uint8Array,
    now: number,
  ): Refusal | null {
    if (issuer !== key.issuer) return 'wrong-issuer';
    if (scopes.length === 0 || !scopes.every((scope) => key.scopes.includes(scope))) {
      return 'wrong-scope';
    }
    if (claims.audience !== this.options.audience) return 'wrong-audience';
    const nowS = now / 1_000;
    const { issuedAt, expiresAt } = claims;
    if (issuedAt > nowS + CLOCK_SKEW_S) return 'not-yet-valid';
    if (expiresAt <= nowS) return 'expired';
    if (Math.max(nowS, expiresAt) > issuedAt + LONGEST_LIFE_S) return 'too-old';
    if (createHash('sha256').update(body).digest('base64url') !== claims.bodyHash) {
      return 'changed-body';
    }
    // Last, so that what is refused for something else takes no place.
    switch (this.options.replays.admit(`${issuer} ${claims.id}`, expiresAt * 1_000, now)) {
      case 'fresh':
        return null;
      case 'replayed':
        return 'replayed';
      case 'full':
        return 'too-many-requests';
    }
  }
}

type Json = Readonly<Record<string, unknown>>;

interface Token {
  readonly header: Json;
  readonly claims: Json;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** Takes a token apart (RFC 7515, 7.1). Null where it is none, or wants more to be understood than is here (`crit`). */
function readToken(authorization: string): Token | null {
  const [, head = '', payload = '', signature = ''] =
    /^Bearer +([\w-]+)\.([\w-]+)\.([\w-]*)$/i.exec(authorization) ?? [];
  const header = readPart(head);
  const claims = readPart(payload);
  if (header === null || claims === null || 'crit' in header) return null;
  return {
    header,
    claims,
    signed: Buffer.from(`${head}.${payload}`, 'latin1'),
    signature: Buffer.from(signature, 'base64url'),
  };
}

function readPart(text: string): Json | null {
  try {
    const json: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Json)
      : null;
  } catch {
    return null;
  }
}

interface Claims {
  readonly request: SignedRequest;
  readonly audience: string;
  /** In seconds since 1970, as `expiresAt`. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly id: string;
  readonly bodyHash: string;
}

/** At least 128 bits. */
const ID = /^[\w-]{22,64}$/;

/** Null where one is missing or of another form. */
function readClaims({
  iss,
  aud,
  iat,
  exp,
  jti,
  body,
  scope,
  sub,
  name,
  roles = [],
}: Json): Claims | null {
  if (typeof iss !== 'string' || typeof aud !== 'string' || typeof scope !== 'string') return null;
  if (!Number.isInteger(iat) || !Number.isInteger(exp)) return null;
  if (typeof jti !== 'string' || !ID.test(jti) || typeof body !== 'string') return null;
  if (sub !== undefined && typeof sub !== 'string') return null;
  if (!Array.isArray(roles) || !roles.every(isRole)) return null;
  const scopes = scope.split(' ').filter((each) => each !== '');
  return {
    request: {
      ...{ issuer: iss, scopes, roles, subject: sub ?? null },
      ...(typeof name === 'string' && { name }),
    },
    ...{ audience: aud, issuedAt: Number(iat), expiresAt: Number(exp), id: jti, bodyHash: body },
  };
}

function isRole(value: unknown): value is SignedRequest['roles'][number] {
  if (typeof value !== 'object' || value === null) return false;
  const { role, organisation, member } = value as Json;
  return (
    typeof role === 'string' &&
    (organisation === null || typeof organisation === 'string') &&
    (member === undefined || typeof member === 'string')
  );
}
