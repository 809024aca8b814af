import type { DestinationStream } from 'pino';
import { request } from 'undici';
import { parseGatewayConfig } from '../../../gateway/config.js';
import type { CoverageReport } from '../../../gateway/request/coverage.js';
import { createGatewayServer, type GatewayServer } from '../../../gateway/server.js';
import { createStoppedClock, type Clock } from '../../../subgraphs/shared/process/clock.js';
import type { GuardSettings } from '../../../subgraphs/shared/owners/guard/owner-guards.js';
import { RegistryFollower } from '../../../subgraphs/shared/owners/endpoint-table.js';
import type { IdentityFile } from '../../../subgraphs/shared/identity/people/identity-file.js';
import type { RequestSigner } from '../../../subgraphs/shared/identity/processes/sign-request.js';
import { createLogger, type Logger } from '../../../subgraphs/shared/process/logger.js';
import type { Closable } from '../../../subgraphs/shared/process/process.js';
import { honest, startFakeEndpoint, type FakeEndpoint } from '../fakes/endpoint.js';
import { startFakeIssuer } from '../fakes/issuer.js';
import { startFakeRegistry, type FakeRegistry } from '../fakes/registry.js';
import {
  bookingSchema,
  catalogueSchema,
  cooperativeSchema,
  type FakeSize,
} from '../fakes/gateway-schemas.js';
import { PATIENT_GUARD } from './patient-guard.js';
import { units } from '../unit.js';

process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

/** The day on which all of this happens. */
const NOW = new Date('2026-11-23T10:01:00Z');

/** An error as a client sees it. */
export interface ClientError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** A GraphQL answer as a client sees it, and how it came. */
export interface ClientAnswer {
  /** To be read with `pick`. */
  readonly data?: unknown;
  readonly errors?: readonly ClientError[];
  readonly extensions: { readonly cost: number; readonly coverage: CoverageReport };
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly tookMs: number;
}

export interface GatewayNetworkOptions {
  readonly cooperatives?: readonly string[];
  readonly size?: FakeSize;
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  /** Starts before the registry answers. */
  readonly isRegistryDead?: boolean;
  /** Signs every question; none is signed where absent. */
  readonly signer?: RequestSigner;
  /** Whose access tokens are taken; nobody's where absent. */
  readonly identity?: IdentityFile;
  /** Accounts of the demo network as which `ask` asks, with the roles of all of them; as the public where absent. */
  readonly askedBy?: readonly string[];
  /** How soon an owner counts as silent; never where absent, so that what one test has it do says nothing to the next. */
  readonly guard?: GuardSettings;
  /** Silent where absent. */
  readonly log?: Logger;
  /** None is written where absent. */
  readonly accessLog?: DestinationStream;
}

/** A gateway over HTTP before a fake catalogue, a fake registry and fake cooperatives, all in this process. */
export interface GatewayNetwork extends Closable {
  /** The gateway's base URL. */
  readonly url: string;
  readonly catalogue: FakeEndpoint;
  readonly booking: FakeEndpoint;
  readonly registry: FakeRegistry;
  readonly table: RegistryFollower;
  /** Headers by which `ask` shows who asks. */
  readonly shown: Readonly<Record<string, string>>;
  readonly server: GatewayServer;
  /** @throws Error when there is none of that name. */
  owner(id: string): FakeEndpoint;
  ask(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<ClientAnswer>;
  /** Forgets what came in at every endpoint. */
  forgetRequests(): void;
}

export async function startGatewayNetwork(
  options: GatewayNetworkOptions = {},
): Promise<GatewayNetwork> {
  const { cooperatives = ['karhu', 'lumo', 'tuki'], size, env = {} } = options;
  const registry = await startFakeRegistry();
  const catalogue = await startFakeEndpoint(honest(catalogueSchema(cooperatives, size)));
  const booking = await startFakeEndpoint(honest(bookingSchema()));
  const owners = new Map<string, FakeEndpoint>();
  for (const id of cooperatives) {
    const owner = await startFakeEndpoint(honest(cooperativeSchema(id, size)));
    owners.set(id, owner);
    registry.set({ id, url: owner.url });
  }
  const log = options.log ?? createLogger('gateway', 'silent');
  const settings = parseGatewayConfig({
    SUBGRAPH_URLS: `catalogue=${catalogue.url},booking=${booking.url}`,
    REGISTRY_URL: registry.url,
    DEADLINE_MS: String(units(10)),
    MUTATION_DEADLINE_MS: String(units(10)),
    ...env,
  });
  const { askedBy } = options;
  const issuer = askedBy && (await startFakeIssuer());
  const identity = options.identity ?? issuer?.identity ?? settings.identity;
  const config = { ...settings, identity };
  const shown: Record<string, string> = issuer
    ? { authorization: `Bearer ${await issuer.token(...askedBy)}` }
    : {};
  registry.isDead = options.isRegistryDead ?? false;
  const table = new RegistryFollower({
    registryUrl: registry.url,
    pollMs: 60_000,
    timeoutMs: units(10),
    log,
  });
  await table.start();
  const clock = options.clock ?? createStoppedClock(NOW);
  const { guard = PATIENT_GUARD } = options;
  const server = await createGatewayServer({
    ...{ config, table, guard, clock, log, accessLog: options.accessLog },
    ...(options.signer && { signer: options.signer }),
  });
  const url = await server.listen('127.0.0.1', 0);
  return {
    url,
    catalogue,
    booking,
    registry,
    table,
    shown,
    server,
    owner: (id) => {
      const owner = owners.get(id);
      if (!owner) throw new Error(`There is no ${id}.`);
      return owner;
    },
    ask: async (query, variables = {}, headers = {}) => {
      const started = performance.now();
      const response = await request(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...shown, ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const body = (await response.body.json()) as Pick<
        ClientAnswer,
        'data' | 'errors' | 'extensions'
      >;
      const { statusCode: status, headers: answered } = response;
      return { ...body, status, headers: answered, tookMs: performance.now() - started };
    },
    forgetRequests: () => {
      for (const endpoint of [catalogue, booking, ...owners.values()]) endpoint.requests.length = 0;
    },
    close: async () => {
      await server.close();
      await table.close();
      await issuer?.close();
      await Promise.all(
        [registry, catalogue, booking, ...owners.values()].map((part) => part.close()),
      );
    },
  };
}
