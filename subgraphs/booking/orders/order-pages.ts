import { pageByTime, type PageQuestion } from '../../shared/graphql/page-by-time.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import type { OrderFilter } from '../schema.generated.js';
import type { Orders } from './create-orders.js';
import { checkReadings, conditionOf } from './queries/order-filter.js';

export interface PageQuery extends PageQuestion {
  readonly filter?: OrderFilter | null | undefined;
}

/** A page of the orders that who asks may read, as last known: no owner is asked. One query. @throws UNAUTHENTICATED or FORBIDDEN. */
export async function pageOrders(
  { access, dataSource, clock }: Orders,
  { filter, first, after }: PageQuery,
  asker: Asker,
) {
  const share = access.shareOf('Query.orders', asker);
  const condition = conditionOf(filter ?? {}, share, clock.now());
  return await pageByTime(
    { first, after },
    async (most, place) => {
      const rows = await dataSource.findPage(condition, most, place);
      return checkReadings(filter ?? {}, place, rows);
    },
    ({ recordedAt }) => recordedAt,
  );
}
