import { z } from 'zod';
import {
  ListSettings,
  parseConfig,
  ProcessSettings,
  StorageSettings,
  withRunningClock,
} from '../../shared/process/config.js';
import { databaseNameOf } from '../../shared/mongo/database-name.js';

/** The gateway's port where PORT is unset; the catalogue, booking, procurement and the demo provider have the next. */
const USUAL_PORT = 4000;
const HIGHEST_PORT = 65_535 - 4;

/** What a network tells its processes itself, and how it is told instead. */
const SET_BY_THE_NETWORK = {
  COOPERATIVE: 'every cooperative of the network has a process of its own',
  IMPORT_FILE: "each cooperative has its file in the network's folder (--network DIR)",
  POKE_URL: 'the network has a catalogue of its own',
  PROCESS_KEY_FILE: 'every process of the network has a key of its own, in KEYS_DIR',
  HUB_KEYS_FILE: 'the network has keys of its own, in KEYS_DIR',
  HUB_JWKS_URL: 'the network has a catalogue of its own',
  HUB_JWKS_INSECURE: 'the network has a catalogue of its own',
  REGISTRY: 'name cooperatives that run elsewhere in network.json, or with --endpoint ID=URL',
  REGISTRY_URL: 'the network has a catalogue of its own',
  CATALOGUE_URL: 'the network has a catalogue of its own',
  NETWORK_FILE: 'the network has a file of its own in its folder (--network DIR)',
  SUBGRAPH_URLS: 'the network has subgraphs of its own',
} as const;

/** Names of the settings that the network gives to its processes. */
export type SetByTheNetwork = keyof typeof SET_BY_THE_NETWORK;

const NetworkSettings = withRunningClock(
  z.object({
    ...ProcessSettings.shape,
    PORT: z.coerce
      .number()
      .int()
      .min(0)
      .max(HIGHEST_PORT)
      .default(USUAL_PORT)
      .describe(
        'Of the gateway; the catalogue, booking, procurement and the demo provider take the next four. 0 = any free ones.',
      ),
    MONGODB_URI: StorageSettings.shape.MONGODB_URI.refine(
      (uri) => uri === undefined || databaseNameOf(uri) === null,
      {
        error:
          'wanted a server without a database, since each process of the network has its own there (authSource=… says where the password is kept)',
      },
    ),
    DATA_DIR: z.string().optional().describe('The same as --data.'),
    NOW: StorageSettings.shape.NOW,
    LISTS_DIR: ListSettings.shape.LISTS_DIR,
    NETWORK_ID: ListSettings.shape.NETWORK_ID,
    IMPORT_MODE: z.enum(['if-empty', 'always']).optional(),
    KEYS_DIR: z.string().optional().describe('Folder with the keys of its processes.'),
  }),
).refine(({ KEYS_DIR, NODE_ENV }) => KEYS_DIR !== undefined || NODE_ENV !== 'production', {
  path: ['KEYS_DIR'],
  message:
    'must be set in production, where the processes of the network know each other by their keys (npm run keys -- DIR)',
});

/** Settings of a whole network, checked before any of its processes is started. */
export type NetworkSettings = Readonly<z.output<typeof NetworkSettings>>;

/** @throws Error naming every bad setting, and every one that a network would have to replace; never its value. */
export function parseNetworkSettings(env: NodeJS.ProcessEnv): NetworkSettings {
  const replaced = Object.entries(SET_BY_THE_NETWORK).filter(([name]) => env[name]);
  if (replaced.length > 0) {
    const lines = replaced.map(([name, instead]) => `  ${name}: must be unset: ${instead}`);
    throw new Error(`Invalid configuration:\n${lines.join('\n')}`);
  }
  return parseConfig(NetworkSettings, env);
}

/** The ports of the processes that have one of their own; "0" is any free one. Cooperatives always have free ones. */
export function portsOf({ PORT }: Pick<NetworkSettings, 'PORT'>) {
  const after = (places: number): string => String(PORT === 0 ? 0 : PORT + places);
  return {
    ...{ gateway: after(0), catalogue: after(1), booking: after(2) },
    ...{ procurement: after(3), provider: after(4) },
  } as const;
}
