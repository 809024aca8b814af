import type { IncomingMessage } from 'node:http';
import { acceptedLanguage } from '../../shared/http/accepted-language.js';
import type { Caller } from '../../shared/identity/caller.js';
import type { SignedRequest } from '../../shared/identity/processes/verify-request.js';
import type { TextLanguage } from '../../shared/words/localized.js';
import type { Exchange } from '../exchange/create-exchange.js';
import { createLoaders, type BookingLoaders } from './loaders.js';
import type { Orders } from '../orders/create-orders.js';

/** What resolvers receive. */
export interface BookingContext {
  readonly orders: Orders;
  readonly exchange: Exchange;
  readonly loaders: BookingLoaders;
  /** Which process signed the request, and for whom; null where none did. */
  readonly signer: SignedRequest | null;
  /** In which texts are wanted where the document names no language; null where that is all the same. */
  readonly language: TextLanguage | null;
  /** Who asks; null for the public. */
  readonly caller: Caller | null;
}

/** Makes the context of each request, with loaders of its own. */
export function createContextFactory(
  shared: Omit<BookingContext, 'loaders' | 'signer' | 'language' | 'caller'>,
): (request: IncomingMessage, signal: AbortSignal, signer: SignedRequest | null) => BookingContext {
  return ({ headers }, _signal, signer) => ({
    ...shared,
    signer,
    loaders: createLoaders(shared.orders, shared.exchange.requests),
    language: acceptedLanguage(headers['accept-language']),
    caller: null,
  });
}
