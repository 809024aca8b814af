import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { checkType } from './json-body.js';
import { chooseMediaType, JSON_RESPONSE } from './media-type.js';
import { RefusedRequest } from './refused-request.js';

const HASH = /^[0-9a-f]{64}$/;

/** What Apollo Server and its plugins here read of a request's headers, beside the media type of the answer. */
const HEADERS_READ = [
  'content-type',
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'apollo-federation-include-trace',
];

/** A request for GraphQL but for its body. */
export type RequestHead = Omit<HTTPGraphQLRequest, 'body'>;

/**
 * Reads the first line and the headers, and refuses what is no request for GraphQL by them, in this order: by the type that
 * the answer should have, by what comes after the path, by method, by the type of the body.
 * @returns With the media type of the answer alone in `accept`; without it where that is JSON, which then need not be chosen again.
 * @throws RefusedRequest
 */
export function readHead({ method = '', url = '', headers: given }: IncomingMessage): RequestHead {
  const mediaType = chooseMediaType(given.accept);
  if (mediaType === null) {
    const wanted = 'application/json or application/graphql-response+json';
    throw new RefusedRequest(406, `The answer comes as ${wanted}, and "accept" allows neither.`);
  }
  const headers = new HeaderMap();
  if (mediaType !== JSON_RESPONSE) headers.set('accept', mediaType);
  for (const name of HEADERS_READ) {
    const value = given[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  if (method === 'POST') {
    checkType(given);
    return { method, headers, search: '' };
  }
  const search = searchOf(url);
  checkPersistedQuery(searchedExtensions(search));
  if (method !== 'GET') {
    const message = 'Apollo Server supports only GET/POST requests.';
    throw new RefusedRequest(405, message, { allow: 'GET, POST' });
  }
  return { method, headers, search };
}

/**
 * Refuses a body that asks for what cannot be, or in too long a document.
 * @param body - As JSON says it.
 * @throws RefusedRequest
 */
export function checkBody(body: unknown, documentLimitBytes: number): void {
  if (typeof body !== 'object' || body === null) return;
  if ('query' in body && typeof body.query === 'string') {
    const bytes = Buffer.byteLength(body.query);
    if (bytes > documentLimitBytes) {
      const message = `The document must have at most ${documentLimitBytes} bytes, got ${bytes}: long values belong into variables.`;
      throw new RefusedRequest(413, message);
    }
  }
  if ('extensions' in body) checkPersistedQuery(body.extensions);
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

function searchedExtensions(search: string): unknown {
  const text = search === '' ? null : new URLSearchParams(search).get('extensions');
  return text === null ? null : parseExtensions(text);
}

/** What an address has as `extensions`. Null where they cannot be read, which Apollo Server says in its own words. */
export function parseExtensions(text: string): unknown {
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
