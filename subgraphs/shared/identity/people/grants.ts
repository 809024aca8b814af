import { parseBusinessId } from '../../network-file/business-id.js';
import { isCooperativeId, parseOwnedId } from '../../words/ids.js';
import type { Grant, Role } from '../caller.js';
import type { Issuer, Permission, RoleRule } from './identity-file.js';
import { kindOfOrganisation } from './organisation.js';
import { refuse, type TokenRefusal } from './token-refusal.js';

/** What a token says, its signature verified. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * How long roles may be, written as JSON: so all of them fit into the token with which the gateway tells them to other processes
 * (`processes/`), beside a name. About 90 organisations of an officer.
 */
const LONGEST_GRANTS = 4_400;

/** What a claim says; undefined where it is not there. @param path - Names of a claim and of members of it. */
export function claimAt(claims: Claims, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && Object.hasOwn(value, name) ? (value as Claims)[name] : undefined;
  }, claims);
}

/**
 * The roles that a token gives by the rules of its issuer, each once.
 * @returns A refusal where they are more than the issuer may assert, or an organisation is none.
 */
export function grantsOf(claims: Claims, issuer: Issuer): readonly Grant[] | TokenRefusal {
  const grants = new Map<string, Grant>();
  for (const rule of issuer.rules) {
    if (rule.when && !holds(claimAt(claims, rule.when.claim), rule.when.value)) continue;
    for (const organisation of organisationsOf(rule, claims)) {
      const grant = readGrant(rule.role, organisation);
      if (grant === null) return refuseOrganisation(rule.role, issuer);
      if (!mayAssert(grant, issuer.mayAssert)) return refuseGrant(grant, issuer);
      grants.set(`${grant.role} ${grant.organisation ?? ''} ${grant.member ?? ''}`, grant);
    }
  }
  const all = [...grants.values()];
  if (JSON.stringify(all).length > LONGEST_GRANTS) {
    return refuse(
      'too-many-roles',
      `Wanted a token with fewer roles, got ${all.length}: about 90 can be passed on.`,
    );
  }
  const machines = all.filter(({ role }) => role === 'MACHINE');
  return machines.length > 1
    ? refuse('malformed', 'Wanted a machine of one organisation, got one of several.')
    : all;
}

function holds(said: unknown, wanted: string | boolean): boolean {
  return Array.isArray(said) ? said.includes(wanted) : said === wanted;
}

/** Ids as the token has them, or the one of the rule; one null where the role has none. */
function organisationsOf({ organisation }: RoleRule, claims: Claims): readonly unknown[] {
  if (!organisation) return [null];
  if ('id' in organisation) return [organisation.id];
  const said = claimAt(claims, organisation.claim);
  if (said === undefined || said === null) return [];
  return Array.isArray(said) ? said : [said];
}

/** @param organisation - Of a member also its own id, `karhu:m1`, which says which one. @returns Null where it is none of the kind. */
function readGrant(role: Role, organisation: unknown): Grant | null {
  const kind = kindOfOrganisation(role);
  if (kind === null) return { role, organisation: null };
  if (typeof organisation !== 'string') return null;
  const member = role === 'MEMBER' ? parseOwnedId(organisation) : null;
  if (member) return { role, organisation: member.cooperative, member: member.local };
  if (kind === 'cooperative') return isCooperativeId(organisation) ? { role, organisation } : null;
  const businessId = parseBusinessId('FI', organisation) ?? parseBusinessId('SE', organisation);
  return businessId === null ? null : { role, organisation: businessId };
}

function mayAssert({ role, organisation }: Grant, permissions: readonly Permission[]): boolean {
  return permissions.some(
    ({ role: allowed, organisations }) =>
      allowed === role &&
      (organisation === null ||
        organisations === 'any' ||
        organisations?.includes(organisation) === true),
  );
}

function refuseGrant({ role, organisation }: Grant, { issuer }: Issuer): TokenRefusal {
  const what = organisation === null ? role : `${role} of ${organisation}`;
  return refuse('role-not-allowed', `The issuer ${issuer} may not assert ${what}.`);
}

/** What came may be a person's number: it is not shown. */
function refuseOrganisation(role: Role, { issuer }: Issuer): TokenRefusal {
  const wanted =
    kindOfOrganisation(role) === 'cooperative' ? 'the id of a cooperative' : 'a business id';
  return refuse(
    'role-not-allowed',
    `The issuer ${issuer} may not assert ${role} of what is no organisation: wanted ${wanted}.`,
  );
}
