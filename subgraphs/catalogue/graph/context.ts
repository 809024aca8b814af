import type { IncomingMessage } from 'node:http';
import type { Waited } from '../../shared/graphql/answer-who-waits.js';
import { acceptedLanguage } from '../../shared/http/accepted-language.js';
import type { Clock } from '../../shared/process/clock.js';
import { decide } from '../../shared/identity/policy/decide.js';
import { NOBODYS, type Asker } from '../../shared/identity/policy/rule.js';
import { rowOf } from '../../shared/identity/policy/table.js';
import { askerOf } from '../../shared/identity/processes/asker-of.js';
import type { SignedRequest } from '../../shared/identity/processes/verify-request.js';
import type { FairLine } from '../../shared/turns/fair-line.js';
import type { TextLanguage } from '../../shared/words/localized.js';
import { isOutdated, type CooperativeEntry } from '../following/registry.js';
import type { CatalogueReplica } from '../following/replica.js';

/**
 * What resolvers receive. Everything that they read by key is in memory, so there is nothing for loaders to batch: a page
 * of results costs no query at all.
 */
export interface CatalogueContext extends Waited {
  readonly catalogue: CatalogueReplica;
  /** The network's clock: which certificates are valid today. */
  readonly clock: Clock;
  /** The members of the network, by id: the same ones during the whole of a request. */
  readonly members: () => readonly CooperativeEntry[];
  /** Those of them whose copy may be out of date. */
  readonly outdated: () => readonly CooperativeEntry[];
  /** Who asks, as the process says that has signed the request. */
  readonly asker: Asker;
  /** Of searches for words: one of each request after the other. */
  readonly searchLine: FairLine<CatalogueContext>;
  /** In which texts are wanted where the document names no language; null where that is all the same. */
  readonly language: TextLanguage | null;
}

/**
 * @param signal - Aborted when nobody waits for the answer any more.
 * @param request - Whose `Accept-Language` counts.
 * @param signer - The process that has signed it; null where none did.
 * @param searchLine - Of the process.
 */
export function createCatalogueContext(
  catalogue: CatalogueReplica,
  clock: Clock,
  signal: AbortSignal,
  { headers }: Pick<IncomingMessage, 'headers'>,
  signer: SignedRequest | null,
  searchLine: FairLine<CatalogueContext>,
): CatalogueContext {
  let members: readonly CooperativeEntry[] | null = null;
  return {
    ...{ catalogue, clock, signal, searchLine },
    asker: askerOf(signer),
    language: acceptedLanguage(headers['accept-language']),
    members: () => (members ??= catalogue.registry.members()),
    outdated: () =>
      members?.filter(({ source }) => isOutdated(source.state)) ?? catalogue.registry.outdated(),
  };
}

const STATUS_DETAIL = rowOf('Cooperative.statusDetail');

/** Whether somebody may read why a cooperative stands where it does, in its endpoint's own words. */
export function mayWatch(cooperative: string, asker: Asker): boolean {
  const target = { ...NOBODYS, organisations: [cooperative] };
  return decide(STATUS_DETAIL, asker, target).kind === 'allowed';
}
