import type { z } from 'zod';
import {
  IdentityFileSchema,
  type Issuer,
} from '../../../../subgraphs/shared/identity/people/identity-file.js';

type IssuerInput = z.input<typeof IdentityFileSchema>['issuers'][number];

/** An issuer that makes staff of karhu of whoever is in its group "office". */
export function issuerInput(changes: Partial<IssuerInput> = {}): IssuerInput {
  return {
    issuer: 'https://login.karhu.example',
    audience: 'https://hub.example',
    rules: [
      {
        role: 'STAFF',
        when: { claim: ['groups'], value: 'office' },
        organisation: { id: 'karhu' },
      },
    ],
    mayAssert: [{ role: 'STAFF', organisations: ['karhu'] }],
    ...changes,
  };
}

export function issuerOf(changes: Partial<IssuerInput> = {}): Issuer {
  const [issuer] = IdentityFileSchema.parse({ issuers: [issuerInput(changes)] }).issuers;
  if (!issuer) throw new Error('There is one.');
  return issuer;
}
