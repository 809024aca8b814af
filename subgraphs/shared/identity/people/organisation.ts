import type { Role } from '../caller.js';

/** By what the organisation of a role is known; null where the role is not one of an organisation. */
export type KindOfOrganisation = 'cooperative' | 'business';

export function kindOfOrganisation(role: Role): KindOfOrganisation | null {
  switch (role) {
    case 'MEMBER':
    case 'STAFF':
      return 'cooperative';
    case 'OFFICER':
    case 'MACHINE':
      return 'business';
    case 'HOUSEHOLD':
    case 'COORDINATOR':
    case 'AUDITOR':
      return null;
  }
}
