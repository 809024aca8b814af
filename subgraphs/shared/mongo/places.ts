import { resolve } from 'node:path';
import { networkDatabaseName } from './database-name.js';
import { aloneDataDir } from './database.js';
import type { Closable } from '../process/process.js';
import { answers, findRunningStore, isDataFolder } from './store-address.js';
import { startStoreProcess } from './store-process.js';
import { findRunningNetworks, type RunningNetwork } from './running-networks.js';

/** The usual data folder of a network. */
const NETWORK_DATA_DIR = '.data';

/** A server that runs, or one that was started for a command and ends with it. */
interface Server extends Closable {
  readonly uri: string;
}

/** Where the data of a process may lie. */
export interface Place {
  /** As people are told of it, after "on". */
  readonly description: string;
  /** The network that runs there; null where none does, as far as is known. */
  readonly network: RunningNetwork | null;
  readonly open: () => Promise<Server>;
}

function running(uri: string): Promise<Server> {
  return Promise.resolve({ uri, close: () => Promise.resolve() });
}

export function placeOnServer(uri: string): Place {
  return {
    description: 'the server that MONGODB_URI names',
    network: null,
    open: () => running(uri),
  };
}

/**
 * A data folder that was named: that of a running network, of a process that runs alone, or of one of them that is stopped.
 * @throws Error when there are no data.
 */
export function placeInFolder(dir: string, process: string, networkId: string | undefined): Place {
  const network = findRunningNetworks().find(({ dataDir }) => dataDir === resolve(dir));
  if (network) return placeOfNetwork(network, process, networkId);
  if (isDataFolder(dir)) return stored(dir);
  throw new Error(
    `Wanted the data folder of a network, or of a process that ran alone; found no data in ${resolve(dir)}.`,
  );
}

function stored(dir: string): Place {
  return {
    description: `the data in ${resolve(dir)}`,
    network: null,
    open: async () => {
      const uri = findRunningStore(dir);
      return uri !== null && (await answers(uri)) ? running(uri) : startStoreProcess(dir);
    },
  };
}

/**
 * Chooses where nothing was named: what runs goes before what is stopped. There, whoever writes knows who reads it.
 * @throws Error when there is nothing, or more than one.
 */
export function choosePlace(process: string, networkId: string | undefined): Place {
  const networks = findRunningNetworks().filter(
    ({ id }) => networkId === undefined || id === networkId,
  );
  const alone = aloneDataDir(process);
  const isAloneRunning = findRunningStore(alone) !== null;
  const [network, ...others] = networks;
  if (others.length > 0 || (network && isAloneRunning)) {
    const names = networks.map(describe);
    if (isAloneRunning) names.push(`"${process}" alone on ${resolve(alone)}`);
    throw new Error(
      `Wanted one place to work on, found ${names.join('; ')}: say which with --data DIR, NETWORK_ID or MONGODB_URI.`,
    );
  }
  if (network) return placeOfNetwork(network, process, networkId);
  if (isAloneRunning) return stored(alone);
  const folders = [NETWORK_DATA_DIR, alone].filter(isDataFolder);
  if (folders.length > 1) {
    throw new Error(
      `Wanted one place to work on, found data in ${folders.map((dir) => resolve(dir)).join(' and ')}, and nothing runs: say which with --data DIR.`,
    );
  }
  const [folder] = folders;
  if (folder !== undefined) return stored(folder);
  const which = networkId === undefined ? 'No network' : `No network "${networkId}"`;
  throw new Error(
    `${which} runs here, and ${resolve(NETWORK_DATA_DIR)} has no data: wanted a network that was started, or --data DIR, or MONGODB_URI.`,
  );
}

/** @throws Error when the process's data are not in the network's own store, or the network is another than was named. */
function placeOfNetwork(
  network: RunningNetwork,
  process: string,
  networkId: string | undefined,
): Place {
  const { id, storeUri } = network;
  if (networkId !== undefined && networkId !== id) {
    throw new Error(
      `Wanted the network "${networkId}" as NETWORK_ID says, found ${describe(network)}.`,
    );
  }
  checkNotElsewhere(network, process);
  if (storeUri === null) {
    throw new Error(
      `${describe(network)} has its data on a server: wanted the same MONGODB_URI here.`,
    );
  }
  return { description: describe(network), network, open: () => running(storeUri) };
}

/** @throws Error when the network asks another address for the process's data. */
export function checkNotElsewhere({ id, elsewhere }: RunningNetwork, process: string): void {
  const address = elsewhere[process];
  if (address === undefined) return;
  throw new Error(
    `In the running network "${id}", "${process}" answers at ${address} and has its data there: nobody would read them here.`,
  );
}

/** The running network whose database this is on a server; null where none says so. */
export function findReader(
  server: string,
  database: string,
  process: string,
): RunningNetwork | null {
  const networks = findRunningNetworks().filter(
    ({ id, storeUri }) =>
      (storeUri === null || storeUri === server) && networkDatabaseName(id, process) === database,
  );
  return networks[0] ?? null;
}

function describe({ id, storeUri, dataDir }: RunningNetwork): string {
  const kept = dataDir === null ? 'which keeps nothing' : `with its data in ${dataDir}`;
  return `the running network "${id}", ${storeUri === null ? 'on a server of its own' : kept}`;
}
