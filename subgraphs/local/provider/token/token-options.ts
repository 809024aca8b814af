import { parseArgs } from 'node:util';
import { readAccount, type Account } from '../accounts/accounts.js';
import { ORGANISATION_FORM } from '../accounts/organisations.js';

export const USAGE = `Usage: npm run --silent token -- --as ACCOUNT [--hub URL]
Prints an access token of the demo provider, good for an hour, and nothing else.
  --as ACCOUNT  who asks: coordinator, auditor, household, or
                  staff:ID, member:ID   ID of any cooperative of the network, such as staff:karhu
                  member:ID:LOCAL       one of its members, by the id in its file
                  officer:CODE          of ${ORGANISATION_FORM}
                  machine:CODE          a program of such an organisation
  --hub URL     base URL of a gateway, such as http://127.0.0.1:4000; HUB_URL says the same.
                The network that runs from this folder where neither is given; NETWORK_ID says which.`;

/** What `npm run token` was asked to do. */
export interface TokenOptions {
  readonly account: Account;
  /** Base URL of a gateway; null where the network that runs from this folder is meant. */
  readonly hub: string | null;
  readonly networkId: string | undefined;
}

/** @throws Error with a sentence on what was wanted. */
export function parseTokenOptions(args: readonly string[], env: NodeJS.ProcessEnv): TokenOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { as: { type: 'string' }, hub: { type: 'string' } },
  });
  const { as = '' } = values;
  const account = readAccount(as);
  if ('wanted' in account) {
    throw new Error(`--as: wanted ${account.wanted}, got ${as === '' ? 'nothing' : `"${as}"`}.`);
  }
  const hub = values.hub ?? (env['HUB_URL'] || null);
  if (hub !== null && !(/^https?:\/\//.test(hub) && URL.canParse(hub))) {
    const name = values.hub === undefined ? 'HUB_URL' : '--hub';
    throw new Error(`${name}: wanted a web address such as http://127.0.0.1:4000, got "${hub}".`);
  }
  return {
    account,
    hub: hub?.replace(/\/+$/, '') ?? null,
    networkId: env['NETWORK_ID'] || undefined,
  };
}
