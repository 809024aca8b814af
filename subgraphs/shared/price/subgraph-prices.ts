import { OperationTypeNode, type GraphQLSchema } from 'graphql';
import { PriceList } from './price-list.js';

/** A field with arguments weighs so much on a row: it is worked out, not read. As much as at the gateway. */
const WORKED_OUT_WEIGHT = 10;

/** What the fields of a subgraph cost, by its own schema. */
export function subgraphPrices(schema: GraphQLSchema): PriceList {
  const roots = new Set(
    Object.values(OperationTypeNode).flatMap((operation) =>
      Object.values(schema.getRootType(operation)?.getFields() ?? {}),
    ),
  );
  return new PriceList(schema, (field) =>
    field.args.length > 0 && !roots.has(field) ? WORKED_OUT_WEIGHT : null,
  );
}
