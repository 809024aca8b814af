import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { checkType } from './json-body.js';
import { RefusedRequest } from './refused-request.js';

const HASH = /^[0-9a-f]{64}$/;
const METHODS = 'GET, POST';

/**
 * Refuses what is no request for GraphQL by its first line and its headers, before its body is read.
 * @throws RefusedRequest
 */
export function checkHead({ method, url = '', headers }: IncomingMessage): void {
  if (method === 'POST') {
    checkType(headers);
    return;
  }
  const search = searchOf(url);
  checkPersistedQuery(searchedExtensions(search));
  if (method === 'GET') return;
  const message = 'Apollo Server supports only GET/POST requests.';
  throw new RefusedRequest(405, message, { allow: METHODS });
}

/** Refuses a body that asks for what cannot be. @param body - As JSON says it. @throws RefusedRequest */
export function checkBody(body: unknown): void {
  if (typeof body !== 'object' || body === null || !('extensions' in body)) return;
  checkPersistedQuery(body.extensions);
}

/** What comes after the path. @throws RefusedRequest where it is no percent-encoded UTF-8 */
function searchOf(url: string): string {
  const start = url.indexOf('?');
  if (start < 0) return '';
  const search = url.slice(start);
  if (!search.includes('%')) return search;
  const bytes = search.replaceAll(/%([0-9a-f]{2})/gi, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  // Else every wrong byte would be replaced, and what was not asked would be answered.
  if (!isUtf8(Buffer.from(bytes, 'latin1'))) {
    throw new RefusedRequest(400, 'The address must be UTF-8, percent-encoded.');
  }
  return search;
}

/** Null where they cannot be read, which Apollo Server says in its own words. */
function searchedExtensions(search: string): unknown {
  const text = search === '' ? null : new URLSearchParams(search).get('extensions');
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Apollo Server takes the hash for a text, whatever it is. @throws RefusedRequest */
function checkPersistedQuery(extensions: unknown): void {
  if (typeof extensions !== 'object' || extensions === null) return;
  if (!('persistedQuery' in extensions) || extensions.persistedQuery === null) return;
  const { version, sha256Hash } = Object(extensions.persistedQuery) as Record<string, unknown>;
  if (version === 1 && typeof sha256Hash === 'string' && HASH.test(sha256Hash)) return;
  const wanted = '{"version": 1, "sha256Hash": "…"} with 64 hexadecimal digits in lower case';
  throw new RefusedRequest(400, `"extensions.persistedQuery" must be ${wanted}.`);
}
