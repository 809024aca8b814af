import { isObjectType, type GraphQLObjectType } from 'graphql';
import {
  isObject,
  type AnswerError,
  type GraphqlAnswer,
} from '../../subgraphs/shared/owners/graphql-answer.js';
import { addressRows } from './address-rows.js';
import { compileObject } from '../answers/check-answer.js';
import type { ContractSchema } from '../documents/contract-schema.js';
import {
  withDefaults,
  type FetchDocument,
  type Variables,
  type Representation,
} from '../documents/fetch-document.js';
import { entitySources } from '../documents/null-fields.js';
import { causeOfRefusal } from './owner-words.js';
import { Mismatch, type Reader, type Reading, type Row } from '../answers/reading.js';
import { SelectedObject } from './selected-object.js';
import {
  collectFields,
  isIncluded,
  type SelectedField,
  type Source,
} from '../documents/selected-fields.js';
import { UselessAnswer, type Cause, type FetchError } from '../answers/subgraph-errors.js';
import { findUnknown } from './unknown-fields.js';
import {
  chooseAliases,
  writeOperation,
  type KeyAliases,
  type WrittenOperation,
} from '../documents/write-operation.js';

/** One owner's checked answer: a row or null for each of its representations, and errors counted by those. */
export interface EntityAnswer {
  readonly rows: readonly (Row | null)[];
  readonly errors: readonly FetchError[];
  /** Why rows or fields are missing; that an owner refuses what the caller gave is an answer. */
  readonly failures: readonly Cause[];
}

/** An `_entities` fetch, compiled once for all endpoints that know the same fields. */
export class EntityFetch {
  readonly #written: WrittenOperation;
  readonly #aliases: KeyAliases;
  readonly #sources: readonly Source[];
  readonly #fieldsByType = new Map<string, readonly SelectedField[]>();
  readonly #readerByType = new Map<string, Reader<Row>>();
  readonly #selectedByType = new Map<string, SelectedObject>();
  readonly #bodyStart: string;

  /** @param dropped - What is not sent, by the names of `lacks.ts`. */
  constructor(
    private readonly contract: ContractSchema,
    private readonly document: FetchDocument,
    private readonly dropped: ReadonlySet<string>,
  ) {
    const { operation } = document;
    this.#aliases = chooseAliases(operation);
    this.#written = writeOperation(contract, operation, this.#aliases, dropped);
    this.#bodyStart = `{"query":${JSON.stringify(this.#written.query)},"variables":`;
    this.#sources = entitySources(document);
  }

  /** What was not sent. */
  get leftOut(): ReadonlySet<string> {
    return this.#written.leftOut;
  }

  /** Whether nothing is left of what was wanted. */
  get isVoid(): boolean {
    return this.#written.isVoid;
  }

