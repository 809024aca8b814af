import { createHash } from 'node:crypto';
import { canonicalInput } from '../words/canonical-input.js';

/**
 * What is stored of an idempotency key: who reads the database can not repeat a command.
 * @param maker - Whose key it is, where the same one of another is another; null for the public's.
 */
export function hashKey(idempotencyKey: string, maker: string | null = null): string {
  return sha256(`${maker === null ? 'key' : `key of ${maker}`}\n${idempotencyKey}`);
}

/** Tells two commands apart. Equal for values that differ in the order of their fields alone. */
export function hashBody(body: unknown): string {
  return sha256(`body\n${canonicalInput(body)}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
