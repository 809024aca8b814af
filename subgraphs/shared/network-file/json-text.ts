import { JsonWalk } from './json-walk.js';

/** Largest file that is read, in bytes of UTF-8. */
const LARGEST_BYTES = 5_000_000;

/**
 * Reads JSON text; a byte order mark is skipped.
 * @throws Error with the line and column of what is not JSON, or of a key that is there twice.
 */
export function parseJsonText(json: string): unknown {
  const bytes = Buffer.byteLength(json);
  if (bytes > LARGEST_BYTES) {
    throw new Error(`wanted at most ${LARGEST_BYTES} bytes, got ${bytes}`);
  }
  const text = json.startsWith('\uFEFF') ? json.slice(1) : json;
  new JsonWalk(text).check();
  return JSON.parse(text) as unknown;
}
