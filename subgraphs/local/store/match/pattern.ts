import type { BSONRegExp } from 'bson';
import { CommandError } from '../bson/errors.js';

/**
 * Where MongoDB's patterns (PCRE2 with UTF, without Unicode properties for `\s`) and JavaScript's differ, what to write in
 * JavaScript: its `.`, `^` and `$` know more ends of line, its `\s` more spaces, and its `$` no newline before the end.
 */
const spaces = '\\t\\n\\v\\f\\r ';
const lineEnd = '(?![^\\n])';
const lineStart = '(?<![^\\n])';
const textEnd = '(?=\\n?(?![\\s\\S]))';

/** Escapes that mean the same in both. */
const sharedEscapes = /^[dDwWbBtnrfpPcx]$/;

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
  const source = translate(pattern, flags.has('m'), flags.has('s'));
  try {
    return new RegExp(source, flags.has('i') ? 'iu' : 'u');
  } catch {
    throw new CommandError(51091, `Regular expression is invalid: ${pattern}`);
  }
}

function translate(pattern: string, isMultiline: boolean, isDotAll: boolean): string {
  let source = '';
  let isInClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === '\\') {
      at += 1;
      source += translateEscape(pattern.charAt(at), isInClass);
    } else if (isInClass) {
      isInClass = character !== ']';
      source += character;
    } else if (character === '[') {
      if (/^\[\^?\]/.test(pattern.slice(at))) throw notImplemented('a class that begins with ]');
      isInClass = true;
      source += character;
    } else if (character === '.') source += isDotAll ? '[\\s\\S]' : '[^\\n]';
    else if (character === '^') source += isMultiline ? lineStart : '^';
    else if (character === '$') source += isMultiline ? lineEnd : textEnd;
    else source += character;
  }
  return source;
}

function translateEscape(escaped: string, isInClass: boolean): string {
  if (escaped === 's') return isInClass ? spaces : `[${spaces}]`;
  if (escaped === 'S' && !isInClass) return `[^${spaces}]`;
  if (sharedEscapes.test(escaped) || syntaxCharacters.test(escaped)) return `\\${escaped}`;
  if (escaped === '-' && isInClass) return '\\-';
  if (escaped === '' || /[a-zA-Z0-9]/.test(escaped)) throw notImplemented(`\\${escaped}`);
  return escaped;
}

function notImplemented(what: string): CommandError {
  return new CommandError(
    238,
    `Regular expressions with ${what} are not implemented in the embedded store`,
  );
}
