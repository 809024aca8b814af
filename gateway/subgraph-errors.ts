import type { ErrorCodeName } from '../schema/error-codes.js';
import { isObject, Mismatch, type Path, type Row } from './check-answer.js';

/** Codes that mean to the client what they mean behind the gateway; any other fault is the answering process's own. */
const PASSED_ON: ReadonlySet<string> = new Set<ErrorCodeName>([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'GONE',
  'CONFLICT',
  'DOWNSTREAM_SERVICE_ERROR',
  'GATEWAY_TIMEOUT',
]);

/** Facts that a passed-on error keeps, when they are short texts. */
const KEPT_EXTENSIONS: readonly string[] = ['argument', 'withdrawnAt'];
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

/** An error that came with an answer. */
export interface ReportedError extends Cause {
  /** Its place in the answer; null where it names none. */
  readonly path: Path | null;
  /** The text as it came; never shown. */
  readonly rawMessage: string;
}

function isPath(value: unknown): value is Path {
  return (
    Array.isArray(value) &&
    value.every((part) => typeof part === 'string' || (Number.isInteger(part) && part >= 0))
  );
}

/** Facts that are for the gateway alone: `http` would set this answer's status and headers. */
const DROPPED_EXTENSIONS: readonly string[] = ['code', 'http', 'stacktrace', 'serviceName'];

/** The facts beside the code; of an untrusted process only those that are known to be harmless. */
function keptExtensions(given: Readonly<Row>, isTrusted: boolean): Row {
  const isKept = ([key, fact]: [string, unknown]): boolean =>
    isTrusted
      ? !DROPPED_EXTENSIONS.includes(key)
      : KEPT_EXTENSIONS.includes(key) && typeof fact === 'string' && fact.length <= LONGEST_TEXT;
  return Object.fromEntries(Object.entries(given).filter(isKept));
}

function readError(error: unknown, index: number, { name, isTrusted }: Answerer): ReportedError {
  const at = ['errors', index];
  if (!isObject(error)) throw new Mismatch('an error', error, at);
  const { message, path = null, extensions } = error;
  if (typeof message !== 'string') throw new Mismatch('a text', message, [...at, 'message']);
  if (path !== null && !isPath(path)) throw new Mismatch('a path', path, [...at, 'path']);
  const given = isObject(extensions) ? extensions : {};
  const code = given['code'];
  return typeof code === 'string' && PASSED_ON.has(code)
    ? {
        code: code as ErrorCodeName,
        message: message.slice(0, LONGEST_TEXT),
        path,
        extensions: keptExtensions(given, isTrusted),
        rawMessage: message,
      }
    : { ...failureOf(name, 'failed here'), path, rawMessage: message };
}

/** Says of a process that it failed. @param problem - Completes the sentence `"karhu" …`. */
export function failureOf(
  name: string,
  problem: string,
  code: ErrorCodeName = 'DOWNSTREAM_SERVICE_ERROR',
): Cause {
  return { code, message: `"${name}" ${problem}.`, extensions: {} };
}

/** Who answers, and whether it is one of our own processes. */
interface Answerer {
  readonly name: string;
  readonly isTrusted: boolean;
}

/** A GraphQL answer taken apart; what is in `data` is not judged yet. */
export interface Envelope {
  readonly data: Readonly<Row> | null;
  /** Not empty when `data` is null. */
  readonly errors: readonly ReportedError[];
}

/**
 * Reads the outermost shape of an answer. Errors keep their message when their code is one that is passed on; else
 * they say no more than that the process failed.
 * @throws Mismatch when it is no GraphQL answer.
 */
export function readEnvelope(body: unknown, answerer: Answerer): Envelope {
  if (!isObject(body)) throw new Mismatch('an object', body, []);
  const { data = null, errors } = body;
  if (data !== null && !isObject(data)) throw new Mismatch('an object', data, ['data']);
  if (errors !== undefined && errors !== null && !Array.isArray(errors)) {
    throw new Mismatch('a list', errors, ['errors']);
  }
  const reported = (errors ?? []).map((error: unknown, index) => readError(error, index, answerer));
  if (data === null && reported.length === 0) throw new Mismatch('data or errors', data, []);
  return { data, errors: reported };
}
