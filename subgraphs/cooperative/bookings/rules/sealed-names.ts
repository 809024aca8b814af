import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const NONCE_BYTES = 16;
/** With the nonce and a dot it makes 55 characters: a local id has 64 at most. */
const TAG_BYTES = 24;
const SEALED = /^([\w-]{22})\.[\w-]{32}$/;

/** Gives a resource, by its local id, the name by which one answer tells of it. */
export type Seal = (resource: string) => string;

/**
 * Names for one answer: local ids of which only the cooperative can tell whose they are, and that nobody else can tell from those of another
 * answer.
 * @param secret - The cooperative's.
 */
export function createSeal(secret: string): Seal {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url');
  return (resource) => sealed(secret, nonce, resource);
}

/** Which of these resources a name was given to; null where it was given to none of them. @param name - Whatever came. */
export function findSealed(
  secret: string,
  name: string,
  resources: readonly string[],
): string | null {
  const nonce = SEALED.exec(name)?.[1];
  if (nonce === undefined) return null;
  const came = Buffer.from(name);
  const isOf = (resource: string) =>
    timingSafeEqual(Buffer.from(sealed(secret, nonce, resource)), came);
  return resources.find(isOf) ?? null;
}

function sealed(secret: string, nonce: string, resource: string): string {
  const mac = createHmac('sha256', secret).update(`${nonce} ${resource}`).digest();
  return `${nonce}.${mac.toString('base64url', 0, TAG_BYTES)}`;
}
