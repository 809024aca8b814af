import type { Exchange } from '../exchange/create-exchange.js';
import { createLoaders, type BookingLoaders } from './loaders.js';
import type { Orders } from '../orders/create-orders.js';

/** What resolvers receive. */
export interface BookingContext {
  readonly orders: Orders;
  readonly exchange: Exchange;
  readonly loaders: BookingLoaders;
}

/** Makes the context of each request, with loaders of its own. */
export function createContextFactory(
  shared: Omit<BookingContext, 'loaders'>,
): () => BookingContext {
  return () => ({ ...shared, loaders: createLoaders(shared.orders, shared.exchange.requests) });
}
