import { createHash } from 'node:crypto';
import { isCooperativeId, ownerOf } from '../../../shared/words/ids.js';
import type { Role } from '../../../shared/identity/caller.js';
import { ORGANISATION_FORM, readOrganisation } from './organisations.js';

/** An invented person, or a program. Anything that has the form of an account is one. */
export interface Account {
  /** Such as `staff:karhu`, or `member:karhu:m1` for one of its members; the same whichever way it was written. */
  readonly id: string;
  readonly role: Role;
  /** Id of a cooperative, or business id; null where the role is not one of an organisation. */
  readonly organisation: string | null;
  /** How the person is called. */
  readonly name: string;
}

/** No such account, and which was wanted. */
export interface NoAccount {
  readonly wanted: string;
}

const ALONE = new Map<string, { readonly role: Role; readonly name: string }>([
  ['coordinator', { role: 'COORDINATOR', name: 'Kerttu Koivula' }],
  ['auditor', { role: 'AUDITOR', name: 'Torsten Granlund' }],
  ['household', { role: 'HOUSEHOLD', name: 'Anna-Liisa Kotila' }],
]);

const OF_COOPERATIVES = new Map<string, Role>([
  ['staff', 'STAFF'],
  ['member', 'MEMBER'],
]);

const OF_ORGANISATIONS = new Map<string, Role>([
  ['officer', 'OFFICER'],
  ['machine', 'MACHINE'],
]);

/** Invented; each cooperative has one of them as staff, another as member. */
const NAMES = [
  ...['Aino Lehtola', 'Björn Ekdahl', 'Cecilia Sundqvist', 'Eero Mäntylä', 'Fatima Haddad'],
  ...['Gun-Britt Åhs', 'Heikki Salonen', 'Ingrid Wallin', 'Jalmari Ojala', 'Kim Nguyen'],
  ...['Lahja Rintala', 'Mikael Forsell'],
] as const;

/** How accounts are written. */
const ACCOUNT_FORM =
  'coordinator, auditor, household, staff:ID, member:ID, officer:CODE or machine:CODE';

/** Reads the name of an account. Whether there is such a cooperative is not known here. */
export function readAccount(text: string): Account | NoAccount {
  const [kind = '', ...rest] = text.split(':');
  const code = rest.join(':');
  const alone = ALONE.get(text);
  if (alone) return { id: text, organisation: null, ...alone };
  const ofCooperative = OF_COOPERATIVES.get(kind);
  if (ofCooperative) {
    const isOne = isCooperativeId(code) || ofCooperative === 'MEMBER';
    const organisation = isOne ? ownerOf(code) : null;
    if (organisation === null) {
      return { wanted: `${kind}:ID with the id of a cooperative, such as ${kind}:karhu` };
    }
    return { id: text, role: ofCooperative, organisation, name: nameFor(text) };
  }
  const ofOrganisation = OF_ORGANISATIONS.get(kind);
  if (ofOrganisation) {
    const organisation = readOrganisation(code);
    if (organisation === null) return { wanted: `${kind}:CODE with ${ORGANISATION_FORM}` };
    const id = `${kind}:${organisation}`;
    const name = ofOrganisation === 'MACHINE' ? id : nameFor(id);
    return { id, role: ofOrganisation, organisation, name };
  }
  return { wanted: ACCOUNT_FORM };
}

function nameFor(id: string): string {
  const number = createHash('sha256').update(id).digest().readUInt32BE();
  return NAMES[number % NAMES.length] ?? NAMES[0];
}

/** What the provider says of an account in its tokens; `identity.ts` tells the hub how to read it. */
export function claimsOf({ role, organisation, name, id }: Account): Record<string, unknown> {
  switch (role) {
    case 'COORDINATOR':
    case 'AUDITOR':
      return { name, roles: [role.toLowerCase()] };
    case 'HOUSEHOLD':
      return { name, email: `${id}@example.org`, email_verified: true };
    case 'STAFF':
      return { name, staff_of: [organisation] };
    case 'MEMBER':
      return { name, member_of: [id.slice('member:'.length)] };
    case 'OFFICER':
      return { name, officer_of: [organisation] };
    case 'MACHINE':
      return { machine_of: organisation };
  }
}
