import { publicError } from '../../../schema/errors.js';
import { pageByTime, type PageQuestion } from '../graphql/page-by-time.js';
import { decide } from '../identity/policy/decide.js';
import { NOBODYS, type Asker } from '../identity/policy/rule.js';
import { rowOf } from '../identity/policy/table.js';
import type { AuditLog } from './audit-log.js';
import type { AuditRecord } from './audit-records.js';

/** Arguments of the field that shows an audit log. */
export interface AuditQuestion extends PageQuestion {
  /** RFC 3339. */
  readonly from: string;
  readonly to?: string | null | undefined;
  readonly record?: string | null | undefined;
}

/** What the field that shows it needs of a request. */
export interface AuditContext {
  readonly asker: Asker;
  readonly audit: AuditLog;
}

const LARGEST_PAGE = 500;
/** Later than all that is noted. */
const EVER = new Date(8_640_000_000_000_000);

/**
 * A page of a process's audit log, the latest first. One query, beside what is left to write.
 * @param field - The row of the table that opens it.
 * @throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT
 */
export async function pageAudit(field: string, question: AuditQuestion, context: AuditContext) {
  const decision = decide(rowOf(field), context.asker, NOBODYS);
  if (decision.kind === 'refused') throw publicError(decision.code, decision.message);
  const { from, to, record = null, first, after } = question;
  const filter = { from: new Date(from), to: to == null ? EVER : new Date(to), record };
  const { edges, pageInfo } = await pageByTime(
    { first, after },
    (most, place) => context.audit.findPage(filter, most, place),
    ({ at }) => at,
    LARGEST_PAGE,
  );
  return { edges: edges.map(({ node, cursor }) => ({ node: shown(node), cursor })), pageInfo };
}

function shown({ _id: id, roles, ...entry }: AuditRecord) {
  return {
    ...{ ...entry, id },
    roles: roles.map(({ role, organisation }) => ({ role, organisation })),
  };
}
