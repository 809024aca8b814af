import {
  getArgumentValues,
  getVariableValues,
  GraphQLError,
  Kind,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { isCooperativeId, ownerOf } from '../subgraphs/shared/ids.js';
import { compileValue, isObject, Mismatch, type Reader, type Reading } from './check-answer.js';
import type { ContractSchema } from './contract-schema.js';
import { withDefaults, type FetchDocument, type Variables } from './fetch-document.js';
import { collectFields, isIncluded, sourcesOf, type SelectedField } from './selected-fields.js';
import type { Envelope, FetchError } from './subgraph-errors.js';
import { cooperativeError, leftOutErrors } from './address-errors.js';
import { chooseAliases, writeOperation, type WrittenOperation } from './write-operation.js';

/** One root field's checked answer. */
export interface RootAnswer {
  readonly value: unknown;
  readonly errors: readonly FetchError[];
}

/** Which cooperative a root field concerns: the first owned id in `input.id`, else `input.cooperative`. */
function ownerOfInput(input: unknown): string | null {
  if (!isObject(input)) return null;
  const ids: unknown[] = [input['id']].flat();
  for (const id of ids) {
    const owner = typeof id === 'string' ? ownerOf(id) : null;
    if (owner !== null) return owner;
  }
  const cooperative = input['cooperative'];
  return typeof cooperative === 'string' && isCooperativeId(cooperative) ? cooperative : null;
}

/** One root field of a fetch, sent to its owner as a document of its own. */
export class RootField {
  readonly #written = new Map<string, WrittenOperation & { readonly read: Reader }>();

  constructor(
    private readonly contract: ContractSchema,
    private readonly document: FetchDocument,
    private readonly type: GraphQLObjectType,
    private readonly selected: SelectedField,
  ) {}

  get key(): string {
    return this.selected.key;
  }

  /** Whether the client wants it, by `@skip` and `@include`. */
  isIncluded(variables: Variables): boolean {
    return isIncluded(this.selected, withDefaults(this.document, variables));
  }

  /** The value of `__typename` when that is what is asked; else null. */
  get typename(): string | null {
    return this.selected.name === '__typename' ? this.type.name : null;
  }

  /** Evaluates the arguments, literals and variables alike. Null when they name no cooperative. */
  findOwner(variables: Variables): string | null {
    const [selection] = this.selected.selections;
    const { schema } = this.contract;
    const definitions = this.document.operation.variableDefinitions ?? [];
    const { coerced } = getVariableValues(schema, definitions, variables);
    if (!selection || !coerced) return null;
    try {
      return ownerOfInput(getArgumentValues(this.#field, selection.node, coerced)['input']);
    } catch (error) {
      if (error instanceof GraphQLError) return null;
      throw error;
    }
  }

  /** @param unknown - Fields that the endpoint does not know. */
  write(unknown: ReadonlySet<string>): WrittenOperation & { readonly read: Reader } {
    const variant = [...unknown].join(' ');
    let written = this.#written.get(variant);
    if (!written) {
      written = this.#compile(unknown);
      this.#written.set(variant, written);
    }
    return written;
  }

  /** The JSON text of the request. */
  body({ query, variables: used }: WrittenOperation, variables: Variables): string {
    const given = Object.entries(variables).filter(([name]) => used.has(name));
    return JSON.stringify({ query, variables: Object.fromEntries(given) });
  }

  /** Checks an owner's answer. @throws Mismatch */
  read(read: Reader, owner: string, variables: Variables, { data, errors }: Envelope): RootAnswer {
    const { key } = this;
    const given = withDefaults(this.document, variables);
    const reading: Reading = { owner, variables: given, path: [key], leftOut: [] };
    const value = read(data?.[key], reading);
    const reported = errors.map((error) =>
      cooperativeError(owner, error, error.path?.[0] === key ? error.path : [key]),
    );
    return { value, errors: [...leftOutErrors(reading), ...reported] };
  }

  get #field(): GraphQLField<unknown, unknown> {
    const field = this.type.getFields()[this.selected.name];
    if (!field) throw new Error(`The contract has no root field ${this.selected.name}.`);
    return field;
  }

  #compile(dropped: ReadonlySet<string>): WrittenOperation & { readonly read: Reader } {
    const selections = this.selected.selections.map(({ node }) => node);
    const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
    const operation = { ...this.document.operation, selectionSet };
    const aliases = chooseAliases(operation);
    const options = { contract: this.contract, dropped, typenameAlias: aliases.typename };
    const fieldId = `${this.type.name}.${this.selected.name}`;
    const read = compileValue(options, this.#field.type, sourcesOf(this.selected));
    return {
      ...writeOperation(this.contract, operation, aliases, dropped),
      read: (value, reading) => {
        if (dropped.has(fieldId)) {
          reading.leftOut.push({ path: [...reading.path], field: fieldId });
          return null;
        }
        if (value === undefined) throw new Mismatch('an answer', value, reading.path);
        return read(value, reading);
      },
    };
  }
}

/** The root fields of a fetch, in document order. */
export function rootFieldsOf(contract: ContractSchema, document: FetchDocument): RootField[] {
  const { operation, selectionSet } = document.operation;
  const type = contract.schema.getRootType(operation);
  if (!type) throw new Error(`The contract has no ${operation} type.`);
  return collectFields(contract.schema, type.name, [{ selectionSet, conditions: [] }]).map(
    (selected) => new RootField(contract, document, type, selected),
  );
}
