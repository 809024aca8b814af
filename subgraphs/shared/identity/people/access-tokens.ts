import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { Sender } from '../../owners/sender.js';
import { systemClock, type Clock } from '../../process/clock.js';
import type { Logger } from '../../process/logger.js';
import type { Closable } from '../../process/process.js';
import type { Caller } from '../caller.js';
import { claimAt, grantsOf } from './grants.js';
import type { IdentityFile, Issuer } from './identity-file.js';
import { IssuerKeys, ProviderDown } from './issuer-keys.js';
import { refuse, type TokenRefusal } from './token-refusal.js';

/** By how much the clocks of a provider and of this machine may differ. */
const CLOCK_TOLERANCE_S = 60;
/** Node.js reads 16 kB of headers. */
const LONGEST_TOKEN = 12_000;
const LONGEST_SUBJECT = 300;
/** A name that is longer is none. */
const LONGEST_NAME = 200;
/** After that a token is taken no more, whenever it is to end. */
const LONGEST_LIFE_S = 86_400;
/** Verified tokens that are kept, and how much memory for them. */
const MOST_TOKENS = 10_000;
const MOST_BYTES = 16_000_000;
const LARGEST_ANSWER_BYTES = 200_000;

/** Who sent a token, or why it is not taken. */
export type TokenVerdict =
  | { readonly kind: 'caller'; readonly caller: Caller }
  | { readonly kind: 'refused'; readonly refusal: TokenRefusal };

export interface AccessTokensOptions {
  /** Null where no issuer is known: then no token is taken. */
  readonly identity: IdentityFile | null;
  readonly log: Logger;
  /** Tokens live by the machine's clock, never by one that is stopped. */
  readonly clock?: Clock;
  /** How often an issuer may be asked for a key that it had not. */
  readonly cooldownMs?: number;
  /** Milliseconds that only grow. */
  readonly elapsedMs?: () => number;
  /** How much memory verified tokens may take. */
  readonly mostBytes?: number;
}

interface KnownIssuer {
  readonly settings: Issuer;
  readonly keys: IssuerKeys;
}

interface Verified {
  readonly caller: Caller;
  readonly keys: IssuerKeys;
  /** Of these keys, when the token was verified with one of them. */
  readonly version: number;
  readonly endsAtMs: number;
}

/**
 * Verifies access tokens (RFC 9068) of the issuers that the identity file names. A token that was verified is known again
 * without a look at its signature until it ends, or its issuer shows other keys than then; also while its issuer is down.
 */
export class AccessTokens implements Closable {
  readonly #issuers: ReadonlyMap<string, KnownIssuer>;
  readonly #sender = new Sender({ largestAnswerBytes: LARGEST_ANSWER_BYTES });
  readonly #clock: Clock;
  readonly #verified: LRUCache<string, Verified>;

