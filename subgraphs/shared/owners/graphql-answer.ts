import type { SourceLocation } from 'graphql';

// An answer of a foreign GraphQL server, taken apart by its form alone: every stack words its errors in its own way and gives
// them codes of its own, or none.

/** A place in an answer: response keys, and positions in lists. */
export type AnswerPath = readonly (string | number)[];

/** An error that came with an answer. */
export interface AnswerError {
  /** The owner's own words: for the operator's log, never to leave the hub. */
  readonly message: string;
  /** Null where it names no place. Positions are numbers, also where a stack writes them as text. */
  readonly path: AnswerPath | null;
  /** Where in the text that was asked; empty where it points nowhere. */
  readonly locations: readonly SourceLocation[];
  /** The owner's own words too. */
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What is in `data` is not judged yet. */
export interface GraphqlAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  /** Not empty when `data` is null. */
  readonly errors: readonly AnswerError[];
  /**
   * Whether the request as a whole was refused: no data, and no error that names a place in it. Nothing was carried out then
   * (GraphQL, October 2021, 7.1.2).
   */
  readonly isRequestError: boolean;
  /** What the endpoint adds of its own; empty where it adds nothing. */
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What came is no GraphQL answer. The message completes the sentence `"karhu" …` and quotes nothing that came. */
export class NotGraphql extends Error {
  constructor(wanted: string, got: unknown, path: AnswerPath) {
    super(
      `answered wrongly at ${path.join('.') || 'the top'}: wanted ${wanted}, got ${kindOf(got)}`,
    );
  }
}

/** More are no help to anybody. */
const MOST_ERRORS = 5_000;
const MOST_LOCATIONS = 10;

/** What a value is, in our words: nothing of the value itself. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string') return value === '' ? 'an empty text' : 'another text';
  return { number: 'a number', boolean: 'a boolean' }[typeof value as string] ?? 'an object';
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the outermost shape of an answer. @throws NotGraphql */
export function readGraphqlAnswer(body: unknown): GraphqlAnswer {
  if (!isObject(body)) throw new NotGraphql('an object', body, []);
  const { data = null, errors: given = null, extensions } = body;
  if (data !== null && !isObject(data)) throw new NotGraphql('an object', data, ['data']);
  if (given !== null && !Array.isArray(given)) throw new NotGraphql('a list', given, ['errors']);
  if (given !== null && given.length > MOST_ERRORS) {
    throw new NotGraphql(`at most ${MOST_ERRORS} errors`, given, ['errors']);
  }
  const errors = (given ?? []).map(readError);
  if (data === null && errors.length === 0) throw new NotGraphql('data or errors', body, []);
  const isRequestError = data === null && errors.every(({ path }) => path === null);
  return { data, errors, isRequestError, extensions: isObject(extensions) ? extensions : {} };
}

function readError(error: unknown, index: number): AnswerError {
  const at = ['errors', index];
  if (!isObject(error)) throw new NotGraphql('an error', error, at);
  const { message, path = null, locations, extensions } = error;
  if (typeof message !== 'string') throw new NotGraphql('a text', message, [...at, 'message']);
  return {
    message,
    path: path === null ? null : readPath(path, [...at, 'path']),
    locations: Array.isArray(locations)
      ? locations.slice(0, MOST_LOCATIONS).filter(isLocation).map(toLocation)
      : [],
    extensions: isObject(extensions) ? extensions : {},
  };
}

/** The code of many stacks for a document that does not fit their schema; some of them point nowhere. */
const OF_VALIDATION = 'GRAPHQL_VALIDATION_FAILED';

/** Whether an error of a refused request finds fault with its document. */
export function isOfDocument({ locations, extensions }: AnswerError): boolean {
  return locations.length > 0 || extensions['code'] === OF_VALIDATION;
}

/** No response key begins with a digit, so digits are a position, whoever wrote them as text. */
function readPath(path: unknown, at: AnswerPath): AnswerPath | null {
  if (!Array.isArray(path)) throw new NotGraphql('a path', path, at);
  const parts = path.map((part: unknown) => {
    if (typeof part === 'string') return /^\d{1,9}$/.test(part) ? Number(part) : part;
    if (Number.isSafeInteger(part) && Number(part) >= 0) return Number(part);
    throw new NotGraphql('a path', path, at);
  });
  return parts.length === 0 ? null : parts;
}

const isOrdinal = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 1;

function isLocation(value: unknown): value is SourceLocation {
  return isObject(value) && isOrdinal(value['line']) && isOrdinal(value['column']);
}

const toLocation = ({ line, column }: SourceLocation): SourceLocation => ({ line, column });
