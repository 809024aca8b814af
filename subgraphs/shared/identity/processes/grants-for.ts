import type { Grant } from '../caller.js';
import { isHubProcess } from './hub-processes.js';

/**
 * Which of somebody's grants an endpoint is told. The hub's own processes are told all; a cooperative is told who is its own staff,
 * member and program, and roles of no organisation, but not in which other cooperatives or organisations somebody is what.
 * @param audience - Id of the endpoint.
 * @param businessId - By which a cooperative's own program is known, and nobody else, for the cooperative says itself what it is; null
 *   where it is not known.
 */
export function grantsFor(
  audience: string,
  businessId: string | null,
  grants: readonly Grant[],
): readonly Grant[] {
  if (isHubProcess(audience)) return grants;
  return grants.filter(
    ({ role, organisation }) =>
      organisation === null ||
      organisation === audience ||
      (role === 'MACHINE' && organisation === businessId),
  );
}
