import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
} from 'graphql';
import { leafReader } from './check-leaf.js';
import { Mismatch, type ReaderOptions, type Reading, type Row } from './reading.js';
import type { SelectedField } from '../documents/selected-fields.js';
import { USER_ERROR } from '../documents/write-operation.js';
import { userErrorWords } from './user-error-words.js';

/** The contract's sentence for this code leaves to the message what the owner alone knows. */
const MALFORMED =
  'The input is malformed or contradicts itself. Its owner’s own endpoint says what was wanted and what came.';

type ReadUserError = (copy: Row, value: Readonly<Row>, reading: Reading) => Row;

/**
 * Puts the contract's own words in the place of the owner's: the message is that of the code, in the caller's language, and the
 * path names parts of the input only.
 */
export function userErrorReader(
  { contract, aliases, input }: ReaderOptions,
  fields: readonly { readonly field: SelectedField; readonly key: string }[],
): ReadUserError {
  const type = contract.schema.getType(`${USER_ERROR}Code`);
  if (!isEnumType(type)) throw new Error(`The contract has no enum ${USER_ERROR}Code.`);
  const readCode = leafReader(type);
  const keysOf = (name: string): string[] =>
    fields.filter(({ field }) => field.name === name).map(({ key }) => key);
  const messages = keysOf('message');
  const paths = keysOf('field');
  return (copy, value, reading) => {
    const given = value[aliases.code];
    const code = readCode(given);
    if (typeof code !== 'string') {
      throw new Mismatch(`a value of the enum ${type.name}`, given, [...reading.path, 'code']);
    }
    const english =
      code === 'BAD_USER_INPUT' ? MALFORMED : (type.getValue(code)?.description ?? code);
    const sentence = userErrorWords(code, reading.language) ?? english;
    for (const key of messages) if (key in copy) copy[key] = sentence;
    for (const key of paths) {
      if (Array.isArray(copy[key])) copy[key] = partOfInput(input, copy[key]);
    }
    return copy;
  };
}

/** As much of a path as leads through the input; null when it leads nowhere. */
function partOfInput(input: GraphQLInputType | null, path: readonly unknown[]): string[] | null {
  const part: string[] = [];
  let type = input && getNullableType(input);
  for (const step of path) {
    if (typeof step !== 'string') break;
    const field = isInputObjectType(type) ? type.getFields()[step] : undefined;
    if (field) type = getNullableType(field.type);
    else if (isListType(type) && /^\d{1,6}$/.test(step)) type = getNullableType(type.ofType);
    else break;
    part.push(step);
  }
  return part.length > 0 ? part : null;
}
