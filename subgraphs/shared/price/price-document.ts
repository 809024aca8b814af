import {
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { countPairs } from './count-pairs.js';
import type { FieldPrice, PriceList } from './price-list.js';
import { ASSUMED_ROWS, type Variables } from './row-count.js';
import { MOST, Sum } from './sum.js';

/** Of each selection that is written, those of a fragment wherever it is spread, and once where it is not: all are validated, most are planned. */
const SELECTION_PRICE = 30;
/** Of each operation but one: all are validated, each by every rule, and one is carried out. */
const OPERATION_PRICE = 100;
/** Of each selection beside that, for each condition above it that depends on a variable: the planner keeps each of these ways apart. */
const CONDITION_PRICE = 15;
/** Of each list of introspection that is written more often than this in a document, under whatever names: it may be longer than it is told to be. */
const LIST_PRICE = 3_000;
const MOST_TIMES_WRITTEN = 3;
/** Selections in a document whose pairs need not be counted: it is too dear without them. */
const MOST_SELECTIONS = 20_000;
/** Fields and fragments within each other: far more than there are in any document that is to be answered. */
const MOST_LEVELS = 500;

/** How large a document is with its fragments put in place of their spreads, and what its operations cost. */
export interface DocumentPrice {
  /** How deep fields are nested; introspection does not count. */
  readonly depth: number;
  /** Fields of the root, aliases counted, of the operation that has most of them. */
  readonly rootFields: number;
  /** The name of a fragment that contains itself, so that the document has no size; null where there is none. */
  readonly endless: string | null;
  /** What the dearest of its operations costs at least, whatever its variables are; a whole number. */
  readonly least: number;
  /**
   * What one of its operations costs; a whole number.
   * @param given - Variables as the client sent them.
   */
  readonly of: (operation: OperationDefinitionNode, given: Variables) => number;
}

/** A piece of a document. */
interface Part {
  readonly depth: number;
  readonly fields: number;
  readonly selections: number;
  /** Of its selections together, how many conditions that depend on variables stand above each within the piece. */
  readonly conditions: number;
  /** What it costs once. */
  readonly once: Sum;
  /** What it costs beside that for each row of the lists whose length the field above says. */
  readonly perRow: Sum;
}

const NOTHING: Part = {
  depth: 0,
  fields: 0,
  selections: 0,
  conditions: 0,
  once: new Sum(),
  perRow: new Sum(),
};
/** Stands for a fragment while it is priced. */
const UNDER_WAY: Part = { ...NOTHING };
const TOO_DEEP: Part = { ...NOTHING, selections: MOST };

/**
 * Prices a document before it is validated. Each fragment is priced once, so that it takes no longer than reading the document, whatever
 * it multiplies out to. What the schema does not have costs what any field does.
 */
export function priceDocument({ definitions }: DocumentNode, prices: PriceList): DocumentPrice {
  const everyFragment = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = new Map(everyFragment.map((node) => [node.name.value, node]));
  const partByFragment = new Map<FragmentDefinitionNode, Part>();
  const spread = new Set<FragmentDefinitionNode>();
  /** Those that contain themselves. */
  const endless: string[] = [];
  /** How often lists of introspection are written, by what they are of. */
  const listsWritten = new Map<FieldPrice, number>();

  const priceSet = (set: SelectionSetNode, typename: string | null, level: number): Part => {
    if (level > MOST_LEVELS) return TOO_DEEP;
    let { depth, fields, selections, conditions } = NOTHING;
    const once = new Sum();
    const perRow = new Sum();
    for (const selection of set.selections) {
      const part = priceSelection(selection, typename, level + 1);
      depth = Math.max(depth, part.depth);
      fields = Math.min(fields + part.fields, MOST);
      const written = 1 + part.selections;
      selections = Math.min(selections + written, MOST);
      conditions += part.conditions + countConditions(selection) * written;
      conditions = Math.min(conditions, MOST);
      once.addRows(1, part.once);
      perRow.addRows(1, part.perRow);
    }
    return { depth, fields, selections, conditions, once, perRow };
  };

  const priceSelection = (
    selection: SelectionNode,
    typename: string | null,
    level: number,
  ): Part => {
    switch (selection.kind) {
      case Kind.FIELD:
        return priceField(selection, typename, level);
      case Kind.INLINE_FRAGMENT: {
        const { typeCondition, selectionSet } = selection;
        return priceSet(selectionSet, typeCondition?.name.value ?? typename, level);
      }
      case Kind.FRAGMENT_SPREAD: {
        const fragment = fragments.get(selection.name.value);
        if (!fragment) return NOTHING;
        spread.add(fragment);
        return priceFragment(fragment, level);
      }
    }
  };

  const priceField = (node: FieldNode, typename: string | null, level: number): Part => {
    const price = prices.find(typename, node.name.value);
    if (price?.isOfSchema) listsWritten.set(price, (listsWritten.get(price) ?? 0) + 1);
    const below = node.selectionSet
      ? priceSet(node.selectionSet, price?.typename ?? null, level)
      : NOTHING;
    const once = new Sum();
    once.add(price?.weight ?? 1);
    const row = new Sum();
    row.addRows(1, below.once);
    row.addRows(price?.innerRows(node) ?? ASSUMED_ROWS, below.perRow);
    if (!price?.isSizedAbove) once.addRows(price?.rows(node) ?? 1, row);
    return {
      depth: node.name.value.startsWith('__') ? 0 : 1 + below.depth,
      fields: 1,
      selections: below.selections,
      conditions: below.conditions,
      once,
      perRow: price?.isSizedAbove ? row : NOTHING.perRow,
    };
  };

  const priceFragment = (fragment: FragmentDefinitionNode, level: number): Part => {
    const known = partByFragment.get(fragment);
    if (known === UNDER_WAY) endless.push(fragment.name.value);
    if (known) return known;
    partByFragment.set(fragment, UNDER_WAY);
    const part = priceSet(fragment.selectionSet, fragment.typeCondition.name.value, level);
    partByFragment.set(fragment, part);
    return part;
  };

  const parts = new Map<OperationDefinitionNode, Part>();
  for (const node of definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const part = priceSet(node.selectionSet, prices.rootOf(node.operation), 0);
    // No field stands above those at the root.
    part.once.addRows(ASSUMED_ROWS, part.perRow);
    parts.set(node, part);
  }
  const all = [...parts.values()];
  // All of a document is validated, also what no operation uses.
  const priced = everyFragment.map((node) => ({ node, part: priceFragment(node, 0) }));
  const unused = priced.filter(({ node }) => !spread.has(node));
  const whole = [...all, ...unused.map(({ part }) => part)];
  const selections = whole.reduce((sum, part) => sum + part.selections, 0);
  const conditions = whole.reduce((sum, part) => sum + part.conditions, 0);
  let written = selections * SELECTION_PRICE + conditions * CONDITION_PRICE;
  written += Math.max(parts.size - 1, 0) * OPERATION_PRICE;
  for (const times of listsWritten.values()) {
    written += Math.max(times - MOST_TIMES_WRITTEN, 0) * LIST_PRICE;
  }
  if (endless.length === 0 && selections <= MOST_SELECTIONS) {
    for (const { selectionSet } of [...parts.keys(), ...unused.map(({ node }) => node)]) {
      written += countPairs([selectionSet], fragments);
    }
  }
  const withWritten = (values: number): number => Math.ceil(Math.min(written + values, MOST));
  return {
    depth: Math.max(0, ...all.map(({ depth }) => depth)),
    rootFields: Math.max(0, ...all.map(({ fields }) => fields)),
    endless: endless[0] ?? null,
    least: withWritten(Math.max(0, ...all.map(({ once }) => once.least))),
    of: (operation, given) =>
      withWritten(parts.get(operation)?.once.of(withDefaults(operation, given)) ?? 0),
  };
}

/** How many of a selection's own conditions depend on variables. */
function countConditions({ directives = [] }: SelectionNode): number {
  return directives.filter(({ arguments: given = [] }) =>
    given.some(({ value }) => value.kind === Kind.VARIABLE),
  ).length;
}

function withDefaults(
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Variables,
): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}
