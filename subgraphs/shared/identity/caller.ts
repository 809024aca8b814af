/** What somebody may be. Whoever shows nothing is the public, and needs no role for it. */
export const ROLES = [
  'HOUSEHOLD',
  'MEMBER',
  'STAFF',
  'OFFICER',
  'COORDINATOR',
  'AUDITOR',
  'MACHINE',
] as const;

export type Role = (typeof ROLES)[number];

/** A role, and for whom. */
export interface Grant {
  readonly role: Role;
  /**
   * Id of the cooperative of members and staff; business id of an officer's and a machine's organisation. Null where the role is
   * not one of an organisation.
   */
  readonly organisation: string | null;
  /** Of a member: which one, by the local id at the cooperative; left out where the provider does not say. */
  readonly member?: string;
}

/** Who asks, as an identity provider or a process of the hub says. One person may have several roles. */
export interface Caller {
  /** Who says so: the provider's issuer, or a process of the hub. */
  readonly issuer: string;
  /** The same for one person at one issuer; no name. */
  readonly subject: string;
  /** How the person is called; null where that is not told. */
  readonly name: string | null;
  readonly grants: readonly Grant[];
}

/** Somebody as it is stored who did something: who says so, and the pseudonym by which they are known there. */
export function pseudonymOf({ issuer, subject }: Caller): string {
  return `${issuer} ${subject}`;
}
