/** By which register a business id is known (org-id.guide). */
export interface OrganisationIdentifier {
  /** `FI-PRO`: Finland's Business Information System; `SE-ON`: Sweden's organisation numbers. */
  readonly scheme: 'FI-PRO' | 'SE-ON';
  /** Of the organisation in the world: the scheme and the business id. */
  readonly id: string;
}

const FINNISH = /^\d{7}-\d$/;

/** @param businessId - Canonical: `0137323-9` or `212000-0449`. */
export function organisationIdentifier(businessId: string): OrganisationIdentifier {
  const scheme = FINNISH.test(businessId) ? 'FI-PRO' : 'SE-ON';
  return { scheme, id: `${scheme}-${businessId}` };
}
