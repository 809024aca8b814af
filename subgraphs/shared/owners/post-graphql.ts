import type { TimeLimit } from '../process/time-limit.js';
import { NotGraphql, readGraphqlAnswer } from './graphql-answer.js';
import {
  isRedirect,
  type Answered,
  type AnswerHead,
  type GraphqlOutcome,
  type HttpAnswer,
  type Misread,
  type Unread,
} from './outcome.js';
import type { Sender } from './sender.js';

export interface GraphqlRequest {
  /** The endpoint's full address. */
  readonly url: string;
  /** JSON text. */
  readonly body: string;
  /** Lower-case names; the content type needs none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** From now to the last byte of the answer. */
  readonly limit: TimeLimit;
  /** Answers of other ones are not read. Left out: all but redirects, for GraphQL errors may come with any status. */
  readonly statuses?: readonly number[];
}

/** Posts a question to a GraphQL endpoint and believes nothing of what comes. Never rejects, if the address is one. */
export async function postGraphql(
  sender: Sender,
  { url, body, headers, limit, statuses }: GraphqlRequest,
): Promise<GraphqlOutcome> {
  const isRead = (status: number): boolean => statuses?.includes(status) ?? !isRedirect(status);
  const outcome = await sender.send<Unread>(
    {
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...headers },
      body,
      limit,
    },
    (head) => (isRead(head.status) ? refuse(head) : { kind: 'status', status: head.status }),
  );
  if (outcome.kind === 'refused') return outcome.refusal;
  return outcome.kind === 'answer' ? readBody(outcome) : outcome;
}

/** Why an answer with a status that is read is not read all the same. */
function refuse({ status, headers }: AnswerHead): Unread | null {
  const contentType = String(headers['content-type'] ?? '');
  const [type = ''] = contentType.split(';', 1);
  const isJson = /^application\/(graphql-response\+)?json$/i.test(type.trim());
  const isEncoded = (headers['content-encoding'] ?? 'identity') !== 'identity';
  if (isJson && !isEncoded) return null;
  const mediaType = isJson ? null : nameOf(type.trim());
  return { kind: 'no-plain-json', status, contentType, mediaType, isEncoded };
}

/** What proxies and frameworks answer in the place of GraphQL. Any other name is whatever the process made up. */
const FAMILIAR =
  /^(text\/(html|plain|xml|csv|event-stream)|application\/(xml|octet-stream|problem\+json)|multipart\/mixed)$/i;

function nameOf(mediaType: string): string {
  if (mediaType === '') return 'no content type';
  return FAMILIAR.test(mediaType) ? mediaType.toLowerCase() : 'another content type';
}

function readBody({ status, body }: HttpAnswer): Answered | Misread {
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    return { kind: 'broken-json', status };
  }
  try {
    return { kind: 'answer', status, answer: readGraphqlAnswer(json) };
  } catch (error) {
    if (!(error instanceof NotGraphql)) throw error;
    return { kind: 'not-graphql', status, reason: error.message, json };
  }
}
