import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { chooseMediaType } from './media-type.js';
import { readBody } from './read-body.js';
import { RefusedRequest } from './refused-request.js';

const HASH = /^[0-9a-f]{64}$/;

/**
 * Reads a request for GraphQL and refuses what is none, before anything is carried out.
 * @param headerNames - Of the headers that Apollo Server is to see, beside the media type that was chosen.
 * @returns With the media type of the answer alone in `accept`.
 * @throws RefusedRequest
 */
export async function readGraphqlRequest(
  request: IncomingMessage,
  limitBytes: number,
  headerNames: readonly string[],
): Promise<HTTPGraphQLRequest> {
  const { method = 'GET', headers: given } = request;
  const mediaType = chooseMediaType(given.accept);
  if (mediaType === null) {
    const wanted = 'application/json or application/graphql-response+json';
    throw new RefusedRequest(406, `The answer comes as ${wanted}, and "accept" allows neither.`);
  }
  const headers = new HeaderMap([['accept', mediaType]]);
  for (const name of headerNames) {
    const value = given[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const body = method === 'POST' ? await readBody(request, limitBytes) : undefined;
  const search = method === 'POST' ? '' : searchOf(request);
  checkPersistedQuery(body === undefined ? searchedExtensions(search) : extensionsOf(body));
  return { method, headers, search, body };
}

/** What comes after the path. @throws RefusedRequest where it is no percent-encoded UTF-8 */
function searchOf({ url = '' }: IncomingMessage): string {
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

function extensionsOf(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('extensions' in body)) return null;
  return body.extensions;
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