  /** What an owner that refused it does not know, by the names of `lacks.ts`. */
  unknownBy(errors: readonly AnswerError[]): string[] {
    return findUnknown(this.contract, this.#written.query, errors);
  }

  /** The JSON text of the request. */
  body(variables: Variables, representations: readonly Representation[]): string {
    const given: Record<string, unknown> = { representations };
    for (const name of this.#written.variables) {
      if (name in variables) given[name] = variables[name];
    }
    return `${this.#bodyStart}${JSON.stringify(given)}}`;
  }

  /** The response keys that are null in the client's answer when an entity of this type could not be read. */
  keysOf(typename: string, variables: Variables): string[] {
    const given = withDefaults(this.document, variables);
    return this.#fieldsOf(typename)
      .filter((field) => field.name !== '__typename' && isIncluded(field, given))
      .map(({ key }) => key);
  }

  /**
   * Checks an owner's answer to its representations.
   * @param isPhoneOnly - Whether the owner is known to take no bookings over the network.
   * @throws Mismatch, UselessAnswer
   */
  read(
    owner: string,
    representations: readonly Representation[],
    variables: Variables,
    { data, errors }: Pick<GraphqlAnswer, 'data' | 'errors'>,
    isPhoneOnly = false,
  ): EntityAnswer {
    const list = data?.['_entities'];
    // With many stacks one row that fails can take all of them along.
    if (!list && errors.length > 0) throw new UselessAnswer(causeOfRefusal(owner, errors));
    if (!Array.isArray(list) || list.length !== representations.length) {
      throw new Mismatch(`a list of ${representations.length}`, list, ['_entities']);
    }
    const given = withDefaults(this.document, variables);
    const reading: Reading = {
      ...{ owner, isPhoneOnly, variables: given, language: null },
      ...{ path: [], leftOut: [], unsaid: [] },
    };
    const rows = representations.map((representation, index) => {
      reading.path.push('_entities', index);
      const row = this.#readRow(representation, list[index], reading);
      reading.path.length = 0;
      return row;
    });
    const keysOf = ({ __typename }: Representation): string[] => this.keysOf(__typename, variables);
    const selectedOf = ({ __typename }: Representation) => this.#selectedOf(__typename);
    const addressed = addressRows({
      owner,
      representations,
      rows,
      errors,
      reading,
      keysOf,
      selectedOf,
    });
    const failures = addressed.failures.filter(({ code }) => code !== 'BAD_USER_INPUT');
    return { rows, errors: addressed.all, failures };
  }

  /** The answer of an owner whose endpoint knows nothing of what was wanted. */
  readVoid(
    owner: string,
    representations: readonly Representation[],
    variables: Variables,
    isPhoneOnly = false,
  ): EntityAnswer {
    const rows = representations.map(({ __typename: typename, id }) => {
      const typenames = this.#fieldsOf(typename).filter(({ name }) => name === '__typename');
      return {
        ...Object.fromEntries(typenames.map(({ key }) => [key, typename])),
        [this.#aliases.typename]: typename,
        [this.#aliases.id]: id,
      };
    });
    const answer = { data: { _entities: rows }, errors: [] };
    return this.read(owner, representations, variables, answer, isPhoneOnly);
  }

  #readRow(
    { __typename: typename, id }: Representation,
    value: unknown,
    reading: Reading,
  ): Row | null {
    if (value === null) return null;
    if (!isObject(value)) throw new Mismatch('an object', value, reading.path);
    const { typename: typenameAlias, id: idAlias } = this.#aliases;
    if (value[typenameAlias] !== typename) {
      throw new Mismatch(`the type ${typename}`, value[typenameAlias], reading.path);
    }
    if (value[idAlias] !== id) throw new Mismatch(`the row ${id}`, value[idAlias], reading.path);
    return this.#readerOf(typename)(value, reading);
  }

  #typeOf(typename: string): GraphQLObjectType {
    const type = this.contract.schema.getType(typename);
    if (!isObjectType(type)) throw new Error(`The contract has no object type ${typename}.`);
    return type;
  }

  #selectedOf(typename: string): SelectedObject {
    let selected = this.#selectedByType.get(typename);
    if (!selected) {
      const { schema } = this.contract;
      selected = new SelectedObject(schema, this.#typeOf(typename), this.#sources);
      this.#selectedByType.set(typename, selected);
    }
    return selected;
  }

  #fieldsOf(typename: string): readonly SelectedField[] {
    let fields = this.#fieldsByType.get(typename);
    if (!fields) {
      fields = collectFields(this.contract.schema, typename, this.#sources);
      this.#fieldsByType.set(typename, fields);
    }
    return fields;
  }

  #readerOf(typename: string): Reader<Row> {
    let reader = this.#readerByType.get(typename);
    if (!reader) {
      const { contract, dropped } = this;
      const options = { contract, dropped, aliases: this.#aliases, input: null };
      reader = compileObject(options, this.#typeOf(typename), this.#sources);
      this.#readerByType.set(typename, reader);
    }
    return reader;
  }
}
