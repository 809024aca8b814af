import { ROLES, type Grant, type Role } from '../caller.js';
import type { Asker } from '../policy/rule.js';
import type { HubProcess } from './hub-processes.js';
import type { SignedRequest } from './verify-request.js';

const PUBLIC: Asker = { caller: null, process: null };

/** Which alone verifies who people are, and so speaks for them. */
const SPEAKER: string = 'gateway' satisfies HubProcess;

/**
 * Who asks, as the process says that has signed the request. A role that is not known here opens nothing, and none does that
 * another process tells than the gateway, which asks in its own name alone.
 * @param signer - Null where no process signed: whoever asks is the public.
 */
export function askerOf(signer: SignedRequest | null): Asker {
  if (signer === null) return PUBLIC;
  const { issuer, scopes, subject, name = null } = signer;
  const process = { issuer, scopes };
  if (subject === null || issuer !== SPEAKER) return { caller: null, process };
  const grants = signer.roles.filter(isGrant);
  return { caller: { issuer, subject, name, grants }, process };
}

function isGrant(grant: SignedRequest['roles'][number]): grant is Grant {
  return ROLES.includes(grant.role as Role);
}