  constructor({ identity, log, clock = systemClock, mostBytes, ...limits }: AccessTokensOptions) {
    this.#clock = clock;
    this.#verified = new LRUCache({
      ...{ max: MOST_TOKENS, maxSize: mostBytes ?? MOST_BYTES },
      sizeCalculation: bytesOf,
    });
    this.#issuers = new Map(
      (identity?.issuers ?? []).map((settings) => [
        settings.issuer,
        {
          settings,
          keys: new IssuerKeys({ issuer: settings, sender: this.#sender, log, ...limits }),
        },
      ]),
    );
  }

  /** @param authorization - The request's header of that name. Never rejects. */
  async verify(authorization: string): Promise<TokenVerdict> {
    const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1];
    if (token === undefined || token.length > LONGEST_TOKEN) {
      return refused(refuse('malformed', 'Wanted "Authorization: Bearer TOKEN".'));
    }
    // The token itself is a secret: it is not kept.
    const digest = createHash('sha256').update(token).digest('base64');
    const known = this.#verified.get(digest);
    if (known && (await this.#isGood(known))) return { kind: 'caller', caller: known.caller };
    this.#verified.delete(digest);
    const outcome = await this.#read(token);
    if ('reason' in outcome) return refused(outcome);
    this.#verified.set(digest, outcome);
    return { kind: 'caller', caller: outcome.caller };
  }

  async close(): Promise<void> {
    await this.#sender.close();
  }

  async #isGood({ endsAtMs, keys, version }: Verified): Promise<boolean> {
    return this.#clock.now().getTime() < endsAtMs && (await keys.version()) === version;
  }

  async #read(token: string): Promise<Verified | TokenRefusal> {
    const issuer = this.#issuerOf(token);
    if ('reason' in issuer) return issuer;
    const { settings, keys } = issuer;
    const version = await keys.version();
    let claims: JWTPayload;
    try {
      const { payload } = await jwtVerify(token, (header) => keys.find(header), {
        issuer: settings.issuer,
        audience: settings.audience,
        typ: 'at+jwt',
        algorithms: settings.algorithms,
        clockTolerance: CLOCK_TOLERANCE_S,
        currentDate: this.#clock.now(),
        requiredClaims: ['exp', 'iat', 'sub'],
      });
      claims = payload;
    } catch (error) {
      return refusalOf(error, settings);
    }
    const { sub, iat = 0, exp = 0 } = claims;
    // jose sees to it that it is there, and not to what it is.
    if (!isSubject(sub)) return refuse('malformed', NO_ACCESS_TOKEN);
    const now = this.#clock.now().getTime();
    if ((iat - CLOCK_TOLERANCE_S) * 1_000 > now) return NOT_YET_VALID;
    const endsAtMs = (Math.min(exp, iat + LONGEST_LIFE_S) + CLOCK_TOLERANCE_S) * 1_000;
    if (endsAtMs <= now) return TOO_OLD;
    const grants = grantsOf(claims, settings);
    if ('reason' in grants) return grants;
    const name = claimAt(claims, settings.nameClaim);
    return {
      caller: {
        issuer: settings.issuer,
        subject: sub,
        name: isName(name) ? name : null,
        grants,
      },
      ...{ keys, version, endsAtMs },
    };
  }

  /** What can be said of a token before any key is looked for. */
  #issuerOf(token: string): KnownIssuer | TokenRefusal {
    let alg: unknown;
    let iss: unknown;
    try {
      ({ alg } = decodeProtectedHeader(token));
      ({ iss } = decodeJwt(token));
    } catch {
      return refuse('malformed', NO_ACCESS_TOKEN);
    }
    if (alg === 'none') return refuse('unsigned', 'Wanted a token that is signed.');
    const issuer = typeof iss === 'string' ? this.#issuers.get(iss) : undefined;
    if (!issuer) return refuse('wrong-issuer', this.#wantedIssuer());
    if (issuer.settings.algorithms.some((each) => each === alg)) return issuer;
    const wanted = issuer.settings.algorithms.join(', ');
    return refuse('wrong-algorithm', `Wanted a token that is signed with one of ${wanted}.`);
  }

  #wantedIssuer(): string {
    const known = [...this.#issuers.keys()].slice(0, 5).join(' or ');
    return known === ''
      ? 'Wanted no token: this hub knows no identity provider.'
      : `Wanted a token of ${known}.`;
  }
}

const NO_ACCESS_TOKEN =
  'Wanted a JWT access token with "iss", "aud", "exp", "iat" and "sub" (RFC 9068).';
const NOT_YET_VALID = refuse('not-yet-valid', 'The token is not valid yet.');
const EXPIRED = refuse('expired', 'The token has ended: sign in again.');
const TOO_OLD = refuse('too-old', 'The token was made more than 24 h ago: sign in again.');

const isSubject = (sub: unknown): sub is string => isText(sub, LONGEST_SUBJECT);
const isName = (name: unknown): name is string => isText(name, LONGEST_NAME);

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longest;
}

/** About what is kept of a token: an object of each role, and what all have. */
function bytesOf({ caller }: Verified): number {
  return 500 + 3 * JSON.stringify(caller).length;
}

function refused(refusal: TokenRefusal): TokenVerdict {
  return { kind: 'refused', refusal };
}

/** In our words what jose found. */
function refusalOf(error: unknown, { issuer, audience }: Issuer): TokenRefusal {
  if (error instanceof ProviderDown) {
    return refuse(
      'provider-down',
      `The identity provider ${issuer} cannot be reached to verify this token: try again later.`,
    );
  }
  if (error instanceof errors.JWTExpired) return EXPIRED;
  if (error instanceof errors.JWTClaimValidationFailed) return refusalOfClaim(error, audience);
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return refuse('wrong-signature', `The signature is not one of ${issuer} over this token.`);
  }
  if (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return refuse('unknown-key', `The issuer ${issuer} has no key with the "kid" of this token.`);
  }
  return refuse('malformed', NO_ACCESS_TOKEN);
}

function refusalOfClaim(
  { claim, reason }: errors.JWTClaimValidationFailed,
  audience: string,
): TokenRefusal {
  if (reason === 'missing') return refuse('malformed', NO_ACCESS_TOKEN);
  switch (claim) {
    case 'aud':
      return refuse('wrong-audience', `Wanted a token for the audience "${audience}".`);
    case 'nbf':
      return NOT_YET_VALID;
    case 'typ':
      return refuse(
        'wrong-type',
        'Wanted an access token with "typ": "at+jwt" (RFC 9068), no other JWT.',
      );
    default:
      return refuse('malformed', NO_ACCESS_TOKEN);
  }
}
