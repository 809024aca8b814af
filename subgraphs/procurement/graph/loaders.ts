import DataLoader from 'dataloader';
import { createQuestionLoader, type QuestionLoader } from '../../shared/graphql/question-loader.js';
import type { CallOffs, CallOffsClient } from '../agreements/call-offs-client.js';
import type { NeedInput } from '../need/check-need.js';
import type { SupplierSearchResult } from '../search/result.js';
import type { SupplierSearch } from '../search/supplier-search.js';
import type { SubstituteNeedInput } from '../substitutes/check-substitute-need.js';
import type { SubstituteSearch, SubstituteSearchResult } from '../substitutes/substitute-search.js';

/** Searches of each kind that one request may make: each asks the whole network. */
const MOST_SEARCHES = 2;

/** What is searched with. */
export interface Searches {
  readonly suppliers: Pick<SupplierSearch, 'find'>;
  readonly substitutes: Pick<SubstituteSearch, 'find'>;
}

/** What one request asks; the same search under several names is made once. */
export interface ProcurementLoaders {
  readonly supplierSearch: QuestionLoader<NeedInput, SupplierSearchResult>;
  readonly substituteSearch: QuestionLoader<SubstituteNeedInput, SubstituteSearchResult>;
  /** By the id of the agreement; null where that is not told now. */
  readonly callOffsById: DataLoader<string, CallOffs | null>;
}

/** Loaders of one request: they keep what they have found. */
export function createLoaders(
  { suppliers, substitutes }: Searches,
  callOffs: Pick<CallOffsClient, 'find'>,
): ProcurementLoaders {
  return {
    supplierSearch: createQuestionLoader(
      'supplierSearch',
      (need: NeedInput) => suppliers.find(need),
      MOST_SEARCHES,
    ),
    substituteSearch: createQuestionLoader(
      'substituteSearch',
      (need: SubstituteNeedInput) => substitutes.find(need),
      MOST_SEARCHES,
    ),
    callOffsById: new DataLoader((ids) => Promise.all(ids.map((id) => callOffs.find(id)))),
  };
}
