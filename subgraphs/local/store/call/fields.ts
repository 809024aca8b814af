import { CommandError } from '../bson/errors.js';
import { isTruthy } from '../match/match-operators.js';
import { isDoc, type Doc, type Value } from '../bson/value.js';
import { checkSimpleCollation } from '../state/index-spec.js';

/** Refuses the values of one field that this store does not do. */
type Refusal = (value: Value, field: string) => void;

/** The fields that a command or a statement may have, each with what is refused of it; every other one is refused. */
export type Fields = ReadonlyMap<string, Refusal>;

export function fields(known: Readonly<Record<string, Refusal>>): Fields {
  return new Map(Object.entries(known));
}

/** The command itself reads the field and judges its value. */
export const taken: Refusal = () => undefined;

/** Whatever its value, the answer is the same here as with MongoDB. */
export const withoutEffect: Refusal = () => undefined;

/** What MongoDB does when the flag is set is not done here. @throws CommandError 238 */
export const onlyFalse: Refusal = (value, field) => {
  if (isTruthy(value)) throw notImplemented(field);
};

/** What MongoDB does with the document is not done here. @throws CommandError 238 */
export const onlyEmpty: Refusal = (value, field) => {
  if (value !== null && !(isDoc(value) && value.size === 0)) throw notImplemented(field);
};

/** @throws CommandError 238 */
export const never: Refusal = (_value, field) => {
  throw notImplemented(field);
};

/** @throws CommandError 72 */
export const simpleCollation: Refusal = (value) => {
  checkSimpleCollation(value);
};

function notImplemented(field: string): CommandError {
  return new CommandError(238, `The field '${field}' is not implemented in the embedded store`);
}

/** Fields that drivers add to any command; `dispatch.ts` judges their values. */
const genericFields = new Set([
  '$db',
  '$clusterTime',
  '$readPreference',
  'apiDeprecationErrors',
  'apiStrict',
  'apiVersion',
  'autocommit',
  'comment',
  'lsid',
  'maxTimeMS',
  'readConcern',
  'startTransaction',
  'txnNumber',
  'writeConcern',
]);

/** Refuses fields that are not known, and of those that are what is not done here. @throws CommandError 40415, 238, 72 */
export function checkFields(doc: Doc, known: Fields, context: string): void {
  for (const [name, value] of doc) checkField(name, value, known, context);
}

/**
 * The same for a whole command.
 * @param sections - Names of the fields that came in sections of their own.
 * @throws CommandError 40413, 40415, 238, 72
 */
export function checkCommandFields(
  body: Doc,
  sections: Iterable<string>,
  command: string,
  known: Fields,
): void {
  for (const [name, value] of body) {
    if (name !== command && !genericFields.has(name)) checkField(name, value, known, command);
  }
  for (const name of sections) {
    checkField(name, [], known, command);
    if (body.has(name)) {
      throw new CommandError(40413, `BSON field '${command}.${name}' is a duplicate field`);
    }
  }
}

function checkField(name: string, value: Value, known: Fields, context: string): void {
  const refuse = known.get(name);
  if (refuse === undefined) {
    throw new CommandError(40415, `BSON field '${context}.${name}' is an unknown field.`);
  }
  refuse(value, `${context}.${name}`);
}
