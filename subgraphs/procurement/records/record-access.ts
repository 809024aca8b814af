import { publicError } from '../../../schema/errors.js';
import { decide, reach } from '../../shared/identity/policy/decide.js';
import { NOBODYS, whoseOf, type Asker } from '../../shared/identity/policy/rule.js';
import { rowOf } from '../../shared/identity/policy/table.js';
import { parseAnyBusinessId } from '../../shared/network-file/business-id.js';

/** Checks that somebody may do something with what is an organisation's. @throws UNAUTHENTICATED or FORBIDDEN. */
export function checkOrganisation(row: string, asker: Asker, organisation: string | null): void {
  const organisations = organisation === null ? [] : [organisation];
  const decision = decide(rowOf(row), asker, { ...NOBODYS, organisations });
  if (decision.kind === 'refused') throw publicError(decision.code, decision.message);
}

/** Business ids of the organisations of which somebody may read a list. @throws UNAUTHENTICATED or FORBIDDEN where there are none. */
export function organisationsOf(row: string, asker: Asker): readonly string[] {
  const reached = reach(rowOf(row), asker, NOBODYS);
  if (reached.kind === 'refused') throw publicError(reached.code, reached.message);
  return reached.kind === 'some' ? reached.organisations : [];
}

/**
 * In whose name somebody acts: that which is named, or the only one of theirs.
 * @returns Null where one of several must be named.
 * @throws UNAUTHENTICATED or FORBIDDEN where it is another's, or where they have none.
 */
export function organisationFor(
  row: string,
  asker: Asker,
  named: string | null | undefined,
): string | null {
  const text = named?.trim() || null;
  if (text !== null) {
    const organisation = parseAnyBusinessId(text) ?? text;
    checkOrganisation(row, asker, organisation);
    return organisation;
  }
  const grants = asker.caller?.grants ?? [];
  const [only = null, ...others] = new Set(
    grants.flatMap(({ role, organisation }) =>
      whoseOf(rowOf(row), role) === 'organisation' && organisation !== null ? [organisation] : [],
    ),
  );
  if (others.length > 0) return null;
  checkOrganisation(row, asker, only);
  return only;
}
