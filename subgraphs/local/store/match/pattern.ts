import type { BSONRegExp } from 'bson';
import { CommandError } from '../bson/errors.js';

/**
 * Where MongoDB's patterns (PCRE2 with UTF, without Unicode properties for `\s`) and JavaScript's differ, what to write in
 * JavaScript: its `.`, `^` and `$` know more ends of line, its `\s` more spaces, its `$` no newline before the end, and its `^`
 * of a line one behind the last newline.
 */
const spaces = '\\t\\n\\v\\f\\r ';
const lineEnd = '(?![^\\n])';
const lineStart = '(?:^|(?<=\\n)(?=[\\s\\S]))';
const textEnd = '(?=\\n?(?![\\s\\S]))';

/** Escapes that mean the same in both. */
const sharedEscapes =
  /^(?:[dDwWbBtnrf]|c[A-Za-z]|x[0-9a-fA-F]{2}|[pP]\{(?:L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)\})/;

/** Escapes of kinds of characters, to which JavaScript adds the other case of each where case does not matter. */
const caselessDiffers = /^[wWbBpP]/;

/** How a group may begin; what looks behind may be of any length in JavaScript only. */
const groupStart = /^\((?:\?(?:[:=!]|<[A-Za-z_]\w{0,31}>)|(?![?*]))/;

const quantifier = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/;
const MAX_REPEATS = 65_535;

/** Escaped punctuation that JavaScript wants escaped as well. */
const syntaxCharacters = /^[\^$\\.*+?()[\]{}|/]$/;

/**
 * A pattern of MongoDB as one of JavaScript.
 * @throws CommandError 51091 for what is no pattern, 51108 for an unknown option, 238 for what JavaScript has not
 */
export function toRegExp({ pattern, options }: BSONRegExp): RegExp {
  const flags = new Set(options);
  flags.delete('u');
  for (const flag of flags) {
    if (flag === 'x') throw notImplemented('the option x');
    if (!'ims'.includes(flag)) {
      throw new CommandError(51108, `invalid flag in regex options: ${flag}`);
    }
  }
  const source = translate(pattern, flags);
  try {
    return new RegExp(source, flags.has('i') ? 'iu' : 'u');
  } catch {
    throw invalid(pattern);
  }
}

/** @throws CommandError 51091, 238 */
function translate(pattern: string, flags: ReadonlySet<string>): string {
  let source = '';
  let isInClass = false;
  for (let at = 0; at < pattern.length;) {
    const rest = pattern.slice(at);
    const character = rest.charAt(0);
    let taken = character;
    if (character === '\\') {
      taken = `\\${escapeAt(rest.slice(1))}`;
      source += translateEscape(taken.slice(1), isInClass, flags);
    } else if (isInClass) {
      if (/^\[[:.=]/.test(rest)) throw notImplemented('a named class');
      isInClass = character !== ']';
      source += character;
    } else if (character === '[') {
      if (/^\[\^?\]/.test(rest)) throw notImplemented('a class that begins with ]');
      isInClass = true;
      source += character;
    } else {
      taken = partAt(rest, pattern);
      source += translatePart(taken, flags);
    }
    at += taken.length;
  }
  return source;
}

/** What an escape is made of, behind its backslash. */
function escapeAt(rest: string): string {
  return sharedEscapes.exec(rest)?.[0] ?? rest.charAt(0);
}

/** The next group's beginning, quantifier or character outside of classes. @throws CommandError 51091, 238 */
function partAt(rest: string, pattern: string): string {
  if (rest.startsWith('(')) {
    const start = groupStart.exec(rest)?.[0];
    if (start === undefined) throw notImplemented(`a group like ${rest.slice(0, 4)}`);
    return start;
  }
  if (/^\{,\d/.test(rest)) throw notImplemented('{,');
  const repeated = quantifier.exec(rest);
  if (repeated === null) return rest.charAt(0);
  if (repeated.slice(1).some((count) => Number(count) > MAX_REPEATS)) throw invalid(pattern);
  const [text] = repeated;
  if (!text.endsWith('??') && rest.charAt(text.length) === '+') {
    throw notImplemented('a possessive quantifier');
  }
  return text;
}

function translatePart(part: string, flags: ReadonlySet<string>): string {
  const isMultiline = flags.has('m');
  switch (part) {
    case '.':
      return flags.has('s') ? '[\\s\\S]' : '[^\\n]';
    case '^':
      return isMultiline ? lineStart : '^';
    case '$':
      return isMultiline ? lineEnd : textEnd;
    case '{':
    case '}':
    case ']':
      return `\\${part}`;
    default:
      return part;
  }
}

/** @param escape - Without its backslash. @throws CommandError 238 */
function translateEscape(escape: string, isInClass: boolean, flags: ReadonlySet<string>): string {
  if (escape === 's') return isInClass ? spaces : `[${spaces}]`;
  if (escape === 'S' && !isInClass) return `[^${spaces}]`;
  if (flags.has('i') && caselessDiffers.test(escape) && !(escape === 'b' && isInClass)) {
    throw notImplemented(`\\${escape} where case does not matter`);
  }
  if (sharedEscapes.test(escape) || syntaxCharacters.test(escape)) return `\\${escape}`;
  if (escape === '-' && isInClass) return '\\-';
  if (escape === '' || /^[a-zA-Z0-9]/.test(escape)) throw notImplemented(`\\${escape}`);
  return escape;
}

function invalid(pattern: string): CommandError {
  return new CommandError(51091, `Regular expression is invalid: ${pattern}`);
}

function notImplemented(what: string): CommandError {
  return new CommandError(
    238,
    `Regular expressions with ${what} are not implemented in the embedded store`,
  );
}
