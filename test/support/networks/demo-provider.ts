import type { JWK } from 'jose';
import { pino } from 'pino';
import {
  ACT_AS,
  MACHINE_SECRET,
  TOKEN_COMMAND,
} from '../../../subgraphs/local/provider/accounts/clients.js';
import { startProvider } from '../../../subgraphs/local/provider/server.js';
import { createSigningKey } from '../../../subgraphs/local/provider/signing-keys.js';
import { signAccessToken } from '../fakes/issuer.js';

/** The demo provider, with its private keys at hand. */
export interface DemoProvider {
  readonly url: string;
  readonly keys: readonly JWK[];
  /** A token of an account, as the provider gives it. */
  token(account: string): Promise<string>;
  /** A token that the provider's key has signed, with whatever is to differ; undefined leaves a claim out. */
  sign(
    claims?: Readonly<Record<string, unknown>>,
    header?: Readonly<Record<string, string | undefined>>,
    key?: JWK,
  ): Promise<string>;
  close(): Promise<void>;
}

export interface DemoProviderOptions {
  readonly port?: number;
  /** New ones where absent. */
  readonly keys?: readonly JWK[];
  readonly cooperatives?: readonly string[];
}

export async function startDemoProvider(options: DemoProviderOptions = {}): Promise<DemoProvider> {
  const keys = options.keys ?? [await createSigningKey()];
  const server = await startProvider({
    port: options.port ?? 0,
    keys,
    listCooperatives: () => Promise.resolve(options.cooperatives ?? null),
    log: pino({ level: 'silent' }),
  });
  return {
    url: server.url,
    keys,
    token: (account) => askToken(server.url, account),
    sign: async (claims, header, key = keys[0]) => {
      if (!key) throw new Error('There is no key.');
      return signAccessToken(server.url, key, claims, header);
    },
    close: () => server.close(),
  };
}

/** Asks a demo provider for a token. @param account - Such as `staff:karhu`. @throws Error where there is no such account. */
export async function askToken(url: string, account: string): Promise<string> {
  const form = account.startsWith('machine:')
    ? { grant_type: 'client_credentials', client_id: account, client_secret: MACHINE_SECRET }
    : { grant_type: ACT_AS, client_id: TOKEN_COMMAND, account };
  const answer = await fetch(`${url}/token`, { method: 'POST', body: new URLSearchParams(form) });
  const json = (await answer.json()) as { access_token?: string; error_description?: string };
  if (json.access_token === undefined) throw new Error(json.error_description);
  return json.access_token;
}
