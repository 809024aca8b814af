import type { Grant } from '../../../../subgraphs/shared/identity/caller.js';
import {
  NOBODYS,
  type Asker,
  type Target,
} from '../../../../subgraphs/shared/identity/policy/rule.js';

/** Who shows nothing. */
export const PUBLIC: Asker = { caller: null, process: null };

/** Somebody with these roles; `STAFF karhu` is a role with its organisation. */
export function withRoles(...roles: readonly string[]): Asker {
  const grants = roles.map((text) => {
    const [role, organisation = null] = text.split(' ');
    return { role, organisation } as Grant;
  });
  const caller = { issuer: 'https://id.example', subject: 'p1', name: null, grants };
  return { caller, process: null };
}

/** A process that asks in nobody's name. */
export function signedBy(issuer: string, ...scopes: readonly string[]): Asker {
  return { caller: null, process: { issuer, scopes } };
}

/** What is of these organisations. */
export function of(...organisations: readonly string[]): Target {
  return { ...NOBODYS, organisations };
}

/** The caller's own. */
export const ONES_OWN: Target = { ...NOBODYS, isOwn: true };

/** What the caller has the key to. */
export const OPENED: Target = { ...NOBODYS, isOpened: true };
