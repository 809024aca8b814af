import { z } from 'zod';
import { ERROR_CODES, type ErrorCodeName } from '../../schema/error-codes.js';
import type { AnswerError, GraphqlAnswer } from '../../subgraphs/shared/owners/graphql-answer.js';
import type { OutdatedCopy } from '../request/coverage.js';
import type { Path, Row } from './reading.js';

/** Codes that say behind the gateway that its own question was wrong, or that a process failed: no client can correct that. */
const KEPT_BACK: ReadonlySet<string> = new Set<ErrorCodeName>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'BAD_REQUEST',
  'INTERNAL_SERVER_ERROR',
]);

/** Whether a code means to the client what it means behind the gateway; any other fault is the answering process's own. */
const isPassedOn = (code: unknown): code is ErrorCodeName =>
  typeof code === 'string' && Object.hasOwn(ERROR_CODES, code) && !KEPT_BACK.has(code);

const LONGEST_TEXT = 500;

/** An error as the gateway's executor takes it from a data source. */
export interface FetchError {
  readonly message: string;
  readonly path?: Path;
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: ErrorCodeName };
}

/** Why something is null, without its place. */
export interface Cause {
  readonly code: ErrorCodeName;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** An error that came with an answer of one of our own processes. */
export interface ReportedError extends Cause {
  /** Its place in the answer; null where it names none. */
  readonly path: Path | null;
  /** The text as it came; never shown. */
  readonly rawMessage: string;
}

/** Facts that are for the gateway alone: `http` would set this answer's status and headers. */
const DROPPED_EXTENSIONS: readonly string[] = ['code', 'http', 'stacktrace', 'serviceName'];

/** What an endpoint does that does so. */
export const REFUSES_SIGNATURE = 'does not take the signature of the gateway';

/** Whether an endpoint refuses the gateway's own signature, which says nothing about who asks the gateway. */
export function isSignatureRefused({ extensions: { code, reason } }: AnswerError): boolean {
  return code === 'UNAUTHENTICATED' && typeof reason === 'string';
}

function readError(name: string, error: AnswerError): ReportedError {
  const { message, path, extensions } = error;
  const { code } = extensions;
  if (isSignatureRefused(error)) {
    return { ...failureOf(name, REFUSES_SIGNATURE), path, rawMessage: message };
  }
  if (!isPassedOn(code)) {
    return { ...failureOf(name, 'failed here'), path, rawMessage: message };
  }
  const kept = Object.entries(extensions).filter(([fact]) => !DROPPED_EXTENSIONS.includes(fact));
  return {
    code,
    message: message.slice(0, LONGEST_TEXT),
    path,
    extensions: Object.fromEntries(kept),
    rawMessage: message,
  };
}

/** Says of a process that it failed. @param problem - Completes the sentence `"karhu" …`. */
export function failureOf(
  name: string,
  problem: string,
  code: ErrorCodeName = 'DOWNSTREAM_SERVICE_ERROR',
): Cause {
  return { code, message: `"${name}" ${problem}.`, extensions: {} };
}

/** An answer of which nothing is of use. */
export class UselessAnswer extends Error {
  constructor(readonly failure: Cause) {
    super(failure.message);
  }
}

/** Whether the process that answered, or one behind it, failed; else the caller has to do something else. */
export function isOwnFailure({ code }: Pick<Cause, 'code'>): boolean {
  return ERROR_CODES[code].fault === 'cooperative';
}

/** An answer of one of our own processes taken apart; what is in `data` is not judged yet. */
export interface Envelope {
  readonly data: Readonly<Row> | null;
  /** Not empty when `data` is null. */
  readonly errors: readonly ReportedError[];
  /** Which copies were out of date when the index answered, by id; null where the process says nothing of that. */
  readonly outdated: readonly OutdatedCopy[] | null;
  /** When whoever was refused for asking too much may come back; null where nobody was. */
  readonly retryAfterSeconds: number | null;
}

const OutdatedSchema = z.array(z.object({ id: z.string(), syncedAt: z.string().nullable() }));

const SecondsSchema = z.int().positive();

/**
 * Reads an answer of one of our own processes. Errors keep their message when their code is one that is passed on; else
 * they say no more than that the process failed.
 */
export function readEnvelope(name: string, { data, errors, extensions }: GraphqlAnswer): Envelope {
  const outdated = OutdatedSchema.safeParse(extensions['outdated']).data ?? null;
  const retryAfterSeconds = SecondsSchema.safeParse(extensions['retryAfterSeconds']).data ?? null;
  const read = errors.map((error) => readError(name, error));
  return { data, errors: read, outdated, retryAfterSeconds };
}
