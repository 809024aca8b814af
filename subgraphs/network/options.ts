import { parseArgs } from 'node:util';
import { projectPath } from '../../schema/sdl.js';
import { isCooperativeId } from '../shared/ids.js';

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

/** Reads the command line. @throws Error with a sentence on what was wanted. */
export function parseOptions(args: readonly string[]): NetworkOptions {
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
  if (values.memory && values.data !== undefined) {
    throw new Error('--memory keeps nothing and --data keeps it: wanted one of them, got both.');
  }
  return {
    networkDir: values.network ?? projectPath('subgraphs', 'demo-network'),
    dataDir: values.memory ? null : (values.data ?? '.data'),
    without: new Set(values.without),
    endpoints: new Map(values.endpoint.map(parseEndpoint)),
  };
}
