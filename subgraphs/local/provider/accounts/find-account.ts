import { readAccount, type Account, type NoAccount } from './accounts.js';

/** Ids of the network's cooperatives; null where they are not known. */
export type ListCooperatives = () => Promise<readonly string[] | null>;

/** Reads the name of an account, of which the cooperative must be one of the network. */
export async function findAccount(
  text: string,
  listCooperatives: ListCooperatives,
): Promise<Account | NoAccount> {
  const account = readAccount(text);
  if ('wanted' in account || !['STAFF', 'MEMBER'].includes(account.role)) return account;
  const known = await listCooperatives();
  if (known === null || known.includes(account.organisation ?? '')) return account;
  const ids = known.length === 0 ? 'none yet' : known.join(', ');
  return { wanted: `a cooperative of the network, which has ${ids}` };
}
