import type { IncomingMessage } from 'node:http';
import type { Waited } from '../../shared/graphql/answer-who-waits.js';
import { acceptedLanguage } from '../../shared/http/accepted-language.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import { askerOf } from '../../shared/identity/processes/asker-of.js';
import type { SignedRequest } from '../../shared/identity/processes/verify-request.js';
import type { AuditLog } from '../../shared/privacy/audit-log.js';
import type { TextLanguage } from '../../shared/words/localized.js';
import type { NetworkFigures } from '../figures/network-figures.js';
import type { Exchange } from '../exchange/create-exchange.js';
import type { Persons } from '../privacy/create-persons.js';
import type { Telling } from '../telling/create-telling.js';
import { createLoaders, type BookingLoaders } from './loaders.js';
import { RetryAfter } from './retry-after.js';
import type { Orders } from '../orders/create-orders.js';

/** What resolvers receive. */
export interface BookingContext extends Waited {
  readonly orders: Orders;
  readonly exchange: Exchange;
  readonly figures: NetworkFigures;
  readonly loaders: BookingLoaders;
  readonly persons: Persons;
  readonly telling: Telling;
  /** Who read or changed personal data. */
  readonly audit: AuditLog;
  /** In which texts are wanted where the document names no language; null where that is all the same. */
  readonly language: TextLanguage | null;
  /** Which process signed the request, and in whose name. */
  readonly asker: Asker;
  readonly retryAfter: RetryAfter;
}

/** Makes the context of each request, with loaders of its own. */
export function createContextFactory(
  shared: Omit<BookingContext, 'loaders' | 'language' | 'asker' | 'retryAfter' | 'signal'>,
): (request: IncomingMessage, signal: AbortSignal, signer: SignedRequest | null) => BookingContext {
  return ({ headers }, signal, signer) => ({
    ...{ ...shared, signal },
    loaders: createLoaders(shared.orders, shared.exchange.requests, shared.figures, signal),
    language: acceptedLanguage(headers['accept-language']),
    asker: askerOf(signer),
    retryAfter: new RetryAfter(),
  });
}
