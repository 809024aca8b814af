import {
  getArgumentValues,
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Limits } from '../../subgraphs/shared/network-file/limits.js';
import { inlineFragments, type Variables } from '../documents/fetch-document.js';
import { collectFields, isIncluded, type SelectedField } from '../documents/selected-fields.js';

interface PaidField {
  readonly selected: SelectedField;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Root fields of one operation that cost something: all of a mutation, and of a query those that a secret may open. */
export class OperationCost {
  readonly #paid: readonly PaidField[];
  readonly #isMutation: boolean;

  /** @param document - Valid. */
  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.#isMutation = operation.operation === OperationTypeNode.MUTATION;
    const type = schema.getRootType(operation.operation);
    const { selectionSet } = inlineFragments(document, operation);
    const fields = type ? collectFields(schema, type.name, [{ selectionSet, conditions: [] }]) : [];
    this.#paid = fields.flatMap((selected) => {
      const field = type?.getFields()[selected.name];
      const isPaid =
        field && (this.#isMutation || field.args.some(({ name }) => name === 'secret'));
      return isPaid ? [{ selected, field }] : [];
    });
  }

  /** Whether it costs nothing, whatever its variables. */
  get isFree(): boolean {
    return this.#paid.length === 0;
  }

  /** @param given - As the client sent them; where they do not fit nothing is carried out, and a command costs as one without legs. */
  points(given: Variables, costs: Limits['rates']['costs']): number {
    const definitions = this.operation.variableDefinitions ?? [];
    const variables = getVariableValues(this.schema, definitions, given).coerced ?? {};
    return this.#paid
      .filter(({ selected }) => isIncluded(selected, variables))
      .map((paid) => this.#pointsOf(argumentsOf(paid, variables), costs))
      .reduce((sum, points) => sum + points, 0);
  }

  #pointsOf(
    { input, secret }: Readonly<Record<string, unknown>>,
    costs: Limits['rates']['costs'],
  ): number {
    if (this.#isMutation) return costs.command + costs.leg * legsIn(input);
    return secret == null ? 0 : costs.secretLookUp;
  }
}

/** How many legs a command orders; a series counts as one. */
function legsIn(input: unknown): number {
  const { legs, leg, serviceId } = Object(input) as Readonly<Record<string, unknown>>;
  if (Array.isArray(legs)) return legs.length;
  return typeof leg === 'object' || serviceId !== undefined ? 1 : 0;
}

function argumentsOf(
  { field, selected: { selections } }: PaidField,
  variables: Variables,
): Readonly<Record<string, unknown>> {
  const [selection] = selections;
  if (!selection) return {};
  try {
    return getArgumentValues(field, selection.node, variables);
  } catch (error) {
    if (error instanceof GraphQLError) return {};
    throw error;
  }
}
