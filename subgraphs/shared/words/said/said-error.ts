import { GraphQLError } from 'graphql';
import type { ErrorCodeName } from '../../../../schema/error-codes.js';
import type { Said } from './say.js';

/** An error that the client sees as it stands, as `publicError` has it: in English, and what it says, to be told in any language. */
export class SaidError extends GraphQLError {
  constructor(
    code: ErrorCodeName,
    readonly said: Said,
    extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(String(said), { extensions: { ...extensions, code } });
  }
}

/** Refuses an argument. @param argument - Which one it was, dots between levels: `input.cpv.0`. */
export function badInput(said: Said, argument: string): SaidError {
  return new SaidError('BAD_USER_INPUT', said, { argument });
}
