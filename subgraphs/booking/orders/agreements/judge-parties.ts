import { say, type Said } from '../../../shared/words/said/say.js';
import type { Moment } from '../../../shared/words/said/moment.js';
import { refuse, type Refusal } from '../../store/refusal.js';
import type { OrderLegRecord } from '../../store/records.js';
import { cooperativeOf, endOf } from '../order/order-state.js';
import type { AgreementTerms } from './agreements-client.js';

/** What is ordered under an agreement. */
export interface CallOff {
  /** Business id of the organisation that orders; null for none. */
  readonly organisationId: string | null;
  readonly legs: readonly Pick<OrderLegRecord, 'serviceId' | 'start' | 'minutes' | 'timeZone'>[];
}

/** The agreement under which something may be ordered, as far as its parties and its time go, or why not. */
export type PartiesVerdict =
  | { readonly kind: 'terms'; readonly terms: AgreementTerms }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** @param terms - Null where there is no such agreement. That of another organisation counts as none. */
export function judgeParties(
  terms: AgreementTerms | null,
  { organisationId, legs }: CallOff,
): PartiesVerdict {
  if (organisationId === null) {
    const message = say`Wanted the business id of the organisation whose agreement it is, got none.`;
    return refused(refuse('BAD_USER_INPUT', message, ['buyer', 'organisationId']));
  }
  if (terms === null || terms.organisationId !== organisationId) {
    const message = say`The organisation ${organisationId} has no such agreement.`;
    return refused(refuse('NOT_FOUND', message, ['agreementId']));
  }
  const { cooperatives, startsAt, endsAt } = terms;
  const refusals = legs.flatMap((leg, number) => {
    const path = ['legs', number] as const;
    const owner = cooperativeOf(leg);
    const isParty = cooperatives.includes(owner);
    const isInTime = leg.start >= startsAt && endOf(leg) <= endsAt;
    return [
      ...(isParty ? [] : [outside(notOf(terms, owner), [...path, 'serviceId'])]),
      ...(isInTime ? [] : [outside(notWhile(terms, leg), [...path, 'start'])]),
    ];
  });
  return refusals.length > 0 ? refused(...refusals) : { kind: 'terms', terms };
}

function refused(...refusals: readonly Refusal[]): PartiesVerdict {
  return { kind: 'refused', refusals };
}

function outside(message: Said, field: readonly (string | number)[]): Refusal {
  return refuse('OUTSIDE_AGREEMENT', message, field);
}

function notOf({ cooperatives }: AgreementTerms, owner: string): Said {
  return say`Wanted a service of ${cooperatives.join(', ')}, with whom the agreement is, got one of ${owner}.`;
}

function notWhile({ startsAt, endsAt }: AgreementTerms, leg: CallOff['legs'][number]): Said {
  const at = (instant: Date): Moment => ({ at: instant, zone: leg.timeZone ?? 'UTC' });
  return say`Wanted work from ${at(startsAt)} until ${at(endsAt)}, while the agreement runs, got some from ${at(leg.start)} until ${at(endOf(leg))}.`;
}
