import { z } from 'zod';
import { findRunningNetworks } from '../../../shared/mongo/running-networks.js';
import { wordsOf, type HttpAnswer } from '../../../shared/owners/outcome.js';
import { Sender, type HttpRequest } from '../../../shared/owners/sender.js';
import { TimeLimit } from '../../../shared/process/time-limit.js';
import type { Account } from '../accounts/accounts.js';
import { ACT_AS, MACHINE_SECRET, TOKEN_COMMAND } from '../accounts/clients.js';
import type { TokenOptions } from './token-options.js';

const ANSWER_WITHIN_MS = 10_000;

const ProtectedResource = z.object({ authorization_servers: z.array(z.url()).min(1) });
const Metadata = z.object({ token_endpoint: z.url(), grant_types_supported: z.array(z.string()) });
const Token = z.object({ access_token: z.string() });
const Refused = z.object({ error: z.string(), error_description: z.string().optional() });

/** Gets a token of an account from the provider of a network. @throws Error with a sentence for people. */
export async function fetchToken({ account, hub, networkId }: TokenOptions): Promise<string> {
  const sender = new Sender();
  try {
    const issuer = hub === null ? findProvider(networkId) : await askHub(sender, hub);
    const endpoint = await findTokenEndpoint(sender, issuer);
    return await askToken(sender, endpoint, account);
  } finally {
    await sender.close();
  }
}

/** The provider of the network that runs from this folder. @throws Error when there is none, or more than one. */
function findProvider(networkId: string | undefined): string {
  const networks = findRunningNetworks().filter(
    ({ id }) => networkId === undefined || id === networkId,
  );
  const which = networkId === undefined ? '' : ` "${networkId}"`;
  const [network, ...others] = networks;
  if (!network) {
    throw new Error(
      `No network${which} runs from this folder: wanted one (npm start), or --hub URL of its gateway.`,
    );
  }
  if (others.length > 0) {
    const names = networks.map(({ id }) => `"${id}"`).join(' and ');
    throw new Error(`Wanted one network, found ${names}: say which with NETWORK_ID or --hub URL.`);
  }
  if (network.providerUrl !== undefined) return network.providerUrl;
  throw new Error(
    `The network "${network.id}" has no demo provider: its people sign in where IDENTITY_FILE says.`,
  );
}

/** RFC 9728. */
async function askHub(sender: Sender, hub: string): Promise<string> {
  const url = `${hub}/.well-known/oauth-protected-resource`;
  const { status, body } = await send(sender, { method: 'GET', url });
  if (status === 404) {
    throw new Error(`${hub} does not say where one signs in: wanted a gateway in development.`);
  }
  const metadata = ProtectedResource.safeParse(readJson(body));
  const [issuer] = metadata.data?.authorization_servers ?? [];
  if (issuer !== undefined) return issuer;
  throw new Error(`${hub}: wanted a gateway that says where one signs in, got something else.`);
}

/** RFC 8414. @throws Error where it is no demo provider: others ask people for their passwords. */
async function findTokenEndpoint(sender: Sender, issuer: string): Promise<string> {
  const url = `${issuer}/.well-known/openid-configuration`;
  const { body } = await send(sender, { method: 'GET', url });
  const metadata = Metadata.safeParse(readJson(body));
  if (metadata.data?.grant_types_supported.includes(ACT_AS)) return metadata.data.token_endpoint;
  throw new Error(`${issuer}: wanted the demo provider, got another: sign in there.`);
}

async function askToken(sender: Sender, url: string, { id, role }: Account): Promise<string> {
  const form =
    role === 'MACHINE'
      ? { grant_type: 'client_credentials', client_id: id, client_secret: MACHINE_SECRET }
      : { grant_type: ACT_AS, client_id: TOKEN_COMMAND, account: id };
  const { body } = await send(sender, {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
  const json = readJson(body);
  const token = Token.safeParse(json);
  if (token.success) return token.data.access_token;
  const { error = 'something else', error_description: why } = Refused.safeParse(json).data ?? {};
  throw new Error(`The provider gave no token of ${id}: ${why ?? error}.`);
}

async function send(sender: Sender, request: Omit<HttpRequest, 'limit'>): Promise<HttpAnswer> {
  const outcome = await sender.send({ ...request, limit: TimeLimit.within(ANSWER_WITHIN_MS) });
  if (outcome.kind === 'answer') return outcome;
  throw new Error(`${new URL(request.url).origin} ${wordsOf(outcome)}.`);
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
