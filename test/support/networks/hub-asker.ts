import { request } from 'undici';
import type { NetworkKeys } from '../../../subgraphs/local/network/network-keys.js';
import { loadSigner } from '../../../subgraphs/shared/identity/processes/key-file.js';
import type { OutgoingRequest } from '../../../subgraphs/shared/identity/processes/sign-request.js';
import { withRoles } from '../../shared/identity/policy/askers.js';
import type { Answer } from '../ask.js';

/** A process that is asked past the gateway: its id, and its base URL. */
export interface AskedProcess {
  readonly id: string;
  readonly url: string | undefined;
}

/** Sends one GraphQL request that is signed. */
type Ask = <Data>(
  asked: AskedProcess,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
) => Promise<Answer<Data>>;

/** Asks the processes of a network by themselves, with the keys of its gateway and its booking process. */
export interface HubAsker {
  /** As the gateway does for somebody. @param role - Such as `STAFF karhu`. */
  inNameOf(role: string): Ask;
  /** As the booking process commands bookings. */
  readonly asBooking: Ask;
}

export function hubAsker(keys: Pick<NetworkKeys, 'settingsOf'>): HubAsker {
  const ask = (
    issuer: 'gateway' | 'booking',
    asking: Pick<OutgoingRequest, 'scope' | 'caller'>,
  ): Ask => {
    const { PROCESS_KEY_FILE } = keys.settingsOf(issuer);
    const signer = loadSigner(PROCESS_KEY_FILE, { issuer, isProduction: false });
    return async ({ id, url }, query, variables = {}) => {
      const body = JSON.stringify({ query, variables });
      const signed = signer.headersFor({ audience: id, body, ...asking });
      const answer = await request(`${url ?? ''}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signed },
        body,
      });
      return { status: answer.statusCode, ...((await answer.body.json()) as object) } as never;
    };
  };
  return {
    inNameOf: (role) => ask('gateway', { scope: 'act', caller: withRoles(role).caller }),
    asBooking: ask('booking', { scope: 'book' }),
  };
}
