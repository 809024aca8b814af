import {
  getArgumentValues,
  getVariableValues,
  GraphQLError,
  Kind,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Caller } from '../../subgraphs/shared/identity/caller.js';
import { refuseUnasked } from '../../subgraphs/shared/identity/policy/refuse-unasked.js';
import { isOpenToAll, type Row } from '../../subgraphs/shared/identity/policy/rule.js';
import { findRow } from '../../subgraphs/shared/identity/policy/table.js';
import type { Refused } from '../../subgraphs/shared/identity/policy/decide.js';
import type { Variables } from '../documents/fetch-document.js';
import { collectFields, isIncluded, type SelectedField } from '../documents/selected-fields.js';

/** A root field that not everybody may ask for. */
interface GuardedField {
  readonly selected: SelectedField;
  readonly row: Row;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Why a root field is not asked for. */
export interface RefusedField {
  readonly key: string;
  readonly refused: Refused;
}

/** What the table says of the root fields of one operation. */
export class RootAccess {
  /** By response key, in document order. */
  readonly #fields: readonly SelectedField[];
  readonly #guarded: readonly GuardedField[];

  /** @param operation - Valid, and free of named fragments. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly operation: OperationDefinitionNode,
  ) {
    const type = schema.getRootType(operation.operation);
    if (!type) throw new Error(`The supergraph has no ${operation.operation} type.`);
    const { selectionSet } = operation;
    this.#fields = collectFields(schema, type.name, [{ selectionSet, conditions: [] }]);
    this.#guarded = this.#fields.flatMap((selected) => {
      const field = type.getFields()[selected.name];
      const row = findRow(`${type.name}.${selected.name}`);
      return field && row && !isOpenToAll(row) ? [{ selected, row, field }] : [];
    });
  }

  /**
   * The root fields that would be carried out and that the caller may not ask for.
   * @param given - As the client sent them; where they do not fit nothing is refused here, for nothing is carried out.
   */
  refuse(given: Variables, caller: Caller | null): RefusedField[] {
    if (this.#guarded.length === 0) return [];
    const variables = this.#coerce(given);
    return this.#guarded.flatMap(({ selected, row, field }) => {
      const args = variables && argumentsOf(field, selected, variables);
      if (!args) return [];
      const refused = refuseUnasked(row, { caller, process: null }, args);
      return refused ? [{ key: selected.key, refused }] : [];
    });
  }

  /** The response keys that are answered, in the order of the answer. */
  keys(given: Variables): string[] {
    const variables = this.#coerce(given) ?? {};
    return this.#fields.flatMap((field) => (isIncluded(field, variables) ? field.key : []));
  }

  /** The operation without some of its root fields; null where nothing is left. */
  without(keys: readonly string[]): OperationDefinitionNode | null {
    const selectionSet = withoutKeys(this.operation.selectionSet, keys);
    return selectionSet && { ...this.operation, selectionSet };
  }

  /** Null where what was given does not fit. */
  #coerce(given: Variables): Variables | null {
    const definitions = this.operation.variableDefinitions ?? [];
    return getVariableValues(this.schema, definitions, given).coerced ?? null;
  }
}

/** Null for a field that is not carried out: skipped, or given what does not fit. */
function argumentsOf(
  field: GuardedField['field'],
  selected: SelectedField,
  variables: Variables,
): Readonly<Record<string, unknown>> | null {
  const [selection] = selected.selections;
  if (!selection || !isIncluded(selected, variables)) return null;
  try {
    return getArgumentValues(field, selection.node, variables);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

function withoutKeys(
  { kind, selections }: SelectionSetNode,
  keys: readonly string[],
): SelectionSetNode | null {
  const left = selections.flatMap((node) => {
    switch (node.kind) {
      case Kind.FIELD:
        return keys.includes(node.alias?.value ?? node.name.value) ? [] : node;
      case Kind.INLINE_FRAGMENT: {
        const selectionSet = withoutKeys(node.selectionSet, keys);
        return selectionSet ? { ...node, selectionSet } : [];
      }
      case Kind.FRAGMENT_SPREAD:
        return node;
    }
  });
  return left.length === 0 ? null : { kind, selections: left };
}
