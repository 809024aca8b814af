import { parseArgs } from 'node:util';
import { projectPath } from '../../../schema/sdl.js';
import { isCooperativeId } from '../../shared/words/ids.js';
import type { NetworkSettings } from './settings.js';

/** What `npm start` was asked to do. */
export interface NetworkOptions {
  /** Folder with `network.json` and `cooperatives/`. */
  readonly networkDir: string;
  /** Folder of the embedded store; null keeps nothing. */
  readonly dataDir: string | null;
  /** Cooperatives that are registered but not started. */
  readonly without: ReadonlySet<string>;
  /** Addresses that are asked instead of starting the cooperative. */
  readonly endpoints: ReadonlyMap<string, string>;
}

export const USAGE = `Usage: npm start -- [options]
  --network DIR       boot the network of this folder instead of the demo network
  --data DIR          where the embedded store keeps its data (default .data)
  --memory            keep nothing
  --without ID        register this cooperative, but leave it dead; may be repeated
  --endpoint ID=URL   ask this address instead of starting the cooperative; may be repeated`;

function parseEndpoint(text: string): [string, string] {
  const equals = text.indexOf('=');
  const id = text.slice(0, Math.max(equals, 0));
  const url = text.slice(equals + 1);
  const isWebAddress = /^https?:\/\//.test(url) && URL.canParse(url);
  if (isCooperativeId(id) && isWebAddress) return [id, url];
  throw new Error(
    `--endpoint: wanted ID=URL such as karhu=http://127.0.0.1:4102/graphql, got "${text}".`,
  );
}

/** Settings that say where the data lie. */
export type DataSettings = Pick<NetworkSettings, 'DATA_DIR' | 'MONGODB_URI'>;

/** Reads the command line. @throws Error with a sentence on what was wanted, also where a setting says another thing. */
export function parseOptions(
  args: readonly string[],
  { DATA_DIR, MONGODB_URI }: DataSettings = {},
): NetworkOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      network: { type: 'string' },
      data: { type: 'string' },
      memory: { type: 'boolean', default: false },
      without: { type: 'string', multiple: true, default: [] },
      endpoint: { type: 'string', multiple: true, default: [] },
    },
  });
  const named = [
    values.memory ? '--memory' : null,
    values.data === undefined ? null : '--data',
    DATA_DIR === undefined ? null : 'DATA_DIR',
    MONGODB_URI === undefined ? null : 'MONGODB_URI',
  ].filter((name) => name !== null);
  if (named.length > 1) {
    throw new Error(`${named.join(' and ')} say where the data lie: wanted one of them.`);
  }
  for (const [name, value] of Object.entries({ network: values.network, data: values.data })) {
    if (value === '') throw new Error(`--${name}: wanted a folder, got an empty name.`);
  }
  return {
    networkDir: values.network ?? projectPath('subgraphs', 'local', 'demo'),
    dataDir: values.memory ? null : (values.data ?? DATA_DIR ?? '.data'),
    without: new Set(values.without),
    endpoints: new Map(values.endpoint.map(parseEndpoint)),
  };
}
