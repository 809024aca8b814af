import { badUserInput, publicError } from '../../../../schema/errors.js';
import type { Said, Sentence } from './say.js';

const SAID = new WeakMap<Error, Said>();

/** `publicError` with a sentence of ours, which whoever catches the error can tell in any language. */
export function saidError(
  code: Parameters<typeof publicError>[0],
  said: Said,
  extensions: Readonly<Record<string, unknown>> = {},
): Error {
  return noted(publicError(code, String(said), extensions), said);
}

/** Refuses an argument. @param argument - Which one it was, dots between levels: `input.cpv.0`. */
export function badInput(said: Said, argument: string): Error {
  return noted(badUserInput(String(said), argument), said);
}

/** What an error says. */
export function saidBy(error: Error): Sentence {
  return SAID.get(error) ?? error.message;
}

function noted(error: Error, said: Said): Error {
  SAID.set(error, said);
  return error;
}
