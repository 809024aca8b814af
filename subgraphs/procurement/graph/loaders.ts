import { createQuestionLoader, type QuestionLoader } from '../../shared/graphql/question-loader.js';
import type { NeedInput } from '../need/check-need.js';
import type { SupplierSearchResult } from '../search/result.js';
import type { SupplierSearch } from '../search/supplier-search.js';

/** Searches that one request may make: each asks the whole network. */
const MOST_SEARCHES = 2;

/** What one request asks; the same search under several names is made once. */
export interface ProcurementLoaders {
  readonly supplierSearch: QuestionLoader<NeedInput, SupplierSearchResult>;
}

/** Loaders of one request: they keep what they have found. */
export function createLoaders(suppliers: Pick<SupplierSearch, 'find'>): ProcurementLoaders {
  return {
    supplierSearch: createQuestionLoader(
      'supplierSearch',
      (need: NeedInput) => suppliers.find(need),
      MOST_SEARCHES,
    ),
  };
}
