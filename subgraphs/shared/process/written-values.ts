/** Letters of a text in the log, which may be a client's or an owner's. */
const LONGEST_TEXT = 200;
const MOST_MEMBERS = 100;
const DEEPEST = 5;
const MOST_FRAMES = 10;
/** Of an error: what caused it, and what caused that. */
const MOST_CAUSES = 3;

/** A text as it stands in the log. */
export function cutText(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}

/** The fields of a line as they stand in the log: no text, list or object of theirs is larger than somebody reads. */
export function cutValues(fields: Record<string, unknown>): Record<string, unknown> {
  return cut(fields, 0) as Record<string, unknown>;
}

function cut(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cutText(value);
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  if (depth === DEEPEST) return '…';
  if (Array.isArray(value)) return value.slice(0, MOST_MEMBERS).map((each) => cut(each, depth + 1));
  if ('toJSON' in value) return value;
  // What is no plain data, such as a connection, holds more than anybody wants to read.
  if (!isPlain(value)) return `[${value.constructor.name}]`;
  const entries = Object.entries(value).slice(0, MOST_MEMBERS);
  return Object.fromEntries(entries.map(([name, each]) => [cutText(name), cut(each, depth + 1)]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** What the log has of an error. */
interface WrittenError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  /** Where it was thrown, without its message. */
  readonly stack: readonly string[];
  readonly cause?: unknown;
}

/**
 * An error as it stands in the log. What else libraries hang on errors is left out: the document that a database refused, or the
 * constants that every `DOMException` has.
 */
export function writeError(error: unknown): unknown {
  return error instanceof Error ? written(error, MOST_CAUSES) : cut(error, 0);
}

function written(error: Error, causes: number): WrittenError {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return {
    type: cutText(error.name),
    message: cutText(error.message),
    ...((typeof code === 'string' || typeof code === 'number') && {
      code: typeof code === 'string' ? cutText(code) : code,
    }),
    stack: framesOf(error),
    ...(cause instanceof Error && causes > 0 && { cause: written(cause, causes - 1) }),
  };
}

/** Where an error was thrown, the innermost place first. Its message, which may look like places, is passed over. */
export function framesOf({ stack = '', message }: Error): readonly string[] {
  const at = message === '' ? -1 : stack.indexOf(message);
  const frames = (at < 0 ? stack : stack.slice(at + message.length)).split('\n');
  return frames
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, MOST_FRAMES)
    .map(cutText);
}
