import { isObjectType, TypeInfo, visit, visitWithTypeInfo, type FieldNode } from 'graphql';
import type { AnswerError } from '../../subgraphs/shared/owners/graphql-answer.js';
import {
  findRefusedFields,
  type RefusedPart,
} from '../../subgraphs/shared/owners/refused-fields.js';
import type { ContractSchema } from '../documents/contract-schema.js';
import { argumentLack, fieldLack } from '../documents/lacks.js';

/** What an endpoint does not know is found in a few questions; the rest of a long list is found by the next one. */
const MOST_PLACES = 50;

/**
 * What an endpoint refused to be asked for, because it answers an older version of the contract. Believed of what stands
 * in the text alone.
 * @param query - What was sent.
 * @param errors - Of a request error.
 * @returns Names as in `lacks.ts`; empty when anything else is wrong with the question.
 */
export function findUnknown(
  contract: ContractSchema,
  query: string,
  errors: readonly AnswerError[],
): string[] {
  // Some say at the end that they stopped counting, which has no place.
  const placed = errors.filter(({ locations }) => locations.length > 0).slice(0, MOST_PLACES);
  const refused = placed.length > 0 ? findRefusedFields(query, placed) : null;
  if (!refused) return [];
  const typenames = new Map<FieldNode, string>();
  const typeInfo = new TypeInfo(contract.schema);
  visit(
    refused.document,
    visitWithTypeInfo(typeInfo, {
      Field: (node) => {
        const parent = typeInfo.getParentType();
        if (refused.fields.has(node) && parent) typenames.set(node, parent.name);
      },
    }),
  );
  const lacks = refused.parts.map((part) => lackOf(contract, part, typenames.get(part.field)));
  return lacks.every((lack) => lack !== null) ? [...new Set(lacks)] : [];
}

/** Null for what no endpoint may lack: the way to its rows, their types and keys. */
function lackOf(
  { schema, ownedTypes }: ContractSchema,
  part: RefusedPart,
  typename: string | undefined,
): string | null {
  const field = part.field.name.value;
  if (part.kind === 'fragment') {
    const named = part.fragment.typeCondition?.name.value ?? '';
    return isObjectType(schema.getType(named)) ? named : null;
  }
  if (typename === undefined || field.startsWith('_')) return null;
  if (field === 'id' && ownedTypes.has(typename)) return null;
  return part.kind === 'argument'
    ? argumentLack(typename, part.field, part.argument, part.isValue)
    : fieldLack(typename, part.field);
}
