import { typeAliasOf, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';

/** What is known while one document is changed. */
export interface UpdateContext {
  /** The document's `_id` as messages show it. */
  readonly idText: string;
  readonly isInsert: boolean;
  /** Milliseconds since 1970, for `$currentDate`. */
  readonly nowMs: number;
}

/** Results of a modifier that are not values. */
export const REMOVE = Symbol('remove');
export const KEEP = Symbol('keep');

/** Turns a field's value (undefined when missing) into its new value. */
export type Transform = (
  current: Value | undefined,
  context: UpdateContext,
  path: string,
) => Value | typeof REMOVE | typeof KEEP;

export interface Modifier {
  readonly transform: Transform;
  /** False for modifiers that leave a missing path missing. */
  readonly creates: boolean;
}

/** @throws CommandError 2, or the one that MongoDB has for the modifier, when it meets something else than an array. */
export function requireArray(
  current: Value,
  path: string,
  context: UpdateContext,
  code = 2,
): Value[] {
  if (Array.isArray(current)) return current;
  throw new CommandError(
    code,
    `The field '${path}' must be an array but is of type ${typeAliasOf(current)} in document {_id: ${context.idText}}`,
  );
}
