import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { SUPERGRAPH_FILE } from '../schema/sdl.js';
import type { IdentityFile } from '../subgraphs/shared/identity/people/identity-file.js';
import { readIdentityFile } from '../subgraphs/shared/identity/people/read-identity-file.js';
import { loadLimits } from '../subgraphs/shared/network-file/network-json.js';
import type { Limits } from '../subgraphs/shared/network-file/limits.js';
import { SigningSettings } from '../subgraphs/shared/identity/processes/settings.js';
import {
  LimitSettings,
  parseConfig,
  ProcessSettings,
  withLoopback,
} from '../subgraphs/shared/process/config.js';
import { headerNames, list, networks, origins, urlByName } from './list-settings.js';
import { subgraphNames } from './subgraph-names.js';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const positive = z.coerce.number().int().positive();

/** Settings of the gateway, as they are in its environment. */
export const GatewaySettings = withLoopback(
  ProcessSettings.extend(SigningSettings.shape)
    .extend(LimitSettings.shape)
    .extend({
      PORT: z.coerce.number().int().min(0).max(65_535).default(4000).describe('0 = any free port.'),
      SUPERGRAPH_FILE: z.string().default(SUPERGRAPH_FILE).describe('The composed supergraph.'),
      SUBGRAPH_URLS: urlByName
        .default(new Map())
        .describe(
          'Addresses that replace those in the supergraph: `catalogue=http://…,booking=http://…`.',
        ),
      REGISTRY_URL: z
        .url({ protocol: /^https?$/ })
        .optional()
        .describe(
          'Where the cooperatives are registered: `http://…/registry`. Unset: there are none.',
        ),
      REGISTRY_POLL_MS: positive
        .default(1_000)
        .describe('Pause between two looks at the registry.'),
      DEADLINE_MS: positive
        .min(100)
        .default(2_000)
        .describe('From the arrival of a request until nothing more is waited for.'),
      MUTATION_DEADLINE_MS: positive
        .min(100)
        .default(6_000)
        .describe('The same for a mutation: its outcome is better known late than not known.'),
      SEARCH_DEADLINE_MS: positive
        .min(100)
        .default(6_000)
        .describe(
          'The same for a search of suppliers or substitutes, which asks the whole network.',
        ),
      RESPONSE_LIMIT_BYTES: positive
        .default(5_000_000)
        .describe('Largest answer that is read from any process behind the gateway.'),
      REQUEST_LIMIT_BYTES: positive.default(2_000_000).describe('Largest request that is read.'),
      MAX_DEPTH: positive.default(15).describe('How deep a document may nest fields.'),
      MAX_ROOT_FIELDS: positive.default(20).describe('How many root fields a document may select.'),
      MAX_COST: positive
        .default(60_000)
        .describe(
          'What a document may cost: its fields, rows and days, counted before it is carried out.',
        ),
      FORWARD_HEADERS: headerNames
        .default(['accept-language', 'traceparent', 'x-request-id'])
        .describe('Request headers that are passed on to every process that is asked.'),
      TRUSTED_PROXIES: networks
        .default([])
        .describe('Addresses of proxies whose `X-Forwarded-For` says from where a client asks.'),
      REDIS_URL: z
        .url({ protocol: /^rediss?$/ })
        .optional()
        .describe(
          'Secret: never logged. Where several gateways count together what clients ask. Unset: each for itself.',
        ),
      CORS_ORIGINS: origins
        .default(['*'])
        .describe('Origins of other sites whose pages may read answers.'),
      CACHE_MAX_AGE: z.coerce
        .number()
        .int()
        .min(0)
        .default(5)
        .describe('Seconds for which caches may keep a public answer to GET; 0 = never.'),
      PUBLIC_SUBGRAPHS: list
        .optional()
        .describe(
          'Subgraphs whose answers are the same for everyone, so that caches may keep them. Unset: the catalogue.',
        ),
      ACCESS_LOG: flag
        .optional()
        .describe('Whether each request is logged as one line. Unset: in production.'),
      INTROSPECTION: flag.default(true).describe('Whether clients may ask for the schema.'),
    }),
);

/** Settings of the gateway, with the supergraph's text and what the identity file says; null where there is none. */
export type GatewayConfig = Readonly<z.output<typeof GatewaySettings>> & {
  readonly PUBLIC_SUBGRAPHS: readonly string[];
  readonly ACCESS_LOG: boolean;
  readonly supergraphSdl: string;
  readonly identity: IdentityFile | null;
  readonly limits: Limits;
};

/** Whose answers caches may keep where nothing else is set, if there is such a subgraph. */
const PUBLIC_BY_DEFAULT = ['catalogue'];

/** @throws Error naming every bad setting, or what is wrong with the supergraph file or the identity file. */
export function parseGatewayConfig(env: NodeJS.ProcessEnv): GatewayConfig {
  const settings = parseConfig(GatewaySettings, env);
  const supergraphSdl = readSupergraph(settings.SUPERGRAPH_FILE);
  const { SUBGRAPH_URLS, PUBLIC_SUBGRAPHS = PUBLIC_BY_DEFAULT, IDENTITY_FILE: file } = settings;
  const isDefault = settings.PUBLIC_SUBGRAPHS === undefined;
  const lists = {
    SUBGRAPH_URLS: [...SUBGRAPH_URLS.keys()],
    ...(!isDefault && { PUBLIC_SUBGRAPHS }),
  };
  const names = subgraphNames(supergraphSdl);
  const faults = Object.entries(lists).flatMap(([setting, given]) =>
    given.every((name) => names.includes(name))
      ? []
      : `  ${setting}: wanted subgraphs of the supergraph, which are ${names.join(', ')}`,
  );
  if (faults.length > 0) throw new Error(`Invalid configuration:\n${faults.join('\n')}`);
  const identity = file === undefined ? null : readIdentityFile(file, settings.NODE_ENV);
  if (identity && settings.PROCESS_KEY_FILE === undefined && settings.NODE_ENV === 'production') {
    throw new Error(
      'Invalid configuration:\n  PROCESS_KEY_FILE: must be set in production beside IDENTITY_FILE: without it nobody is told who asks',
    );
  }
  const limits = loadLimits(settings.NETWORK_FILE);
  const { ACCESS_LOG = settings.NODE_ENV === 'production' } = settings;
  return { ...settings, PUBLIC_SUBGRAPHS, ACCESS_LOG, supergraphSdl, identity, limits };
}

function readSupergraph(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`SUPERGRAPH_FILE cannot be read: ${file}`, { cause: error });
  }
}
