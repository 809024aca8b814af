import { badUserInput } from '../../../schema/errors.js';
import { checkFirst, pageInfo } from '../../shared/graphql/connection.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import { decodeCursor, encodeCursor } from '../../shared/words/cursors.js';
import type {
  VerificationDataSource,
  VerificationPlace,
} from '../store/verification-data-source.js';
import { checkAllowed } from './verification-access.js';

/** Arguments of the field that lists them. */
export interface VerificationsQuestion {
  readonly cooperativeId: string;
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A page of a cooperative's verifications. One query. @throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT. */
export async function pageVerifications(
  dataSource: Pick<VerificationDataSource, 'findPage'>,
  { cooperativeId, first, after }: VerificationsQuestion,
  asker: Asker,
) {
  checkAllowed('Query.evidenceVerifications', asker);
  const size = checkFirst(first);
  const place = after == null ? null : placeOf(after);
  const rows = await dataSource.findPage(cooperativeId, size + 1, place);
  const edges = rows.slice(0, size).map((node) => {
    const cursor = encodeCursor([node.verifiedAt.getTime(), node._id]);
    return { node, cursor };
  });
  const stands = { hasNextPage: rows.length > size, hasPreviousPage: place !== null };
  const cursors = edges.map(({ cursor }) => cursor);
  return { edges, pageInfo: pageInfo(stands, cursors) };
}

function placeOf(cursor: string): VerificationPlace {
  const [time, id] = decodeCursor(cursor, ['number', 'string']) as [number, string];
  const verifiedAt = new Date(time);
  if (!Number.isNaN(verifiedAt.getTime())) return { verifiedAt, id };
  throw badUserInput('"after" must be a cursor of this list, got something else.', 'after');
}
