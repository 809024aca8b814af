import { isObjectType } from 'graphql';
import { addressErrors, leftOutErrors } from './address-errors.js';
import {
  compileObject,
  isObject,
  Mismatch,
  type Reader,
  type Reading,
  type Row,
} from './check-answer.js';
import type { ContractSchema } from './contract-schema.js';
import { withDefaults, type FetchDocument, type Variables } from './fetch-document.js';
import { entitySources } from './null-fields.js';
import { collectFields, isIncluded, type SelectedField, type Source } from './selected-fields.js';
import type { Representation } from './split-representations.js';
import type { Envelope, FetchError } from './subgraph-errors.js';
import {
  chooseAliases,
  writeOperation,
  type KeyAliases,
  type WrittenOperation,
} from './write-operation.js';

/** One owner's checked answer: a row or null for each of its representations, and errors counted by those. */
export interface EntityAnswer {
  readonly rows: readonly (Row | null)[];
  readonly errors: readonly FetchError[];
}

/** An `_entities` fetch, compiled once for all endpoints that know the same fields. */
export class EntityFetch {
  readonly #written: WrittenOperation;
  readonly #aliases: KeyAliases;
  readonly #sources: readonly Source[];
  readonly #fieldsByType = new Map<string, readonly SelectedField[]>();
  readonly #readerByType = new Map<string, Reader<Row>>();
  readonly #bodyStart: string;

  /** @param dropped - Fields that are not sent, such as `Service.published`. */
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

  /** The fields that were not sent. */
  get leftOut(): ReadonlySet<string> {
    return this.#written.leftOut;
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

  /** Checks an owner's answer to its representations. @throws Mismatch */
  read(
    owner: string,
    representations: readonly Representation[],
    variables: Variables,
    { data, errors }: Envelope,
  ): EntityAnswer {
    const list = data?.['_entities'];
    if (!Array.isArray(list) || list.length !== representations.length) {
      throw new Mismatch(`a list of ${representations.length}`, list, ['_entities']);
    }
    const given = withDefaults(this.document, variables);
    const reading: Reading = { owner, variables: given, path: [], leftOut: [] };
    const rows = representations.map((representation, index) => {
      reading.path.push('_entities', index);
      const row = this.#readRow(representation, list[index], reading);
      reading.path.length = 0;
      return row;
    });
    const keysOf = ({ __typename }: Representation): string[] => this.keysOf(__typename, variables);
    const reported = addressErrors({ owner, representations, rows, errors, keysOf });
    return { rows, errors: [...leftOutErrors(reading), ...reported] };
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
      const type = this.contract.schema.getType(typename);
      if (!isObjectType(type)) throw new Error(`The contract has no object type ${typename}.`);
      const { contract, dropped } = this;
      const options = { contract, dropped, typenameAlias: this.#aliases.typename };
      reader = compileObject(options, type, this.#sources);
      this.#readerByType.set(typename, reader);
    }
    return reader;
  }
}
