import type { IncomingMessage } from 'node:http';
import type { Waited } from '../../shared/graphql/answer-who-waits.js';
import { acceptedLanguage } from '../../shared/http/accepted-language.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import { askerOf } from '../../shared/identity/processes/asker-of.js';
import type { SignedRequest } from '../../shared/identity/processes/verify-request.js';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import type { Clock } from '../../shared/process/clock.js';
import type { TextLanguage } from '../../shared/words/localized.js';
import type { Agreements } from '../agreements/agreements.js';
import type { CallOffsClient } from '../agreements/call-offs-client.js';
import type { SupplierList } from '../owners/supplier-list.js';
import type { RecordKeeper } from '../records/record-keeper.js';
import type { AgreementDataSource } from '../store/agreement-data-source.js';
import type { SearchRecordDataSource } from '../store/search-record-data-source.js';
import type { VerificationDataSource } from '../store/verification-data-source.js';
import type { Verifications } from '../verifications/verifications.js';
import { createLoaders, type ProcurementLoaders, type Searches } from './loaders.js';

/** What resolvers receive. */
export interface ProcurementContext extends Waited {
  readonly loaders: ProcurementLoaders;
  readonly agreements: Agreements;
  readonly agreementDataSource: AgreementDataSource;
  readonly verifications: Verifications;
  readonly verificationDataSource: VerificationDataSource;
  readonly suppliers: SupplierList;
  readonly records: SearchRecordDataSource;
  readonly keeper: RecordKeeper;
  /** Whether what is for examples is published to nobody. */
  readonly isProduction: boolean;
  /** The official codes. */
  readonly lists: ReferenceLists;
  /** The network's. */
  readonly clock: Clock;
  /** Which process signed the request, and in whose name. */
  readonly asker: Asker;
  /** In which texts are wanted where the document names no language; null where that is all the same. */
  readonly language: TextLanguage | null;
}

/** What all requests share. */
export interface ProcurementParts extends Omit<
  ProcurementContext,
  'loaders' | 'asker' | 'language' | 'signal'
> {
  readonly searches: Searches;
  readonly callOffs: Pick<CallOffsClient, 'find'>;
}

/** Makes the context of each request, with loaders of its own. */
export function createContextFactory({
  searches,
  callOffs,
  ...shared
}: ProcurementParts): (
  request: IncomingMessage,
  signal: AbortSignal,
  signer: SignedRequest | null,
) => ProcurementContext {
  return ({ headers }, signal, signer) => {
    const asker = askerOf(signer);
    return {
      ...shared,
      ...{
        asker,
        signal,
        loaders: createLoaders(searches, callOffs, shared.records, asker, signal),
      },
      language: acceptedLanguage(headers['accept-language']),
    };
  };
}
