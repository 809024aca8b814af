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
import { LIVE_FIELDS } from '../../schema/live-fields.js';
import { VALUE_FORMS } from '../../schema/value-forms.js';
import { ownerOf } from '../../subgraphs/shared/words/ids.js';
import { isObject } from '../../subgraphs/shared/owners/graphql-answer.js';
import { extentCheck } from './check-extent.js';
import { leafReader } from './check-leaf.js';
import { userErrorReader } from './check-user-errors.js';
import { findLack } from '../documents/lacks.js';
import { Mismatch, type Reader, type ReaderOptions, type Row } from './reading.js';
import {
  collectFields,
  isIncluded,
  sourcesOf,
  type SelectedField,
  type Source,
} from '../documents/selected-fields.js';
import { USER_ERROR, USER_ERRORS } from '../documents/write-operation.js';

/** Nothing that a client can ask of an owner has more items. */
const LONGEST_LIST = 10_000;

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
    const readLeaf = leafReader(type);
    const wanted = `${isScalarType(type) ? 'the scalar' : 'a value of the enum'} ${type.name}`;
    return (value, reading) => {
      const read = readLeaf(value);
      if (read === undefined) throw new Mismatch(wanted, value, reading.path);
      return read;
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
    if (value.length > LONGEST_LIST) {
      throw new Mismatch(`a list of at most ${LONGEST_LIST}`, value, reading.path);
    }
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
    const typename = value[options.aliases.typename];
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
    read: compileField(options, type, field, isOwned),
  }));
  const isPayload = type.getFields()[USER_ERRORS] !== undefined;
  const readUserError = type.name === USER_ERROR ? userErrorReader(options, fields) : null;
  return (value, reading) => {
    if (!isObject(value)) throw new Mismatch('an object', value, reading.path);
    const copy = Object.create(null) as Row;
    // What a payload does not give its user errors explain.
    const isUnsaid = isPayload && !isFilled(value[options.aliases.userErrors]);
    for (const { field, key, isAlways, read: readField } of fields) {
      if (!isAlways && !isIncluded(field, reading.variables)) continue;
      reading.path.push(key);
      const read = readField(Object.hasOwn(value, key) ? value[key] : undefined, reading);
      if (read === null && isUnsaid) reading.unsaid.push([...reading.path]);
      copy[key] = read;
      reading.path.pop();
    }
    return readUserError?.(copy, value, reading) ?? copy;
  };
}

function isFilled(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}

function compileField(
  options: ReaderOptions,
  type: GraphQLObjectType,
  selected: SelectedField,
  isOwned: boolean,
): Reader {
  const { name } = selected;
  if (name === '__typename') {
    return (value, { path }) => {
      if (value !== type.name) throw new Mismatch(`the type ${type.name}`, value, path);
      return value;
    };
  }
  const fieldId = `${type.name}.${name}`;
  const field = type.getFields()[name];
  const [selection] = selected.selections;
  if (!field || !selection) throw new Error(`The contract has no field ${fieldId}.`);
  const lack = findLack(options.dropped, type.name, selection.node);
  if (lack !== null) {
    return (_value, { path, leftOut }) => {
      leftOut.push({ path: [...path], lack });
      return null;
    };
  }
  const read = compileValue(options, field.type, sourcesOf(selected));
  const isLive = LIVE_FIELDS.has(fieldId);
  const form = VALUE_FORMS.get(fieldId);
  const checkExtent = extentCheck(options.contract, field, selected);
  const readPresent: Reader = (value, reading) => {
    if (value === undefined) throw new Mismatch(getNamedType(field.type).name, value, reading.path);
    if (value === null && isLive) reading.unsaid.push([...reading.path]);
    const copy = read(value, reading);
    if (form && copy !== null && !form.accepts(copy)) {
      throw new Mismatch(form.wanted, copy, reading.path);
    }
    if (copy !== null) checkExtent?.(copy, reading);
    return copy;
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
