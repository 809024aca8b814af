import { ROLES, type Grant, type Role } from '../caller.js';
import type { Asker } from '../policy/rule.js';
import type { Scope } from './hub-processes.js';
import type { SignedRequest } from './verify-request.js';

const PUBLIC: Asker = { caller: null, process: null };

/** With which a process may ask on behalf of people. Of its own account a process says no roles. */
const ON_BEHALF: readonly string[] = ['read', 'act'] satisfies Scope[];

/**
 * Who asks, as the process says that has signed the request. A role that is not known here opens nothing, and none does that a
 * process tells which may not ask on behalf of people, as a cooperative may not.
 * @param signer - Null where no process signed: whoever asks is the public.
 */
export function askerOf(signer: SignedRequest | null): Asker {
  if (signer === null) return PUBLIC;
  const { issuer, scopes, subject, name = null } = signer;
  const process = { issuer, scopes };
  if (subject === null || !scopes.some((scope) => ON_BEHALF.includes(scope)))
    return { caller: null, process };
  const grants = signer.roles.filter(isGrant);
  return { caller: { issuer, subject, name, grants }, process };
}

function isGrant(grant: SignedRequest['roles'][number]): grant is Grant {
  return ROLES.includes(grant.role as Role);
}
