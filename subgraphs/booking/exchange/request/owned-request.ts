import { verifiedOrganisation, type Owned } from '../../access/owned.js';
import type { WorkRequestRecord } from './records.js';

/** Whose a request is: who asked for the work. What it was offered with is the cooperatives'. */
export function ownedRequest({ caller, maker = null, secretHash }: WorkRequestRecord): Owned {
  const organisationId = verifiedOrganisation(caller.organisationId, maker);
  return { organisationId, cooperative: null, maker, secretHash };
}
