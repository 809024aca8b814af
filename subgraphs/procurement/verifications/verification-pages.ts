import { pageByTime } from '../../shared/graphql/page-by-time.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import type { VerificationDataSource } from '../store/verification-data-source.js';
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
  { cooperativeId, ...page }: VerificationsQuestion,
  asker: Asker,
) {
  checkAllowed('Query.evidenceVerifications', asker);
  return await pageByTime(
    page,
    (most, after) => dataSource.findPage(cooperativeId, most, after),
    ({ verifiedAt }) => verifiedAt,
  );
}
