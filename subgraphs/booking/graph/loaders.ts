import DataLoader from 'dataloader';
import type { OrderDataSource } from '../orders/queries/data-source.js';
import type { OrderRecord } from '../store/records.js';

/** Batches what one request reads by key. */
export interface BookingLoaders {
  readonly orderById: DataLoader<string, OrderRecord | null>;
}

/** Loaders of one request: they keep what they have read. */
export function createLoaders(orders: OrderDataSource): BookingLoaders {
  return { orderById: new DataLoader((ids) => orders.findByIds(ids)) };
}
