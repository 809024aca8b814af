import {
  getOperationAST,
  Kind,
  parse,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';

/** A reference to an entity as the planner writes it: its type, its key, and what else the fetch requires. */
export interface Representation {
  readonly __typename: string;
  readonly id: string;
}

export type Variables = Readonly<Record<string, unknown>>;

/** A fetch as the query planner wrote it, parsed once, with its named fragments put in place. */
export interface FetchDocument {
  readonly operation: OperationDefinitionNode;
  /** Whether it asks for `_entities`; else for root fields. */
  readonly asksEntities: boolean;
  /** Default values of its variables. */
  readonly defaults: Variables;
}

/** An operation of a valid document with the named fragments put in place of their spreads. */
export function inlineFragments(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationDefinitionNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  // What `enter` returns is visited in its turn, so that fragments within fragments are put in place too.
  return visit(operation, {
    FragmentSpread: (spread) => {
      const fragment = fragments.get(spread.name.value);
      if (!fragment) throw new Error(`There is no fragment ${spread.name.value}.`);
      const { typeCondition, selectionSet } = fragment;
      const directives = spread.directives ?? [];
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet, directives };
    },
  });
}

/** @param query - Valid GraphQL with one operation: the planner's. */
export function parseFetch(query: string): FetchDocument {
  const document = parse(query, { noLocation: true });
  const written = getOperationAST(document);
  if (!written) throw new Error('The fetch has no operation.');
  const operation = inlineFragments(document, written);
  const [first] = operation.selectionSet.selections;
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return {
    operation,
    asksEntities: first?.kind === Kind.FIELD && first.name.value === '_entities',
    defaults,
  };
}

/** The variables with the defaults of those that were not given. */
export function withDefaults({ defaults }: FetchDocument, variables: Variables): Variables {
  return { ...defaults, ...variables };
}
