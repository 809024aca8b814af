import type { ClientMetadata } from 'oidc-provider';
import { readAccount } from './accounts.js';

/** The grant by which a command gets a token of a person without a browser; of this provider alone. */
export const ACT_AS = 'urn:hub.example:grant-type:act-as';
export const TOKEN_COMMAND = 'token-command';
/** Known to everybody, like all that the provider has: it is for trying, on this machine. */
export const MACHINE_SECRET = 'for-trying-on-this-machine';

/** GraphiQL on whatever port of this machine, and `npm run token`. */
export const CLIENTS: readonly ClientMetadata[] = [
  {
    client_id: 'graphiql',
    client_name: 'GraphiQL',
    // Of a native client the port of a loopback address may be any (RFC 8252, section 7.3).
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: ['127.0.0.1', 'localhost', '[::1]'].map((host) => `http://${host}/graphiql`),
  },
  {
    client_id: TOKEN_COMMAND,
    token_endpoint_auth_method: 'none',
    grant_types: [ACT_AS],
    response_types: [],
    redirect_uris: [],
  },
];

/** Each organisation has one program, which is called like its account. Null where the id is of no machine. */
export function machineClient(id: string): ClientMetadata | null {
  const account = readAccount(id);
  if ('wanted' in account || account.role !== 'MACHINE' || account.id !== id) return null;
  return {
    client_id: id,
    client_secret: MACHINE_SECRET,
    token_endpoint_auth_method: 'client_secret_post',
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  };
}

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a page of this machine asks. @param origin - As its browser says. */
export function isOfThisMachine(origin: string): boolean {
  return URL.canParse(origin) && LOOPBACK.includes(new URL(origin).hostname);
}
