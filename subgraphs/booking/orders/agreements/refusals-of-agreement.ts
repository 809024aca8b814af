import { refuse, type Refusal } from '../../store/refusal.js';
import type { OrderLegRecord } from '../../store/records.js';
import { cooperativeOf, endOf } from '../order/order-state.js';
import type { AgreementTerms } from './agreements-client.js';

/** What is ordered under an agreement. */
export interface CallOff {
  /** Business id of the organisation that orders; null for none. */
  readonly organisationId: string | null;
  readonly legs: readonly Pick<OrderLegRecord, 'serviceId' | 'start' | 'minutes'>[];
}

/**
 * Why something may not be ordered under an agreement; empty where it may.
 * @param terms - Null where there is no such agreement. That of another organisation counts as none.
 */
export function refusalsOfAgreement(
  terms: AgreementTerms | null,
  { organisationId, legs }: CallOff,
): Refusal[] {
  if (terms === null || terms.organisationId !== organisationId) {
    return [
      refuse('NOT_FOUND', 'The buyer’s organisation has no such agreement.', ['agreementId']),
    ];
  }
  const { cooperatives, startsAt, endsAt } = terms;
  return legs.flatMap((leg, number) => {
    const path = ['legs', number] as const;
    const owner = cooperativeOf(leg);
    const isParty = cooperatives.includes(owner);
    const isInTime = leg.start >= startsAt && endOf(leg) <= endsAt;
    return [
      ...(isParty ? [] : [refuse('BAD_USER_INPUT', notOf(terms, owner), [...path, 'serviceId'])]),
      ...(isInTime ? [] : [refuse('BAD_USER_INPUT', notWhile(terms), [...path, 'start'])]),
    ];
  });
}

function notOf({ cooperatives }: AgreementTerms, owner: string): string {
  return `Wanted a service of ${cooperatives.join(', ')}, with whom the agreement is, got one of ${owner}.`;
}

function notWhile({ startsAt, endsAt }: AgreementTerms): string {
  return `Wanted work from ${startsAt.toISOString()} until ${endsAt.toISOString()}, while the agreement runs.`;
}
