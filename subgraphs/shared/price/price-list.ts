import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  valueFromASTUntyped,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  OperationTypeNode,
} from 'graphql';
import { z } from 'zod';
import { ASSUMED_ROWS, countRowsBy, isList, type CountRows, type RowCount } from './row-count.js';

/** What a field costs, and what it multiplies. */
export interface FieldPrice {
  /** Of the field itself. */
  readonly weight: number;
  /** The type of what it gives. */
  readonly typename: string;
  /** How many of that it gives. */
  readonly rows: CountRows;
  /** Whether it is a list that is as long as the field above says: the `edges` of a connection. */
  readonly isSizedAbove: boolean;
  /** Whether it is a list of introspection, whose length is told the same for every schema. */
  readonly isOfSchema: boolean;
  /** How long the lists are that are right within what it gives, and say nothing of it themselves. */
  readonly innerRows: CountRows;
}

type Field = GraphQLField<unknown, unknown>;

/** Of a value in an answer. */
const WEIGHT = 1;
/** Of a field at the root: a question to another process, and mostly a search. */
const ROOT_WEIGHT = 500;

/**
 * Rows of introspection's own lists. They are the same for every schema, so that whoever may ask may read the whole of any.
 */
const INTROSPECTION_ROWS: ReadonlyMap<string, number> = new Map([
  ['__Schema.types', 100],
  ['__Schema.directives', 10],
  ['__Type.fields', 10],
  // Most types are bare or have one `!`; few fields have arguments, and few types are interfaces, inputs or enums.
  ['__Type.ofType', 0.5],
  ['__Type.interfaces', 0.2],
  ['__Type.possibleTypes', 0.2],
  ['__Type.inputFields', 1],
  ['__Type.enumValues', 1],
  ['__Field.args', 0.3],
  ['__Directive.args', 1],
]);

const ROWS_OF_CONNECTIONS: readonly string[] = ['edges', 'nodes'];

const ROOTS = Object.values(OperationTypeNode);

const one = (): RowCount => 1;
const assumed = (): RowCount => ASSUMED_ROWS;

/**
 * What the fields of a schema cost, by its shapes: a list is as long as `first`, `last` or `limit` says, as the required list that its field
 * is given, or as the days from `from` to `to`; `edges` and `nodes` are as long as their connection's field says. Where the schema says it
 * itself, by `@cost` and `@listSize` of the cost specification, that holds.
 */
export class PriceList {
  readonly #prices = new Map<Field, FieldPrice>();
  /** Lists that `sizedFields` of a directive names, by the type in which they are. */
  readonly #namedLists = new Map<string, string[]>();

  /**
   * @param schema - With its directives, where it has some of the cost specification.
   * @param weigh - What a field weighs of which no directive says it; null leaves it at the usual.
   */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly weigh: (field: Field) => number | null = () => null,
  ) {
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        const { sizedFields } = listSizeOf(field);
        if (sizedFields) this.#namedLists.set(getNamedType(field.type).name, sizedFields);
      }
    }
  }

  /** The type at an operation's root; null where there is none. */
  rootOf(operation: OperationTypeNode): string | null {
    return this.schema.getRootType(operation)?.name ?? null;
  }

  /** @returns Null where there is no such field. */
  find(typename: string | null, name: string): FieldPrice | null {
    const type = typename === null ? null : this.schema.getType(typename);
    const field = isCompositeType(type) ? this.#fieldOf(type, name) : undefined;
    if (!type || !field) return null;
    const price = this.#prices.get(field) ?? this.#priceOf(type.name, field);
    this.#prices.set(field, price);
    return price;
  }

  #fieldOf(type: GraphQLCompositeType, name: string): Field | undefined {
    if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
    if (type === this.schema.getQueryType()) {
      const metaField = [SchemaMetaFieldDef, TypeMetaFieldDef].find((each) => each.name === name);
      if (metaField) return metaField;
    }
    return isUnionType(type) ? undefined : type.getFields()[name];
  }

  #priceOf(parent: string, field: Field): FieldPrice {
    const weight = this.#weightOf(parent, field);
    const typename = getNamedType(field.type).name;
    const introspected = INTROSPECTION_ROWS.get(`${parent}.${field.name}`);
    if (introspected !== undefined) {
      const rows = (): RowCount => introspected;
      const isOfSchema = isList(field.type);
      return { weight, typename, rows, isSizedAbove: false, isOfSchema, innerRows: assumed };
    }
    const count = countOf(field) ?? assumed;
    return isList(field.type)
      ? {
          weight,
          typename,
          rows: count,
          isSizedAbove: this.#isSizedAbove(parent, field),
          isOfSchema: false,
          innerRows: assumed,
        }
      : { weight, typename, rows: one, isSizedAbove: false, isOfSchema: false, innerRows: count };
  }

  #weightOf(parent: string, field: Field): number {
    const told = weightOf(field) ?? weightOf(getNamedType(field.type)) ?? this.weigh(field);
    if (told !== null) return told;
    const isRoot = ROOTS.some((operation) => this.rootOf(operation) === parent);
    return isRoot && !field.name.startsWith('__') ? ROOT_WEIGHT : WEIGHT;
  }

  #isSizedAbove(parent: string, field: Field): boolean {
    const type = this.schema.getType(parent);
    if (!isObjectType(type) && !isInterfaceType(type)) return false;
    const named = this.#namedLists.get(parent);
    if (named) return named.includes(field.name);
    const lists = Object.values(type.getFields()).filter(isBareList);
    const rows = lists.filter(({ name }) => ROWS_OF_CONNECTIONS.includes(name));
    return (rows.length > 0 ? rows : lists).includes(field);
  }
}

/** Whether it is a list of objects, of which nothing says how long it is. */
function isBareList(field: Field): boolean {
  return isList(field.type) && isCompositeType(getNamedType(field.type)) && countOf(field) === null;
}

/** What sizes lists by a field's arguments or its directive; null where nothing does. */
function countOf(field: Field): CountRows | null {
  const { assumedSize, slicingArguments } = listSizeOf(field);
  if (slicingArguments) return countRowsBy(field, slicingArguments);
  return assumedSize === undefined ? countRowsBy(field) : () => assumedSize;
}

/** What `@listSize` says, as far as it says something that can be taken. */
const ListSize = z.object({
  assumedSize: z.number().optional().catch(undefined),
  slicingArguments: z.array(z.string()).optional().catch(undefined),
  sizedFields: z.array(z.string()).optional().catch(undefined),
});

type ListSize = Partial<z.output<typeof ListSize>>;

function listSizeOf(field: Field): ListSize {
  const told = directiveOf(field, 'listSize');
  return told ? ListSize.parse(told) : {};
}

/** What `@cost` says; a text in its first specification, a number since. */
function weightOf(element: Field | GraphQLNamedType): number | null {
  const weight = directiveOf(element, 'cost')?.['weight'];
  return weight === undefined ? null : Math.max(Number(weight), 0);
}

function directiveOf(
  { astNode }: Field | GraphQLNamedType,
  name: string,
): Readonly<Record<string, unknown>> | null {
  const directive = astNode?.directives?.find((each) => each.name.value === name);
  if (!directive) return null;
  const given = (directive.arguments ?? []).map((argument): [string, unknown] => [
    argument.name.value,
    valueFromASTUntyped(argument.value),
  ]);
  return Object.fromEntries(given);
}
