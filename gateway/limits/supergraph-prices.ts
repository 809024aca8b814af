import {
  isEnumType,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { PriceList } from '../../subgraphs/shared/price/price-list.js';

/** A field whose value its row's owner is asked for weighs so much: it is a question over the network, or a part of one. */
const ASKED_WEIGHT = 10;

/**
 * What the fields of a supergraph cost.
 * @param supergraph - With the directives by which it was composed.
 * @param partitioned - The subgraph whose rows lie with many owners; there need be none of that name.
 */
export function supergraphPrices(supergraph: GraphQLSchema, partitioned: string): PriceList {
  const graph = graphOf(supergraph, partitioned);
  return new PriceList(supergraph, (field) =>
    graph !== null && isAskedOf(field, graph) ? ASKED_WEIGHT : null,
  );
}

/** The value of `join__Graph` that stands for a subgraph (join specification); null where there is none. */
function graphOf(schema: GraphQLSchema, subgraph: string): string | null {
  const graphs = schema.getType('join__Graph');
  if (!isEnumType(graphs)) return null;
  const graph = graphs
    .getValues()
    .find(({ astNode }) =>
      astNode?.directives?.some(
        (each) => each.name.value === 'join__graph' && argumentOf(each, 'name') === subgraph,
      ),
    );
  return graph?.name ?? null;
}

/** Whether no other subgraph has the field, of a type that others have too. */
function isAskedOf({ astNode }: GraphQLField<unknown, unknown>, graph: string): boolean {
  const graphs = (astNode?.directives ?? [])
    .filter(({ name }) => name.value === 'join__field')
    .filter((join) => argumentOf(join, 'external') !== true)
    .map((join) => argumentOf(join, 'graph'));
  return graphs.length > 0 && graphs.every((each) => each === graph);
}

function argumentOf(directive: ConstDirectiveNode, name: string): unknown {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value && valueFromASTUntyped(value);
}
