import { publicError } from '../../../schema/errors.js';
import { decide, reach } from '../../shared/identity/policy/decide.js';
import { NOBODYS, whoseOf, type Asker } from '../../shared/identity/policy/rule.js';
import { rowOf } from '../../shared/identity/policy/table.js';
import type { AgreementShare } from '../store/agreement-data-source.js';
import type { AgreementRecord } from '../store/agreement-records.js';

/** Of an agreement, what decides who may do what with it. */
type Parties = Pick<AgreementRecord, 'organisationId' | 'cooperatives'>;

const READ = 'Query.agreement';

/** @param name - Row of the table of access. @throws UNAUTHENTICATED or FORBIDDEN, saying what would be needed. */
export function checkAccess(
  name: string,
  asker: Asker,
  { organisationId, cooperatives }: Parties,
): void {
  const row = rowOf(name);
  const organisations = name === READ ? [organisationId, ...cooperatives] : [organisationId];
  const decision = decide(row, asker, { organisations, isOwn: false, isOpened: false });
  if (decision.kind === 'refused') throw publicError(decision.code, decision.message);
}

/** The one organisation for which somebody makes agreements; null where there is none or are several. */
export function onlyOrganisationOf({ caller }: Asker): string | null {
  const rule = rowOf('Mutation.makeAgreement');
  const named = (caller?.grants ?? []).flatMap(({ role, organisation }) =>
    whoseOf(rule, role) === 'organisation' && organisation !== null ? [organisation] : [],
  );
  const [only = null, ...others] = new Set(named);
  return others.length === 0 ? only : null;
}

/** Whose agreements somebody may read; null for all. @throws UNAUTHENTICATED or FORBIDDEN. */
export function shareOf(asker: Asker): AgreementShare | null {
  const reached = reach(rowOf('Query.agreements'), asker, NOBODYS);
  switch (reached.kind) {
    case 'refused':
      throw publicError(reached.code, reached.message);
    case 'all':
      return null;
    case 'some':
      return { organisations: reached.organisations };
  }
}
