import {
  NotGraphql,
  readGraphqlAnswer,
  type AnswerError,
} from '../../shared/owners/graphql-answer.js';
import { readAtMost } from '../../shared/owners/read-at-most.js';
import { errors, type Dispatcher } from 'undici';
import { z } from 'zod';
import type { OwnerFailure, OwnerReply } from './owner-client.js';

// How an answer over HTTP is read. Nothing of its own words leaves here but what `read` makes of the data.

const LARGEST_ANSWER_BYTES = 5_000_000;
const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];

const ErrorCode = z.string().regex(/^[A-Z_]{1,40}$/);

/** An answer that says nothing of what was done. */
class Unusable extends Error {}

/** The text of an answer that is plain JSON and not too long. */
export async function readText({
  statusCode,
  headers,
  body,
}: Dispatcher.ResponseData): Promise<string> {
  const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
  const isJson = /^application\/(graphql-response\+)?json$/i.test(type.trim());
  const isEncoded = (headers['content-encoding'] ?? 'identity') !== 'identity';
  const isRedirect = statusCode >= 300 && statusCode < 400;
  if (!isJson || isEncoded || isRedirect) {
    body.on('error', () => undefined).destroy();
    throw new Unusable(`answered with status ${statusCode} and no plain JSON`);
  }
  const bytes = await readAtMost(body, LARGEST_ANSWER_BYTES);
  if (bytes === null) throw new Unusable('answered with too much');
  return bytes.toString('utf8');
}

/** What an answer says. @param read - Checks the data, and throws when they are malformed. */
export function readEnvelope<Data>(text: string, read: (data: unknown) => Data): OwnerReply<Data> {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new Unusable('answered with broken JSON');
  }
  const { data, errors: faults, isRequestError } = readGraphqlAnswer(answer);
  if (isRequestError) return readRefusal(faults);
  const isEmpty = !data || Object.values(data).every((value) => value === null);
  if (isEmpty && faults.length > 0) return { kind: 'refused', reason: reasonOf(faults) };
  try {
    return { kind: 'answer', data: read(data) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 500) : 'unreadable';
    throw new Unusable(`answered with malformed data: ${reason}`);
  }
}

/**
 * Why a request was refused before anything was done. Who points into the document finds fault with that, which stays the same: the
 * command, or a part of its input, is not known there. Anything else, such as a missing right or an overload, may pass.
 */
function readRefusal(faults: readonly AnswerError[]): OwnerFailure {
  return faults.some(({ locations }) => locations.length > 0)
    ? { kind: 'hopeless', reason: 'has a system that does not know this command' }
    : { kind: 'refused', reason: reasonOf(faults) };
}

function reasonOf([fault]: readonly AnswerError[]): string {
  return `answered with an error (${ErrorCode.safeParse(fault?.extensions['code']).data ?? 'no code'})`;
}

/** What the failure of a question leaves open. */
export function describeFailure(error: unknown, timeoutMs: number): OwnerFailure {
  if (error instanceof Unusable || error instanceof NotGraphql) {
    return { kind: 'unknown', reason: error.message, isAnswered: true };
  }
  if (error instanceof errors.ConnectTimeoutError) {
    return { kind: 'unreached', reason: 'could not be reached in time' };
  }
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  if (NOT_CONNECTED.includes(String(code)))
    return { kind: 'unreached', reason: 'could not be reached' };
  return name === 'TimeoutError'
    ? { kind: 'unknown', reason: `did not answer within ${timeoutMs} ms` }
    : { kind: 'unknown', reason: 'broke off the connection' };
}
