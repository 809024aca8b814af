import type { z } from 'zod';
import type { IdentityFileSchema } from '../../../shared/identity/people/identity-file.js';

/** For whom the provider's tokens are: a hub on this machine. */
export const AUDIENCE = 'https://hub.example';
/** With which it signs. */
export const ALGORITHM = 'ES256';

/** What a hub is told of the provider: the content of its `IDENTITY_FILE`. */
export function identityOf(issuer: string): z.input<typeof IdentityFileSchema> {
  return {
    development: true,
    issuers: [
      {
        issuer,
        audience: AUDIENCE,
        algorithms: [ALGORITHM],
        rules: [
          { role: 'COORDINATOR', when: { claim: ['roles'], value: 'coordinator' } },
          { role: 'AUDITOR', when: { claim: ['roles'], value: 'auditor' } },
          { role: 'HOUSEHOLD', when: { claim: ['email_verified'], value: true } },
          { role: 'HOUSEHOLD', when: { claim: ['phone_number_verified'], value: true } },
          { role: 'STAFF', organisation: { claim: ['staff_of'] } },
          { role: 'MEMBER', organisation: { claim: ['member_of'] } },
          { role: 'OFFICER', organisation: { claim: ['officer_of'] } },
          { role: 'MACHINE', organisation: { claim: ['machine_of'] } },
        ],
        mayAssert: [
          { role: 'COORDINATOR' },
          { role: 'AUDITOR' },
          { role: 'HOUSEHOLD' },
          { role: 'STAFF', organisations: 'any' },
          { role: 'MEMBER', organisations: 'any' },
          { role: 'OFFICER', organisations: 'any' },
          { role: 'MACHINE', organisations: 'any' },
        ],
      },
    ],
  };
}
