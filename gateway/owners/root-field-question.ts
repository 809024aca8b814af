import {
  getArgumentValues,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type GraphQLField,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { isCooperativeId, ownerOf } from '../../subgraphs/shared/words/ids.js';
import type { TextLanguage } from '../../subgraphs/shared/words/localized.js';
import {
  isObject,
  type AnswerError,
  type GraphqlAnswer,
} from '../../subgraphs/shared/owners/graphql-answer.js';
import { AddressedErrors, addressValue } from './address-errors.js';
import { MOST_VARIANTS } from './compiled-bytes.js';
import { compileValue } from '../answers/check-answer.js';
import { payloadRowCheck, type CheckRow } from '../answers/check-row.js';
import type { ContractSchema } from '../documents/contract-schema.js';
import { withDefaults, type FetchDocument, type Variables } from '../documents/fetch-document.js';
import {
  collectFields,
  isIncluded,
  sourcesOf,
  type SelectedField,
} from '../documents/selected-fields.js';
import { findLack } from '../documents/lacks.js';
import { believe } from './owner-words.js';
import { Mismatch, type Reader, type Reading } from '../answers/reading.js';
import { SelectedObject } from './selected-object.js';
import { isOwnFailure, type Cause, type FetchError } from '../answers/subgraph-errors.js';
import { findUnknown } from './unknown-fields.js';
import {
  chooseAliases,
  lacksOfOperation,
  possibleLacks,
  writeOperation,
  type WrittenOperation,
} from '../documents/write-operation.js';

/** One root field's checked answer. */
export interface RootAnswer {
  readonly value: unknown;
  readonly errors: readonly FetchError[];
  /** Why something of it is missing; that an owner refuses a caller is an answer. */
  readonly failures: readonly Cause[];
}

/** The document of a root field, and how its answer is read. */
export interface WrittenRootField extends WrittenOperation {
  readonly read: Reader;
  readonly checkRow: CheckRow;
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
  /** Compiled for what endpoints do not know, each once. */
  readonly #variants = new LRUCache<string, WrittenRootField, ReadonlySet<string>>({
    max: MOST_VARIANTS,
    memoMethod: (_key, _stale, { context: lacking }) => this.#compile(lacking),
  });
  readonly #operation: OperationDefinitionNode;
  readonly #possibleLacks: ReadonlySet<string>;
  readonly #root: SelectedObject;

  constructor(
    private readonly contract: ContractSchema,
    private readonly document: FetchDocument,
    private readonly type: GraphQLObjectType,
    private readonly selected: SelectedField,
  ) {
    const selections = selected.selections.map(({ node }) => node);
    const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
    this.#operation = { ...document.operation, selectionSet };
    this.#possibleLacks = possibleLacks(contract, this.#operation);
    this.#root = new SelectedObject(contract.schema, type, [{ selectionSet, conditions: [] }]);
  }

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
    return ownerOfInput(this.#inputOf(variables));
  }

  #inputOf(variables: Variables): unknown {
    const [selection] = this.selected.selections;
    const { schema } = this.contract;
    const definitions = this.document.operation.variableDefinitions ?? [];
    const { coerced } = getVariableValues(schema, definitions, variables);
    if (!selection || !coerced) return null;
    try {
      return getArgumentValues(this.#field, selection.node, coerced)['input'];
    } catch (error) {
      if (error instanceof GraphQLError) return null;
      throw error;
    }
  }

  /** @param unknown - What the endpoint does not know, by the names of `lacks.ts`. */
  write(unknown: ReadonlySet<string>): WrittenRootField {
    const lacking = lacksOfOperation(this.#possibleLacks, unknown);
    return this.#variants.memo([...lacking].join(' '), { context: lacking });
  }

  /** What an owner that refused it does not know, by the names of `lacks.ts`. */
  unknownBy({ query }: WrittenOperation, errors: readonly AnswerError[]): string[] {
    return findUnknown(this.contract, query, errors);
  }

  /** The JSON text of the request. */
  body({ query, variables: used }: WrittenOperation, variables: Variables): string {
    const given = Object.entries(variables).filter(([name]) => used.has(name));
    return JSON.stringify({ query, variables: Object.fromEntries(given) });
  }

  /**
   * Checks an owner's answer. What is null has an error that says why: at its place, at the field, or our own.
   * @param language - In which the hub's own words are wanted; null where that is all the same.
   * @throws Mismatch
   */
  read(
    { read, checkRow }: WrittenRootField,
    owner: string,
    variables: Variables,
    { data, errors }: Pick<GraphqlAnswer, 'data' | 'errors'>,
    language: TextLanguage | null,
  ): RootAnswer {
    const { key } = this;
    const at = [key];
    const given = withDefaults(this.document, variables);
    const reading: Reading = {
      ...{ owner, variables: given, language },
      ...{ path: [key], leftOut: [], unsaid: [] },
    };
    const came = data?.[key];
    const isNull = came === null || (came === undefined && errors.length > 0);
    const value = isNull ? null : read(came, reading);
    const input = this.#inputOf(variables);
    if (isObject(input)) checkRow(came, input['id'], at);
    if (value === null && errors.length === 0 && reading.leftOut.length === 0) {
      throw new Mismatch('an answer or an error', value, at);
    }
    const addressed = new AddressedErrors(owner);
    addressed.addLeftOut(reading, (message) => `${message} Nothing was changed.`);
    const isOwn = ({ path }: AnswerError): boolean => path?.[0] === key;
    const own = errors.filter(isOwn);
    const other = errors.find((error) => !isOwn(error));
    const subject = { id: null, isCommand: this.isCommand, isCertain: other === undefined };
    const place = this.#root.find(key);
    const open = other ? believe(owner, other, { ...subject, place }) : null;
    if (isObject(value) && place?.below) {
      const { unsaid } = reading;
      const report = { value, at, selected: place.below, errors: own, unsaid, subject };
      const isExplained = addressValue(addressed, owner, report, open);
      if (open && !isExplained) addressed.add(at, open);
    } else if (value === null) {
      const [first] = own;
      const cause = first ? believe(owner, first, { ...subject, place }) : open;
      if (cause) addressed.add(at, cause);
    }
    return { value, errors: addressed.all, failures: addressed.failures.filter(isOwnFailure) };
  }

  /** Whether it may change something. */
  get isCommand(): boolean {
    return this.#operation.operation === OperationTypeNode.MUTATION;
  }

  /** The answer of an owner whose endpoint does not know it. */
  readVoid(written: WrittenRootField, owner: string, variables: Variables): RootAnswer {
    const nothing = { data: { [this.key]: undefined }, errors: [] };
    return this.read(written, owner, variables, nothing, null);
  }

  get #field(): GraphQLField<unknown, unknown> {
    const field = this.type.getFields()[this.selected.name];
    if (!field) throw new Error(`The contract has no root field ${this.selected.name}.`);
    return field;
  }

  #compile(dropped: ReadonlySet<string>): WrittenRootField {
    const { contract } = this;
    const aliases = chooseAliases(this.#operation);
    const input = this.#field.args.find(({ name }) => name === 'input')?.type ?? null;
    const read = compileValue(
      { contract, dropped, aliases, input },
      this.#field.type,
      sourcesOf(this.selected),
    );
    const [selection] = this.selected.selections;
    const lack = selection ? findLack(dropped, this.type.name, selection.node) : null;
    return {
      ...writeOperation(contract, this.#operation, aliases, dropped),
      checkRow: payloadRowCheck(contract, this.#field.type, this.selected, aliases),
      read: (value, reading) => {
        if (lack !== null) {
          reading.leftOut.push({ path: [...reading.path], lack });
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
