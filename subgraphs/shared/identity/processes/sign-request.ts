import { createHmac, hash, randomFillSync, sign } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { systemClock, type Clock } from '../../process/clock.js';
import type { Caller } from '../caller.js';
import { grantsFor } from './grants-for.js';
import { isHubProcess, type Scope } from './hub-processes.js';
import type { ProcessKey } from './process-key.js';
import { LONGEST_LIFE_S, TOKEN_TYPE } from './verify-request.js';

/** What is to be signed. */
export interface OutgoingRequest {
  /** Id of the endpoint that is asked: a cooperative's, `catalogue` or `booking`. */
  readonly audience: string;
  /** Of the cooperative that is asked; null or left out where it is not known. */
  readonly businessId?: string | null;
  /** What the request does there, and nothing more. */
  readonly scope: Scope;
  /** As it is sent; null for none. */
  readonly body: string | null;
  /** On whose behalf; null or left out for nobody's. */
  readonly caller?: Caller | null | undefined;
}

/** Says with each request who asks. */
export interface RequestSigner {
  /** Headers of one request; for another, with the same body too, others are made. */
  headersFor(request: OutgoingRequest): Readonly<Record<string, string>>;
}

/** Of a process without a key: it is answered with what is public. */
export const UNSIGNED: RequestSigner = { headersFor: () => ({}) };

/** Of remembered people: some ten thousand. */
const MOST_BYTES = 8 * 1024 * 1024;
/** What the cache itself takes for one, and what is made. */
const BYTES_PER_PERSON = 500;
const ID_OCTETS = 16;

const encode = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');

/** @param clock - The machine's own; never a network's, which may stand still. */
export function createSigner(key: ProcessKey, clock: Clock = systemClock): RequestSigner {
  const { kid, issuer: iss, privateKey } = key;
  const header = encode({ alg: 'EdDSA', kid, typ: TOKEN_TYPE });
  const people = new Pseudonyms(key.pseudonymSecret);
  const ids = new RandomIds();
  return {
    headersFor: ({ audience: aud, businessId = null, scope, body, caller = null }) => {
      const iat = Math.floor(clock.now().getTime() / 1_000);
      const claims = encode({
        iss,
        aud,
        iat,
        exp: iat + LONGEST_LIFE_S,
        jti: ids.next(),
        body: hash('sha256', body ?? '', 'base64url'),
        scope,
        ...(caller && {
          roles: grantsFor(aud, businessId, caller.grants),
          sub: people.of(caller, aud),
          ...(caller.name !== null && isHubProcess(aud) && { name: caller.name }),
        }),
      });
      const signed = `${header}.${claims}`;
      const signature = sign(null, Buffer.from(signed, 'latin1'), privateKey);
      return { authorization: `Bearer ${signed}.${signature.toString('base64url')}` };
    },
  };
}

/** How people are called at each endpoint: nobody but the hub can tell that two of these are one person. */
class Pseudonyms {
  readonly #remembered = new LRUCache<string, string>({
    maxSize: MOST_BYTES,
    sizeCalculation: (_made, who) => BYTES_PER_PERSON + 2 * who.length,
  });

  constructor(private readonly secret: Buffer | null) {}

  /** Undefined where the process has no secret to make them from. */
  of({ issuer, subject }: Caller, audience: string): string | undefined {
    if (this.secret === null) return undefined;
    const who = JSON.stringify([issuer, subject, audience]);
    const known = this.#remembered.get(who);
    if (known !== undefined) return known;
    const made = createHmac('sha256', this.secret).update(who).digest('base64url');
    this.#remembered.set(who, made);
    return made;
  }
}

/** Random ids, of which many are drawn at once: asking the system for one takes longer than making it. */
class RandomIds {
  readonly #pool = Buffer.alloc(ID_OCTETS * 256);
  #next = this.#pool.length;

  next(): string {
    if (this.#next === this.#pool.length) {
      randomFillSync(this.#pool);
      this.#next = 0;
    }
    this.#next += ID_OCTETS;
    return this.#pool.toString('base64url', this.#next - ID_OCTETS, this.#next);
  }
}
