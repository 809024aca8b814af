import { JsonWalk } from './json-walk.js';

/** Largest text that is read from anybody, in bytes of UTF-8. */
const LARGEST_BYTES = 5_000_000;
/** The same of a file that the operator names: an export holds the bookings of years. */
export const LARGEST_FILE_BYTES = 400_000_000;

/**
 * Reads JSON text; a byte order mark is skipped.
 * @throws Error with the line and column of what is not JSON, or of a key that is there twice.
 */
export function parseJsonText(json: string, largestBytes = LARGEST_BYTES): unknown {
  const bytes = Buffer.byteLength(json);
  if (bytes > largestBytes) {
    throw new Error(`wanted at most ${largestBytes} bytes, got ${bytes}`);
  }
  const text = json.startsWith('\uFEFF') ? json.slice(1) : json;
  new JsonWalk(text).check();
  return JSON.parse(text) as unknown;
}
