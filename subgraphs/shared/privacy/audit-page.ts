import { publicError } from '../../../schema/errors.js';
import { checkFirst, pageInfo } from '../graphql/connection.js';
import { decide } from '../identity/policy/decide.js';
import { NOBODYS, type Asker } from '../identity/policy/rule.js';
import { rowOf } from '../identity/policy/table.js';
import { decodeCursor, encodeCursor } from '../words/cursors.js';
import type { AuditLog, AuditPlace } from './audit-log.js';
import type { AuditRecord } from './audit-records.js';

/** Arguments of the field that shows an audit log. */
export interface AuditQuestion {
  /** RFC 3339. */
  readonly from: string;
  readonly to?: string | null | undefined;
  readonly record?: string | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
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
  const size = checkFirst(first, LARGEST_PAGE);
  const place = after == null ? null : placeOf(after);
  const filter = { from: new Date(from), to: to == null ? EVER : new Date(to), record };
  const found = await context.audit.findPage(filter, size + 1, place);
  const edges = found
    .slice(0, size)
    .map((entry) => ({ node: shown(entry), cursor: cursorOf(entry) }));
  const info = { hasNextPage: found.length > size, hasPreviousPage: place !== null };
  return {
    edges,
    pageInfo: pageInfo(
      info,
      edges.map(({ cursor }) => cursor),
    ),
  };
}

function shown({ _id: id, roles, ...entry }: AuditRecord) {
  return {
    ...{ ...entry, id },
    roles: roles.map(({ role, organisation }) => ({ role, organisation })),
  };
}

function cursorOf({ at, _id }: AuditRecord): string {
  return encodeCursor([at.getTime(), _id]);
}

/** @throws BAD_USER_INPUT */
function placeOf(cursor: string): AuditPlace {
  const [at, id] = decodeCursor(cursor, ['number', 'string']);
  return { at: new Date(Number(at)), id: String(id) };
}
