import type { IncomingMessage } from 'node:http';
import { acceptedLanguage } from '../../shared/http/accepted-language.js';
import type { TextLanguage } from '../../shared/words/localized.js';
import type { SupplierSearch } from '../search/supplier-search.js';
import { createLoaders, type ProcurementLoaders } from './loaders.js';

/** What resolvers receive. */
export interface ProcurementContext {
  readonly loaders: ProcurementLoaders;
  /** In which texts are wanted where the document names no language; null where that is all the same. */
  readonly language: TextLanguage | null;
}

/** Makes the context of each request, with loaders of its own. */
export function createContextFactory(
  suppliers: Pick<SupplierSearch, 'find'>,
): (request: IncomingMessage) => ProcurementContext {
  return ({ headers }) => ({
    loaders: createLoaders(suppliers),
    language: acceptedLanguage(headers['accept-language']),
  });
}
