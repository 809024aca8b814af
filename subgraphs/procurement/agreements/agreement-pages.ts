import { badUserInput } from '../../../schema/errors.js';
import { checkFirst, pageInfo } from '../../shared/graphql/connection.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import { decodeCursor, encodeCursor } from '../../shared/words/cursors.js';
import type { AgreementDataSource, AgreementPlace } from '../store/agreement-data-source.js';
import { shareOf } from './agreement-access.js';

/** A page of the agreements that who asks may read. One query. @throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT. */
export async function pageAgreements(
  dataSource: Pick<AgreementDataSource, 'findPage'>,
  { first, after }: { readonly first: number; readonly after?: string | null | undefined },
  asker: Asker,
) {
  const share = shareOf(asker);
  const size = checkFirst(first);
  const place = after == null ? null : placeOf(after);
  const rows = await dataSource.findPage(share, size + 1, place);
  const edges = rows.slice(0, size).map((node) => {
    const cursor = encodeCursor([node.createdAt.getTime(), node._id]);
    return { node, cursor };
  });
  const stands = { hasNextPage: rows.length > size, hasPreviousPage: place !== null };
  const cursors = edges.map(({ cursor }) => cursor);
  return { edges, pageInfo: pageInfo(stands, cursors) };
}

function placeOf(cursor: string): AgreementPlace {
  const [time, id] = decodeCursor(cursor, ['number', 'string']) as [number, string];
  const createdAt = new Date(time);
  if (!Number.isNaN(createdAt.getTime())) return { createdAt, id };
  throw badUserInput('"after" must be a cursor of this list, got something else.', 'after');
}
