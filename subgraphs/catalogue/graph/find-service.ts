import { badUserInput, publicError } from '../../../schema/errors.js';
import { parseOwnedId } from '../../shared/words/ids.js';
import { shown } from '../../shared/words/plain-text.js';
import type { PageRequest, ServicePage } from '../index/parts/search-types.js';
import type { ServiceListing } from '../store/listing.js';
import { isListed } from '../store/change-state.js';
import type { CooperativeEntry } from '../following/registry.js';
import { checkList } from './input-checks.js';
import type { CatalogueReplica } from '../following/replica.js';

/** Since when a service is no longer on offer: withdrawn itself, or gone with its cooperative. Null while it is. */
export function withdrawnAt(service: ServiceListing, { registry }: CatalogueReplica): Date | null {
  if (service.withdrawnAt) return service.withdrawnAt;
  const owner = registry.find(service.cooperative);
  return owner?.status === 'LEFT' ? owner.statusSince : null;
}

/**
 * A service on offer; null when there never was one with this id.
 * @throws BAD_USER_INPUT on a malformed id, GONE with `withdrawnAt` when it is no longer on offer.
 */
export function findService(id: string, catalogue: CatalogueReplica): ServiceListing | null {
  checkId(id, 'id');
  const service = catalogue.index.findService(id);
  const gone = service && withdrawnAt(service, catalogue);
  if (!gone) return service;
  const since = gone.toISOString();
  throw publicError('GONE', `"${id}" was withdrawn at ${since}.`, { withdrawnAt: since });
}

/**
 * The same of several: one slot for each id, in the order asked; null also for what is no longer on offer.
 * @throws BAD_USER_INPUT on a malformed id, without any, and above 100.
 */
export function findServices(
  ids: readonly string[],
  catalogue: CatalogueReplica,
): (ServiceListing | null)[] {
  if (ids.length === 0) throw badUserInput('"ids" must hold 1 to 100 items, got 0.', 'ids');
  return checkList(ids, 'ids').map((id, position) => {
    checkId(id, `ids.${position}`);
    const service = catalogue.index.findService(id);
    return service && withdrawnAt(service, catalogue) ? null : service;
  });
}

function checkId(id: string, argument: string): void {
  if (parseOwnedId(id)) return;
  const wanted = 'a service\'s id such as "karhu:siivous"';
  throw badUserInput(`"${argument}" must be ${wanted}, got ${shown(id)}.`, argument);
}

/** What a cooperative has on offer; nothing while it is paused or after it has left. */
export function pageServices(
  { id, status }: CooperativeEntry,
  page: PageRequest,
  { index }: CatalogueReplica,
): ServicePage {
  if (isListed(status)) return index.servicesOf(id, page);
  return { rows: [], totalCount: 0, hasNextPage: false, hasPreviousPage: false };
}
