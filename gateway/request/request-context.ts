import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { acceptedLanguage } from '../../subgraphs/shared/http/accepted-language.js';
import type { Logger } from '../../subgraphs/shared/process/logger.js';
import { Coverage } from './coverage.js';
import { Deadline } from './deadline.js';
import type { GatewayContext } from './gateway-context.js';

const ACCEPTED = 'application/graphql-response+json, application/json;q=0.9';

const REQUEST_ID = /^[\w.:-]{1,128}$/;

export interface RequestContextOptions {
  readonly deadlineMs: number;
  /** Lower-case names. */
  readonly forwardHeaders: readonly string[];
  readonly log: Logger;
}

/** What is sent on under a name. Of all languages the one in which texts are, which is all that any process can make of them. */
function forwarded(
  name: string,
  given: IncomingHttpHeaders,
  requestId: string,
): string | string[] | null | undefined {
  switch (name) {
    case 'x-request-id':
      return requestId;
    case 'accept-language':
      return acceptedLanguage(given[name]);
    default:
      return given[name];
  }
}

/** Makes what belongs to one request, at its arrival: from then on its deadline counts. @param address - From where it is asked. */
export function createRequestContext(
  { headers: given }: IncomingMessage,
  address: string,
  { deadlineMs, forwardHeaders, log }: RequestContextOptions,
): GatewayContext {
  const deadline = new Deadline(deadlineMs);
  const wanted = given['x-request-id'];
  const requestId = typeof wanted === 'string' && REQUEST_ID.test(wanted) ? wanted : randomUUID();
  const headers: Record<string, string> = { accept: ACCEPTED };
  for (const name of forwardHeaders) {
    const value = forwarded(name, given, requestId);
    if (typeof value === 'string') headers[name] = value;
  }
  let child: Logger | null = null;
  return {
    requestId,
    headers,
    caller: null,
    address,
    retryAfterSeconds: null,
    operation: { name: null },
    deadline,
    coverage: new Coverage(),
    subgraphsAsked: new Set(),
    get log() {
      child ??= log.child({ requestId });
      return child;
    },
  };
}
