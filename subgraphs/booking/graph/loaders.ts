import DataLoader from 'dataloader';
import { settled } from '../../shared/graphql/settled.js';
import type { ExchangeDataSource } from '../exchange/request/data-source.js';
import type { WorkRequestRecord } from '../exchange/request/records.js';
import type { Tally } from '../figures/count/tally.js';
import type { NetworkFigures } from '../figures/network-figures.js';
import type { OrderDataSource } from '../orders/queries/data-source.js';
import type { OrderRefresher } from '../orders/work/order-refresher.js';
import type { OrderRecord } from '../store/records.js';

/** Batches what one request reads by key; null where there is none. */
export interface BookingLoaders {
  /** As last known. */
  readonly orderById: DataLoader<string, OrderRecord | null>;
  /** Brought up to date with its owners, each of whom is asked once, however often the request names the order. */
  readonly currentOrderById: DataLoader<string, OrderRecord | null>;
  readonly requestById: DataLoader<string, WorkRequestRecord | null>;
  /** What was counted in a month, by its name such as `2027-05`. */
  readonly tallyByMonth: DataLoader<string, Tally>;
}

/** Where orders come from. */
interface OrderSource {
  readonly dataSource: Pick<OrderDataSource, 'findByIds'>;
  readonly refresher: Pick<OrderRefresher, 'refresh'>;
}

/** One row a key, in their order. */
type BatchLoad<Row> = (keys: readonly string[]) => Promise<readonly (Row | Error)[]>;

/** Loaders of one request: they keep what they have read. @param signal - Nothing is begun any more once it is aborted. */
export function createLoaders(
  { dataSource, refresher }: OrderSource,
  requests: Pick<ExchangeDataSource, 'findByIds'>,
  figures: Pick<NetworkFigures, 'countMonth'>,
  signal: AbortSignal,
): BookingLoaders {
  const loader = <Row>(load: BatchLoad<Row>): DataLoader<string, Row> =>
    new DataLoader(async (keys) => {
      signal.throwIfAborted();
      return load(keys);
    });
  const orderById = loader<OrderRecord | null>((ids) => dataSource.findByIds(ids));
  return {
    orderById,
    currentOrderById: loader(async (ids) => {
      const orders = await orderById.loadMany(ids);
      return Promise.all(
        orders.map(async (order) =>
          order === null || order instanceof Error ? order : settled(refresher.refresh(order)),
        ),
      );
    }),
    requestById: loader((ids) => requests.findByIds(ids)),
    tallyByMonth: loader((months) =>
      Promise.all(months.map((month) => settled(figures.countMonth(month)))),
    ),
  };
}
