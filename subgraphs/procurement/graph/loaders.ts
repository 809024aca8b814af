import DataLoader from 'dataloader';
import { createQuestionLoader, type QuestionLoader } from '../../shared/graphql/question-loader.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import type { CallOffs, CallOffsClient } from '../agreements/call-offs-client.js';
import type { NeedInput } from '../need/check-need.js';
import { readRecord, type ReadRecord } from '../records/read-record.js';
import type { SupplierSearchResult } from '../search/result.js';
import type { SupplierSearch } from '../search/supplier-search.js';
import type { SearchRecordDataSource } from '../store/search-record-data-source.js';
import type { SubstituteNeedInput } from '../substitutes/check-substitute-need.js';
import type { SubstituteSearch, SubstituteSearchResult } from '../substitutes/substitute-search.js';

/** Searches of each kind that one request may make: each asks the whole network. */
const MOST_SEARCHES = 2;

/** Records that one request may read: each may have 4 MB. */
const MOST_RECORDS = 3;

/** What is searched with. */
export interface Searches {
  readonly suppliers: Pick<SupplierSearch, 'find'>;
  readonly substitutes: Pick<SubstituteSearch, 'find'>;
}

/** What one request asks; the same search under several names is made once. */
export interface ProcurementLoaders {
  readonly supplierSearch: QuestionLoader<NeedInput, SupplierSearchResult>;
  readonly substituteSearch: QuestionLoader<SubstituteNeedInput, SubstituteSearchResult>;
  /** Null where there is no such record. */
  readonly searchRecord: QuestionLoader<{ readonly id: string }, ReadRecord | null>;
  /** By the id of the agreement; null where that is not told now. */
  readonly callOffsById: DataLoader<string, CallOffs | null>;
}

/** Loaders of one request: they keep what they have found. @param signal - Nothing is begun any more once it is aborted. */
export function createLoaders(
  { suppliers, substitutes }: Searches,
  callOffs: Pick<CallOffsClient, 'find'>,
  records: Pick<SearchRecordDataSource, 'findById'>,
  { caller }: Asker,
  signal: AbortSignal,
): ProcurementLoaders {
  const isSignedIn = caller !== null;
  return {
    supplierSearch: createQuestionLoader(
      'supplierSearch',
      signal,
      (need: NeedInput) => suppliers.find(need, { isSignedIn, buyer: null }, { signal }),
      MOST_SEARCHES,
    ),
    searchRecord: createQuestionLoader(
      'searchRecord',
      signal,
      async ({ id }: { readonly id: string }) => {
        const stored = await records.findById(id);
        return stored && readRecord(stored);
      },
      MOST_RECORDS,
    ),
    substituteSearch: createQuestionLoader(
      'substituteSearch',
      signal,
      (need: SubstituteNeedInput) => substitutes.find(need, isSignedIn, signal),
      MOST_SEARCHES,
    ),
    callOffsById: new DataLoader(async (ids) => {
      signal.throwIfAborted();
      return Promise.all(ids.map((id) => callOffs.find(id)));
    }),
  };
}
