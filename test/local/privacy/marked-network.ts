import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Caller, Role } from '../../../subgraphs/shared/identity/caller.js';
import { loadSigner } from '../../../subgraphs/shared/identity/processes/key-file.js';
import type { RequestSigner } from '../../../subgraphs/shared/identity/processes/sign-request.js';
import type { Closable } from '../../../subgraphs/shared/process/process.js';
import { bookableFile } from '../../cooperative/bookings/support.js';
import { businessIdFor } from '../../support/business-id.js';
import { spawnNetwork, type NetworkProcess } from '../../support/networks/network-process.js';
import { writeNetwork } from '../../support/networks/network-folder.js';

/** In every field that takes something personal. */
export const MARKED = {
  name: 'Planttu Merkki',
  email: 'planttu.merkki@example.org',
  phone: '+358 40 9876543',
};
export const MARKER = /planttu|merkki|9876543/i;

/** An answer as it came. */
export interface Came {
  readonly headers: string;
  readonly text: string;
  readonly json: {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly { readonly message: string }[];
  };
}

/** A network of karhu and lumo, whose processes say all that they ever say. */
export interface MarkedNetwork extends Closable {
  readonly network: NetworkProcess;
  /** Asks a process as the gateway does in somebody's name. @param role - Null for the public. */
  ask(process: string, role: Role | null, query: string, variables?: object): Promise<Came>;
  /** Asks a cooperative as the catalogue does. */
  follow(cooperative: string, query: string): Promise<Came>;
}

function file(id: string): Readonly<Record<string, unknown>> {
  const { email, phone } = MARKED;
  return bookableFile({
    ...{ id, name: `Osuuskunta ${id}`, businessId: businessIdFor(id) },
    contact: { email: 'info@example.org', phone, url: 'https://example.org' },
    members: [{ id: 'm1', ...MARKED, languages: ['fi'], public: [] }],
    ...(id === 'lumo' && { contact: { email } }),
  });
}

export async function startMarkedNetwork(): Promise<MarkedNetwork> {
  const folder = writeNetwork({ now: '2027-03-15T09:00:00+02:00' }, [file('karhu'), file('lumo')]);
  const data = mkdtempSync(join(tmpdir(), 'hub-marked-'));
  const network = spawnNetwork({
    args: ['--network', folder, '--data', data],
    env: { LOG_LEVEL: 'debug', LOOK_EVERY_MS: '500' },
  });
  await network.ready;
  const signerOf = (issuer: string): RequestSigner =>
    loadSigner(join(data, 'keys', issuer, 'key.json'), { issuer, isProduction: false });
  const [signer, follower] = [signerOf('gateway'), signerOf('catalogue')];
  const send = async (process: string, body: string, signed: object): Promise<Came> => {
    const response = await fetch(`${network.urlByName.get(process) ?? ''}/graphql`, {
      ...{ method: 'POST', body },
      headers: {
        'content-type': 'application/json',
        traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
        ...signed,
      },
    });
    const text = await response.text();
    const headers = JSON.stringify([...response.headers]);
    return { headers, text, json: JSON.parse(text) as Came['json'] };
  };
  return {
    network,
    ask: async (process, role, query, variables = {}) => {
      const body = JSON.stringify({ query, variables });
      const caller: Caller | null = role && {
        ...{ issuer: 'https://id.example', subject: MARKED.name, name: MARKED.name },
        grants: [{ role, organisation: null }],
      };
      const request = { audience: process, scope: 'act', body, caller } as const;
      return send(process, body, process === 'gateway' ? {} : signer.headersFor(request));
    },
    follow: (cooperative, query) => {
      const body = JSON.stringify({ query });
      const request = { audience: cooperative, scope: 'follow', body } as const;
      return send(cooperative, body, follower.headersFor(request));
    },
    close: async () => {
      await network.stop();
      rmSync(folder, { recursive: true });
      rmSync(data, { recursive: true });
    },
  };
}
