import type { GraphQLFormattedError } from 'graphql';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, isValueNode } from 'graphql';
import { ERROR_CODES, type ErrorCodeName } from '../../../../schema/error-codes.js';
import { databaseFaultOf } from './database-fault.js';
import type { Logger } from '../logger.js';

/** Longer messages are cut: they repeat what a client sent, and are logged on their way. */
const LONGEST_MESSAGE = 500;

/** What graphql-js begins with; the value follows as `inspect` writes it, perhaps ` at "its.path"`, `; ` and what was wanted. */
const BEFORE = /^(Variable "\$\w+") got invalid value /;

const isOurs = (code: unknown): code is ErrorCodeName =>
  typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);

/**
 * `formatError` of every server: errors with a code of ours leave as they are, without a stack trace; all else is logged once and
 * leaves with nothing of its message, as what is wrong with the database or as INTERNAL_SERVER_ERROR. None repeats the value of a
 * variable.
 */
export function createErrorMask(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const extensions = { ...formatted.extensions };
    delete extensions['stacktrace'];
    const leave = (code: ErrorCodeName): GraphQLFormattedError => ({
      ...formatted,
      message: cut(withoutValues(formatted.message)),
      extensions: { ...extensions, code },
    });
    const code = extensions['code'];
    if (isOurs(code) && code !== 'INTERNAL_SERVER_ERROR') {
      // A scalar that refuses a literal does so while the document is validated; it is bad input all the same.
      const isBadLiteral = code === 'GRAPHQL_VALIDATION_FAILED' && 'argument' in extensions;
      return leave(isBadLiteral ? 'BAD_USER_INPUT' : code);
    }
    const cause = unwrapResolverError(error);
    if (cause instanceof GraphQLError && cause.extensions['code'] === undefined) {
      // Apollo Server gives some refused HTTP requests a status and no code, such as a hash that is not its document's.
      if ('http' in cause.extensions && cause.path === undefined) return leave('BAD_REQUEST');
      if (isAboutInput(cause, formatted)) return leave('BAD_USER_INPUT');
    }
    const fault = databaseFaultOf(cause);
    if (fault) log.warn({ err: cause, path: formatted.path }, 'The database does not do its work.');
    else log.error({ err: cause, path: formatted.path }, 'Unexpected error.');
    return {
      message: fault?.message ?? 'Something failed here. The operators can find it in the log.',
      ...(formatted.path && { path: formatted.path }),
      ...(formatted.locations && { locations: formatted.locations }),
      extensions: { code: fault?.code ?? 'INTERNAL_SERVER_ERROR' },
    };
  };
}

/**
 * graphql-js gives its refusals no code. Before anything is carried out it refuses variables; later, at the place of a value,
 * an argument that only then turns out to be null. Such a message names what the client sent only.
 */
function isAboutInput(
  { originalError, nodes }: GraphQLError,
  { path }: GraphQLFormattedError,
): boolean {
  if (originalError !== undefined) return false;
  return path === undefined || (nodes?.[0] !== undefined && isValueNode(nodes[0]));
}

function cut(text: string): string {
  return text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text;
}

/**
 * What graphql-js says of a variable that it refuses, without the value, which may be personal: where it was and what was wanted stay.
 * Codes, dates, numbers and names of enums stay too, so that a program's author sees what came.
 * @param message - Any; one of another kind is returned as it is.
 */
export function withoutValues(message: string): string {
  const [before, variable] = BEFORE.exec(message) ?? [];
  if (before === undefined || variable === undefined) return message;
  const end = endOfValue(message, before.length);
  const [place = ''] = / at "[^"]*"$/.exec(message.slice(before.length, end)) ?? [];
  return `${variable} got an invalid value${place}${withoutRepeated(message.slice(end))}`;
}

/** Where the value ends, which is written as in JavaScript: at the first `;` that is in no text of it. */
function endOfValue(message: string, start: number): number {
  let isInText = false;
  for (let at = start; at < message.length; at += 1) {
    const letter = message[at];
    if (letter === '"') isInText = !isInText;
    else if (letter === '\\' && isInText) at += 1;
    else if (letter === ';' && !isInText) return at;
  }
  return message.length;
}

/** What was wanted says again what came instead: `Int cannot represent non-integer value: "x"`. A number stays where one is wanted. */
function withoutRepeated(reason: string): string {
  const said = /^; (\w+|Enum "\w+") cannot represent [^:]*value(?=: )/.exec(reason);
  if (!said) return reason;
  const isNumber = ['Int', 'Float'].includes(said[1] ?? '');
  const came = reason.slice(said[0].length + 2);
  return isNumber && /^-?[\d.e+-]{1,30}$/.test(came) ? reason : `${said[0]}.`;
}
