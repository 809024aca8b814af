import {
  getNamedType,
  isListType,
  isNonNullType,
  Kind,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLOutputType,
  type ValueNode,
} from 'graphql';

/** As a client sent them, with the defaults of those that were left out: of any type, whatever the document says. */
export type Variables = Readonly<Record<string, unknown>>;

/** How many rows a list has: a number, or what the variables of a request make it. */
export type RowCount = number | ((variables: Variables) => number);

/** Rows of a list of which nothing says how long it is. */
export const ASSUMED_ROWS = 5;

const DAY_MS = 86_400_000;
/** Arguments that say how many rows there are at most. */
const SLICING = ['first', 'last', 'limit'];

/** Tells how many rows the list of a field has, by the arguments that it is given. */
export type CountRows = (node: FieldNode) => RowCount;

/** Whether the type is a list, of whatever. */
export function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/**
 * How a field's arguments size a list: the field's own, or those in the object that it gives.
 * @param slicing - The arguments that do, where it is known; else the usual ones.
 * @returns Null where they do not.
 */
export function countRowsBy(
  { type, args }: GraphQLField<unknown, unknown>,
  slicing: readonly string[] = SLICING,
): CountRows | null {
  const slices = args.filter(({ name }) => slicing.includes(name));
  if (slices.length > 0) return (node) => countBy(slices, node, largest);
  if (!isList(type)) return null;
  const days = ['from', 'to'].flatMap((name) => args.find((each) => isDate(each, name)) ?? []);
  if (days.length === 2) return (node) => countBy(days, node, daysOf);
  const wanted = args.find(({ type: given }) => isNonNullType(given) && isListType(given.ofType));
  return wanted ? (node) => countBy([wanted], node, largest) : null;
}

function isDate(argument: GraphQLArgument, name: string): boolean {
  return argument.name === name && getNamedType(argument.type).name === 'Date';
}

function countBy(
  given: readonly GraphQLArgument[],
  node: FieldNode,
  count: (values: readonly unknown[]) => number,
): RowCount {
  const read = given.map((argument) => readArgument(node, argument));
  const rows = (variables: Variables): number => {
    const values = read.map(({ variable, value }) =>
      variable === null ? value : (variables[variable] ?? value),
    );
    return Math.max(count(values), 1);
  };
  return read.some(({ variable }) => variable !== null) ? rows : rows({});
}

interface Given {
  /** The variable that says it; null where the document or the schema does. */
  readonly variable: string | null;
  /** What it is, or what it is where the variable says nothing. */
  readonly value: unknown;
}

function readArgument(node: FieldNode, { name, defaultValue }: GraphQLArgument): Given {
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (!given) return { variable: null, value: defaultValue };
  return given.kind === Kind.VARIABLE
    ? { variable: given.name.value, value: defaultValue }
    : { variable: null, value: literalOf(given) };
}

/** Of a list only how long it is, whatever is in it. */
function literalOf(value: ValueNode): unknown {
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind === Kind.LIST) return value.values;
  return value.kind === Kind.STRING ? value.value : undefined;
}

/** The largest of what is a number, or the length of what is a list. */
function largest(values: readonly unknown[]): number {
  const sizes = values
    .map((value) => (Array.isArray(value) ? value.length : value))
    .filter((size) => typeof size === 'number');
  return sizes.length > 0 ? Math.max(...sizes) : ASSUMED_ROWS;
}

/** Both included. */
function daysOf([from, to]: readonly unknown[]): number {
  const days = (instantOf(to) - instantOf(from)) / DAY_MS + 1;
  return Number.isFinite(days) ? days : ASSUMED_ROWS;
}

function instantOf(date: unknown): number {
  return typeof date === 'string' ? Date.parse(date.slice(0, 'YYYY-MM-DD'.length)) : NaN;
}
