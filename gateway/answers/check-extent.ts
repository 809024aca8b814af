import {
  getNamedType,
  isObjectType,
  Kind,
  valueFromAST,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { Mismatch, type Reading, type Row } from './reading.js';
import { collectFields, sourcesOf, type SelectedField } from '../documents/selected-fields.js';
import type { ContractSchema } from '../documents/contract-schema.js';

const DAY_MS = 86_400_000;

/** Checks that a field's value, well-formed by itself, is no more than its arguments asked for. @throws Mismatch */
type CheckExtent = (value: unknown, reading: Reading) => void;

/**
 * A page has at most `first` edges. A list of days has each day at most once, and those from `from` to `to` only.
 * @returns Null where the arguments bound nothing.
 */
export function extentCheck(
  { schema }: ContractSchema,
  field: GraphQLField<unknown, unknown>,
  selected: SelectedField,
): CheckExtent | null {
  const node = selected.selections[0]?.node;
  const type = getNamedType(field.type);
  if (!node || !isObjectType(type)) return null;
  const keysOf = (name: string): string[] =>
    collectFields(schema, type.name, sourcesOf(selected))
      .filter((below) => below.name === name)
      .map(({ key }) => key);
  if (takes(field, 'first') && has(type, 'edges')) {
    const keys = keysOf('edges');
    const first = argumentReader(field, node, 'first');
    return (value, reading) => {
      checkPage(value as Row, keys, first(reading), reading);
    };
  }
  if (takes(field, 'from') && takes(field, 'to') && has(type, 'date')) {
    const keys = keysOf('date');
    const [from, to] = [argumentReader(field, node, 'from'), argumentReader(field, node, 'to')];
    return (value, reading) => {
      const days = [String(from(reading)), String(to(reading))] as const;
      checkDays(value as readonly Row[], keys, days, reading);
    };
  }
  return null;
}

/** Reads what a field was given, by the spec's 6.4.1: once where no variable says it, else of each question. */
function argumentReader(
  { args }: GraphQLField<unknown, unknown>,
  node: FieldNode,
  name: string,
): (reading: Reading) => unknown {
  const argument = args.find((each) => each.name === name);
  const given = node.arguments?.find((each) => each.name.value === name)?.value;
  const written = argument && given && valueFromAST(given, argument.type);
  const otherwise = written === undefined ? argument?.defaultValue : written;
  if (given?.kind !== Kind.VARIABLE) return () => otherwise;
  const variable = given.name.value;
  return ({ variables }) => (Object.hasOwn(variables, variable) ? variables[variable] : otherwise);
}

function takes(field: GraphQLField<unknown, unknown>, name: string): boolean {
  return field.args.some((argument) => argument.name === name);
}

function has(type: GraphQLObjectType, name: string): boolean {
  return type.getFields()[name] !== undefined;
}

function checkPage(page: Row, keys: readonly string[], first: unknown, { path }: Reading): void {
  for (const key of keys) {
    const edges = page[key];
    if (typeof first === 'number' && Array.isArray(edges) && edges.length > first) {
      throw new Mismatch(`at most ${first}`, edges, [...path, key]);
    }
  }
}

function checkDays(
  days: readonly Row[],
  keys: readonly string[],
  [from, to]: readonly [string, string],
  { path }: Reading,
): void {
  const most = Math.max(0, (Date.parse(to) - Date.parse(from)) / DAY_MS + 1);
  if (days.length > most) throw new Mismatch(`at most ${most} days`, days, path);
  for (const key of keys) {
    const seen = new Set<unknown>();
    for (const [index, row] of days.entries()) {
      const date = row[key];
      if (typeof date !== 'string') continue;
      if (date < from || date > to || seen.has(date)) {
        throw new Mismatch('one row a day of those asked for', date, [...path, index, key]);
      }
      seen.add(date);
    }
  }
}
