import Negotiator from 'negotiator';

export const JSON_RESPONSE = 'application/json; charset=utf-8';
const GRAPHQL_RESPONSE = 'application/graphql-response+json; charset=utf-8';

/** The former where a client has no preference. */
const OFFERED = [JSON_RESPONSE, GRAPHQL_RESPONSE];

/**
 * Which form of an answer a client wants, by RFC 9110 12.5.1. Of two that it likes as much, the one that it names more
 * exactly, then the one that it names first.
 * @param accept - The header; where it is missing, or holds nothing of the form of a media range, everything is accepted.
 * @returns Null where neither is acceptable.
 */
export function chooseMediaType(accept: string | undefined): string | null {
  if (accept === undefined || !accept.includes('/')) return JSON_RESPONSE;
  return new Negotiator({ headers: { accept } }).mediaType(OFFERED) ?? null;
}
