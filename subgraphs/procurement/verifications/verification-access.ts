import { publicError } from '../../../schema/errors.js';
import { decide } from '../../shared/identity/policy/decide.js';
import { NOBODYS, type Asker } from '../../shared/identity/policy/rule.js';
import { rowOf } from '../../shared/identity/policy/table.js';

/** @param name - Row of the table of access. @throws UNAUTHENTICATED or FORBIDDEN, saying what would be needed. */
export function checkAllowed(name: string, asker: Asker): void {
  const decision = decide(rowOf(name), asker, NOBODYS);
  if (decision.kind === 'refused') throw publicError(decision.code, decision.message);
}
