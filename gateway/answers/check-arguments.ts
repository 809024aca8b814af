import {
  getVariableValues,
  Kind,
  validate,
  ValuesOfCorrectTypeRule,
  type VariableDefinitionNode,
} from 'graphql';
import type { ContractSchema } from '../documents/contract-schema.js';
import { withDefaults, type FetchDocument, type Variables } from '../documents/fetch-document.js';
import type { Cause } from './subgraph-errors.js';

const REPRESENTATIONS = 'representations';

/**
 * Judges what the caller gave before any owner is asked: an owner would refuse the whole question for it, as it does for
 * what an older endpoint does not know.
 */
export class ArgumentCheck {
  readonly #refusedLiteral: Cause | null;
  readonly #definitions: readonly VariableDefinitionNode[];

  constructor(
    private readonly contract: ContractSchema,
    private readonly document: FetchDocument,
  ) {
    const { operation } = document;
    const definitions = operation.variableDefinitions ?? [];
    this.#definitions = definitions.filter(
      ({ variable }) => variable.name.value !== REPRESENTATIONS,
    );
    const whole = { kind: Kind.DOCUMENT, definitions: [operation] } as const;
    const [error] = validate(contract.schema, whole, [ValuesOfCorrectTypeRule]);
    this.#refusedLiteral = error ? refusal(error) : null;
  }

  /** Null when nothing is wrong with what was given. */
  refuse(variables: Variables): Cause | null {
    if (this.#refusedLiteral) return this.#refusedLiteral;
    if (this.#definitions.length === 0) return null;
    const given = withDefaults(this.document, variables);
    const { errors } = getVariableValues(this.contract.schema, this.#definitions, given);
    return errors?.[0] ? refusal(errors[0]) : null;
  }
}

function refusal({ message }: { readonly message: string }): Cause {
  return { code: 'BAD_USER_INPUT', message, extensions: {} };
}
