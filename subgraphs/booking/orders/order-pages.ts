import { checkFirst, pageInfo } from '../../shared/graphql/connection.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import type { OrderFilter } from '../schema.generated.js';
import type { Orders } from './create-orders.js';
import { conditionOf, cursorOf, placeOf, type Recorded } from './queries/order-filter.js';

export interface PageQuery {
  readonly filter?: OrderFilter | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A page of the orders that who asks may read, as last known: no owner is asked. One query. @throws UNAUTHENTICATED or FORBIDDEN. */
export async function pageOrders(
  { access, dataSource, clock }: Orders,
  { filter, first, after }: PageQuery,
  asker: Asker,
) {
  const share = access.shareOf('Query.orders', asker);
  const size = checkFirst(first);
  const place = after == null ? null : placeOf(after);
  const condition = conditionOf(filter ?? {}, share, clock.now());
  const rows = await dataSource.findPage(condition, size + 1, place);
  return toConnection(rows, size, place !== null);
}

/** A page of rows in the order of `cursorOf`. @param rows - One more than the page holds, where there is one. */
export function toConnection<Row extends Recorded>(
  rows: readonly Row[],
  size: number,
  hasPreviousPage: boolean,
) {
  const edges = rows.slice(0, size).map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    pageInfo: pageInfo(
      { hasNextPage: rows.length > size, hasPreviousPage },
      edges.map(({ cursor }) => cursor),
    ),
  };
}
