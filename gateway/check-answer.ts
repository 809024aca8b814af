import {
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { ownerOf } from '../subgraphs/shared/ids.js';
import { leafCheck } from './check-leaf.js';
import type { ContractSchema } from './contract-schema.js';
import type { Variables } from './fetch-document.js';
import { collectFields, isIncluded, sourcesOf, type Source } from './selected-fields.js';

export type Path = readonly (string | number)[];

/** An answer that is not what was asked for. Its message completes `"karhu" …`. */
export class Mismatch extends Error {
  constructor(wanted: string, got: unknown, path: Path) {
    super(
      `answered wrongly at ${path.join('.') || 'the top'}: wanted ${wanted}, got ${nameOf(got)}`,
    );
  }
}

/** What a value is, in words; untrusted text is never quoted at length. */
function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  return JSON.stringify(value).slice(0, 60);
}

/** One reading of one owner's answer. */
export interface Reading {
  readonly owner: string;
  readonly variables: Variables;
  /** Where the reading is; restored after each value. */
  readonly path: (string | number)[];
  /** Where fields were left out because the owner's endpoint does not know them. */
  readonly leftOut: { readonly path: Path; readonly field: string }[];
}

/** Checks a value and returns a clean copy, with nothing in it that was not asked for. @throws Mismatch */
export type Reader<Value = unknown> = (value: unknown, reading: Reading) => Value;

export type Row = Record<string, unknown>;

export interface ReaderOptions {
  readonly contract: ContractSchema;
  /** Fields that were not sent, such as `Service.published`: read as null. */
  readonly dropped: ReadonlySet<string>;
  /** The alias under which objects of abstract types were asked for `__typename`. */
  readonly typenameAlias: string;
}

export function isObject(value: unknown): value is Readonly<Row> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a value that may be null where the type allows it; a value that is not there at all is a mismatch. */
export function compileValue(
  options: ReaderOptions,
  type: GraphQLOutputType,
  sources: readonly Source[],
): Reader {
  if (isNonNullType(type)) {
    const read = compileValue(options, type.ofType, sources);
    const name = getNamedType(type).name;
    return (value, reading) => {
      if (value === null) throw new Mismatch(`${name}, never null`, value, reading.path);
      return read(value, reading);
    };
  }
  const read = compilePresent(options, type, sources);
  return (value, reading) => (value === null ? null : read(value, reading));
}

function compilePresent(
  options: ReaderOptions,
  type: GraphQLOutputType,
  sources: readonly Source[],
): Reader {
  if (isListType(type)) return compileList(compileValue(options, type.ofType, sources));
  if (isLeafType(type)) {
    const fits = leafCheck(type);
    const wanted = `${isScalarType(type) ? 'the scalar' : 'a value of the enum'} ${type.name}`;
    return (value, reading) => {
      if (!fits(value)) throw new Mismatch(wanted, value, reading.path);
      return value;
    };
  }
  if (isNonNullType(type)) return compileValue(options, type, sources);
  return isObjectType(type)
    ? compileObject(options, type, sources)
    : compileAbstract(options, type, sources);
}

function compileList(read: Reader): Reader {
  return (value, reading) => {
    if (!Array.isArray(value)) throw new Mismatch('a list', value, reading.path);
    return value.map((item: unknown, index) => {
      reading.path.push(index);
      const copy = read(item, reading);
      reading.path.pop();
      return copy;
    });
  };
}

function compileAbstract(
  options: ReaderOptions,
  type: GraphQLAbstractType,
  sources: readonly Source[],
): Reader<Row> {
  const { schema } = options.contract;
  const readers = new Map(
    schema
      .getPossibleTypes(type)
      .map((possible) => [possible.name, compileObject(options, possible, sources)]),
  );
  return (value, reading) => {
    if (!isObject(value)) throw new Mismatch('an object', value, reading.path);
    const typename = value[options.typenameAlias];
    const read = typeof typename === 'string' ? readers.get(typename) : undefined;
    if (!read) throw new Mismatch(`a type of ${type.name}`, typename, reading.path);
    return read(value, reading);
  };
}

/** Reads an object of a known type. Its own rows' ids must be the owner's. */
export function compileObject(
  options: ReaderOptions,
  type: GraphQLObjectType,
  sources: readonly Source[],
): Reader<Row> {
  const { contract } = options;
  const isOwned = contract.ownedTypes.has(type.name);
  const fields = collectFields(contract.schema, type.name, sources).map((field) => ({
    field,
    key: field.key,
    isAlways: isIncluded(field, {}),
    read: compileField(options, type, field.name, isOwned, sourcesOf(field)),
  }));
  return (value, reading) => {
    if (!isObject(value)) throw new Mismatch('an object', value, reading.path);
    const copy = Object.create(null) as Row;
    for (const { field, key, isAlways, read } of fields) {
      if (!isAlways && !isIncluded(field, reading.variables)) continue;
      reading.path.push(key);
      copy[key] = read(Object.hasOwn(value, key) ? value[key] : undefined, reading);
      reading.path.pop();
    }
    return copy;
  };
}

function compileField(
  options: ReaderOptions,
  type: GraphQLObjectType,
  name: string,
  isOwned: boolean,
  sources: readonly Source[],
): Reader {
  if (name === '__typename') {
    return (value, { path }) => {
      if (value !== type.name) throw new Mismatch(`the type ${type.name}`, value, path);
      return value;
    };
  }
  const fieldId = `${type.name}.${name}`;
  const field = type.getFields()[name];
  if (!field) throw new Error(`The contract has no field ${fieldId}.`);
  if (options.dropped.has(fieldId)) {
    return (_value, { path, leftOut }) => {
      leftOut.push({ path: [...path], field: fieldId });
      return null;
    };
  }
  const read = compileValue(options, field.type, sources);
  const readPresent: Reader = (value, reading) => {
    if (value === undefined) throw new Mismatch(getNamedType(field.type).name, value, reading.path);
    return read(value, reading);
  };
  if (!isOwned || name !== 'id') return readPresent;
  return (value, reading) => {
    const id = readPresent(value, reading);
    if (typeof id !== 'string' || ownerOf(id) !== reading.owner) {
      throw new Mismatch(`an id of ${reading.owner}`, id, reading.path);
    }
    return id;
  };
}
