import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { SUPERGRAPH_FILE } from '../schema/sdl.js';
import { parseConfig, ProcessSettings } from '../subgraphs/shared/config.js';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** `catalogue=http://…,booking=http://…` as a map from name to address. */
const urlByName = list.transform((pairs, context) => {
  const urls = new Map<string, string>();
  for (const pair of pairs) {
    const [, name, url] = /^([^=]+)=(https?:\/\/.+)$/.exec(pair) ?? [];
    if (name === undefined || url === undefined) {
      context.addIssue({ code: 'custom', message: 'wanted name=http://…, separated by commas' });
      return z.NEVER;
    }
    urls.set(name, url);
  }
  return urls;
});

const positive = z.coerce.number().int().positive();

/** Settings of the gateway, as they are in its environment. */
export const GatewaySettings = ProcessSettings.extend({
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
    .describe('Where the cooperatives are registered: `http://…/registry`. Unset: there are none.'),
  REGISTRY_POLL_MS: positive.default(1_000).describe('Pause between two looks at the registry.'),
  DEADLINE_MS: positive
    .min(100)
    .default(2_000)
    .describe('From the arrival of a request until nothing more is waited for.'),
  MUTATION_DEADLINE_MS: positive
    .min(100)
    .default(6_000)
    .describe('The same for a mutation: its outcome is better known late than not known.'),
  RESPONSE_LIMIT_BYTES: positive
    .default(5_000_000)
    .describe('Largest answer that is read from any process behind the gateway.'),
  REQUEST_LIMIT_BYTES: positive.default(2_000_000).describe('Largest request that is read.'),
  MAX_DEPTH: positive.default(15).describe('How deep a document may nest fields.'),
  MAX_ROOT_FIELDS: positive.default(20).describe('How many root fields a document may select.'),
  FORWARD_HEADERS: list
    .default(['authorization', 'accept-language', 'traceparent', 'x-request-id'])
    .transform((names) => names.map((name) => name.toLowerCase()))
    .describe('Request headers that are passed on to every process that is asked.'),
  CORS_ORIGINS: list
    .default(['*'])
    .describe('Origins of other sites whose pages may read answers.'),
  CACHE_MAX_AGE: z.coerce
    .number()
    .int()
    .min(0)
    .default(5)
    .describe('Seconds for which caches may keep a public answer to GET; 0 = never.'),
  PUBLIC_SUBGRAPHS: list
    .default(['catalogue'])
    .describe('Subgraphs whose answers are the same for everyone, so that caches may keep them.'),
  INTROSPECTION: flag.default(true).describe('Whether clients may ask for the schema.'),
});

/** Settings of the gateway, with the supergraph's text. */
export type GatewayConfig = Readonly<z.output<typeof GatewaySettings>> & {
  readonly supergraphSdl: string;
};

/** @throws Error naming every bad setting, or the supergraph file that cannot be read. */
export function parseGatewayConfig(env: NodeJS.ProcessEnv): GatewayConfig {
  const settings = parseConfig(GatewaySettings, env);
  try {
    return { ...settings, supergraphSdl: readFileSync(settings.SUPERGRAPH_FILE, 'utf8') };
  } catch (error) {
    throw new Error(`SUPERGRAPH_FILE cannot be read: ${settings.SUPERGRAPH_FILE}`, {
      cause: error,
    });
  }
}
