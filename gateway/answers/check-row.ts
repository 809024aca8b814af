import { isOwnedRow, type ContractSchema } from '../documents/contract-schema.js';
import { isNonNullType, isObjectType, type GraphQLOutputType } from 'graphql';
import { isObject } from '../../subgraphs/shared/owners/graphql-answer.js';
import { Mismatch, type Path } from './reading.js';
import { collectFields, sourcesOf, type SelectedField } from '../documents/selected-fields.js';
import type { KeyAliases } from '../documents/write-operation.js';

/** Checks that a command's payload has the row that the command was about. @param id - That of the input. @throws Mismatch */
export type CheckRow = (payload: unknown, id: unknown, at: Path) => void;

/** The check of one command's payload; its own rows are asked for their id by `writeOperation`. */
export function payloadRowCheck(
  { schema, ownedTypes }: ContractSchema,
  type: GraphQLOutputType,
  selected: SelectedField,
  aliases: KeyAliases,
): CheckRow {
  const payload = isNonNullType(type) ? type.ofType : type;
  if (!isObjectType(payload)) return () => undefined;
  const keys = collectFields(schema, payload.name, sourcesOf(selected))
    .filter(({ name }) => isOwnedRow(payload.getFields()[name]?.type, ownedTypes))
    .map(({ key }) => key);
  return (value, id, at) => {
    if (!isObject(value) || typeof id !== 'string') return;
    for (const key of keys) {
      const row = value[key];
      if (!isObject(row) || row[aliases.id] === id) continue;
      throw new Mismatch(`the row ${id}`, row[aliases.id], [...at, key]);
    }
  };
}
