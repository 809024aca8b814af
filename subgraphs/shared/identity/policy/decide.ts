import type { Grant } from '../caller.js';
import { sayNeeds } from './say-needs.js';
import {
  whoseOf,
  type Asker,
  type Row,
  type Rule,
  type SigningProcess,
  type Target,
} from './rule.js';

export type Decision = { readonly kind: 'allowed' } | Refused;

/**
 * UNAUTHENTICATED: nothing was shown, and a role would do. FORBIDDEN: what was shown is not enough, or no role would do. The gateway
 * shows nothing of its own: where it asks in nobody's name, nobody is signed in. But where processes may by themselves it is one that may
 * not.
 */
export interface Refused {
  readonly kind: 'refused';
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN';
  /** What would be needed. Tells nothing of what is asked for but what the caller sent. */
  readonly message: string;
}

/** Which rows of a list somebody may read. */
export type Reach =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'some';
      /** Those of these organisations. */
      readonly organisations: readonly string[];
      /** Whether the caller's own are among them. */
      readonly hasOwn: boolean;
    }
  | Refused;

const ALLOWED = { kind: 'allowed' } as const;

/** Whether somebody may do or read something. Of several roles one that may is enough. */
export function decide(row: Row, asker: Asker, target: Target): Decision {
  const grants = asker.caller?.grants ?? [];
  const isOpen =
    (row.isPublic === true && grants.length === 0) ||
    (row.key !== undefined && target.isOpened) ||
    grants.some((grant) => opens(row, grant, target)) ||
    isNeeded(row, asker.process, target);
  return isOpen ? ALLOWED : refused(row, asker, target);
}

/** How much of a list somebody may read: the rows for which `decide` would allow it by a role. */
export function reach(row: Row, asker: Asker, target: Target): Reach {
  const grants = asker.caller?.grants ?? [];
  const opened = grants.map((grant) => ({ ...grant, whose: whoseOf(row, grant.role) }));
  if (opened.some(({ whose }) => whose === 'any')) return { kind: 'all' };
  const organisations = opened.flatMap(({ whose, organisation }) =>
    whose === 'organisation' && organisation !== null ? [organisation] : [],
  );
  const hasOwn = opened.some(({ whose }) => whose === 'own');
  return organisations.length > 0 || hasOwn
    ? { kind: 'some', organisations: [...new Set(organisations)], hasOwn }
    : refused(row, asker, target);
}

function opens(rule: Rule, { role, organisation }: Grant, target: Target): boolean {
  const whose = whoseOf(rule, role);
  switch (whose) {
    case null:
      return false;
    case 'any':
      return true;
    case 'organisation':
      return organisation !== null && target.organisations.includes(organisation);
    case 'own':
      return target.isOwn;
  }
}

function isNeeded(
  { processes = [] }: Rule,
  process: SigningProcess | null,
  { organisations }: Target,
): boolean {
  return processes.some(({ process: wanted, scope }) => {
    if (!process?.scopes.includes(scope)) return false;
    return wanted === 'cooperative'
      ? organisations.includes(process.issuer)
      : process.issuer === wanted;
  });
}

function refused(row: Row, { caller, process }: Asker, target: Target): Refused {
  const wouldRoleDo = row.key === undefined && (row.any ?? row.organisation ?? row.own);
  const isGatewaysOwn = process?.issuer === 'gateway' && row.processes === undefined;
  const isUnknown = caller === null && (process === null || isGatewaysOwn);
  const code = isUnknown && wouldRoleDo ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  return { kind: 'refused', code, message: String(sayNeeds(row, target)) };
}
