import { pageByTime } from '../../shared/graphql/page-by-time.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import type { AgreementDataSource } from '../store/agreement-data-source.js';
import { shareOf } from './agreement-access.js';

/** A page of the agreements that who asks may read. One query. @throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT. */
export async function pageAgreements(
  dataSource: Pick<AgreementDataSource, 'findPage'>,
  page: { readonly first: number; readonly after?: string | null | undefined },
  asker: Asker,
) {
  const share = shareOf(asker);
  return await pageByTime(
    page,
    (most, after) => dataSource.findPage(share, most, after),
    ({ createdAt }) => createdAt,
  );
}
