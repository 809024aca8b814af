import type { Doc } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';

/** Fields that drivers add to any command. */
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

/** Refuses fields that would be ignored. @throws CommandError 40415 */
export function checkFields(doc: Doc, known: ReadonlySet<string>, context: string): void {
  for (const name of doc.keys()) {
    if (!known.has(name)) {
      throw new CommandError(40415, `BSON field '${context}.${name}' is an unknown field.`);
    }
  }
}

/** The same for a whole command. @throws CommandError 40415 */
export function checkCommandFields(body: Doc, command: string, fields: readonly string[]): void {
  checkFields(body, new Set([...genericFields, command, ...fields]), command);
}
