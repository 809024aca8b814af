import { CommandError } from '../bson/errors.js';

/** Operators of filters that MongoDB has and this store has not. */
const unimplemented = new Set([
  '$alwaysFalse',
  '$alwaysTrue',
  '$bitsAllClear',
  '$bitsAllSet',
  '$bitsAnyClear',
  '$bitsAnySet',
  '$expr',
  '$geoIntersects',
  '$geoWithin',
  '$jsonSchema',
  '$sampleRate',
  '$within',
]);

/** What wants an index of a kind that this store never has. */
const near = new Set(['$geoNear', '$near', '$nearSphere']);

/**
 * MongoDB's refusal of an operator that is not in this store.
 * @param otherwise - What MongoDB calls it when it does not know it either.
 */
export function refusedOperator(name: string, otherwise: string): CommandError {
  if (unimplemented.has(name)) {
    return new CommandError(238, `The operator ${name} is not implemented in the embedded store`);
  }
  if (near.has(name)) return new CommandError(291, 'unable to find index for $geoNear query');
  switch (name) {
    case '$text':
      return new CommandError(27, 'text index required for $text query');
    case '$where':
      return new CommandError(2, 'no globalScriptEngine in $where parsing');
    default:
      return new CommandError(2, `${otherwise}: ${name}`);
  }
}
