import { resolve } from 'node:path';
import type { Logger } from '../../shared/process/logger.js';
import { networkDatabaseName, withDatabaseName } from '../../shared/mongo/database-name.js';
import { startStoreProcess, type StoreProcess } from '../../shared/mongo/store-process.js';
import { isAbandoned } from './abandoned.js';
import { beginAgain } from './processes/begin-again.js';
import { Child } from './processes/child.js';
import { ENTRIES } from './processes/entries.js';
import type { NetworkFolder } from './network-folder.js';
import { openProviderFolder } from './provider-folder.js';
import { leaveNote } from '../../shared/mongo/running-networks.js';
import type { NetworkOptions } from './options.js';
import { RegistryClient } from './registry-client.js';
import { openKeys } from './network-keys.js';
import { portsOf, type NetworkSettings, type SetByTheNetwork } from './settings.js';

/** An address at which nobody answers: connections to port 1 of this machine are refused at once. */
const DEAD_URL = 'http://127.0.0.1:1/graphql';

export interface LaunchOptions {
  readonly options: NetworkOptions;
  readonly network: NetworkFolder;
  readonly settings: NetworkSettings;
  /** Environment of this process; every process of the network inherits what the network does not set itself. */
  readonly env: NodeJS.ProcessEnv;
  readonly log: Logger;
  /** Called as soon as there is something to be stopped, long before all is started. */
  readonly onClosable: (close: () => Promise<void>) => void;
  /** Called with each `ready` line. */
  readonly onReady: (name: string, url: string) => void;
}

/** What a process of the network is told: what only the network can know, and what may be given to the network too. */
type ChildSettings = Partial<
  Record<
    SetByTheNetwork | 'DATA_DIR' | 'IDENTITY_FILE' | 'MONGODB_URI' | 'PORT',
    string | undefined
  >
>;

/** A network that has started. */
export interface StartedNetwork {
  /** Those of which it has processes. */
  readonly entries: ReadonlySet<string>;
  /** Restarts the processes of this entry, at the addresses that they have. */
  restart(entry: string): void;
}

/**
 * Boots a network: the store beside the demo provider, then the catalogue, then booking and procurement beside the cooperatives, then the gateway, whose `ready` waits
 * until every cooperative that started is registered and read.
 * There is no demo provider in production, nor where people sign in elsewhere.
 * @throws Error when anything but a cooperative does not start; what had started is stopped.
 */
export async function launchNetwork(launch: LaunchOptions): Promise<StartedNetwork> {
  const { options, network, settings, env, log, onClosable, onReady } = launch;
  const { MONGODB_URI: server, KEYS_DIR: keysDir } = settings;
  const keys = openKeys({
    ...{ dataDir: options.dataDir, keysDir },
    isProduction: settings.NODE_ENV === 'production',
  });
  let onStoreRestart = (): Promise<void> => Promise.resolve();
  const startStore = (): Promise<StoreProcess> =>
    startStoreProcess(options.dataDir, {
      log,
      onRestart: () => {
        onStoreRestart().catch((error: unknown) => {
          log.error({ err: error }, 'The network did not begin again.');
        });
      },
    });
  const opening = server === undefined ? startStore() : Promise.resolve(null);
  const hasProvider = settings.NODE_ENV !== 'production' && settings.IDENTITY_FILE === undefined;
  const providerFolder = hasProvider
    ? openProviderFolder(server === undefined ? options.dataDir : null)
    : null;
  const ports = portsOf(settings);
  const children: Child[] = [];
  let isClosing = false;

  const startChild = (
    name: string,
    entry: string,
    told: ChildSettings,
    afterReady: (url: string) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<string> => {
    if (isClosing) return Promise.reject(new Error(`${name} is not started: the network ends.`));
    const child = new Child({
      name,
      entry,
      env: {
        ...env,
        MONGODB_URI: undefined,
        DATA_DIR: undefined,
        LISTS_DIR: network.listsDir,
        NOW: network.now,
        NETWORK_FILE: network.file,
        IDENTITY_FILE: providerFolder?.identityFile ?? settings.IDENTITY_FILE,
        ...told,
      },
      log,
      onReady: async (url) => {
        await afterReady(url);
        onReady(name, url);
      },
    });
    children.push(child);
    return child.start();
  };
  const startProvider = (folder: string): Promise<string> =>
    startChild('provider', ENTRIES.provider, { DATA_DIR: folder, PORT: ports.provider });

  const tell = (name: string, message: object): void => {
    children.find((child) => child.name === name)?.tell(message);
  };

  let takeNoteAway = (): void => undefined;
  const close = async (): Promise<void> => {
    isClosing = true;
    takeNoteAway();
    await Promise.all(children.map((child) => child.stop()));
    await (await opening.catch(() => null))?.close();
    providerFolder?.close();
    keys.close();
  };

  const ids = new Set([...network.fileByCooperative.keys(), ...network.endpoints.keys()]);
  const elsewhere = new Map([...network.endpoints, ...options.endpoints]);

  try {
    onClosable(close);
    const [store, providerUrl] = await Promise.all([
      opening,
      providerFolder && startProvider(providerFolder.path),
    ]);
    if (store) onReady('store', store.uri);
    const databaseUri = (name: string): string =>
      withDatabaseName(store?.uri ?? server ?? '', networkDatabaseName(network.id, name));
    takeNoteAway = leaveNoteOf(launch, store?.uri ?? null, elsewhere, providerUrl);
    const catalogueUrl = await startChild('catalogue', ENTRIES.catalogue, {
      MONGODB_URI: databaseUri('catalogue'),
      PORT: ports.catalogue,
      ...keys.settingsOf('catalogue'),
    });
    const registry = new RegistryClient(catalogueUrl, { signer: keys.signer });

    const register = async (id: string, url: string): Promise<void> => {
      await registry.put(id, url, keys.keyOf(id)?.publicKey);
      await registry.poke(id);
    };
    const startCooperative = (id: string): Promise<string> =>
      startChild(
        id,
        ENTRIES.cooperative,
        {
          COOPERATIVE: id,
          MONGODB_URI: databaseUri(id),
          PORT: '0',
          IMPORT_FILE: network.fileByCooperative.get(id),
          POKE_URL: `${catalogueUrl}/poke/${id}`,
          PROCESS_KEY_FILE: keys.keyOf(id)?.file,
          HUB_JWKS_URL: `${catalogueUrl}/.well-known/jwks.json`,
        },
        (url) => register(id, `${url}/graphql`),
      );
    const others = (await registry.list()).filter(({ id }) => !ids.has(id));
    const left: string[] = [];
    for (const { id, url } of others) if (await isAbandoned(url)) left.push(id);
    const addressById = new Map(elsewhere);
    for (const id of options.without) addressById.set(id, DEAD_URL);
    const registerOthers = (): Promise<unknown>[] =>
      [...addressById].map(([id, address]) => register(id, address));
    const own = [...ids].filter((id) => !addressById.has(id));
    const members = Promise.allSettled([...registerOthers(), ...own.map(startCooperative)]);
    if (options.dataDir === null)
      onStoreRestart = () => beginAgain(children, () => Promise.allSettled(registerOthers()));
    const registryUrl = `${catalogueUrl}/registry`;
    tell('provider', { registryUrl });
    const startAsking = (name: 'booking' | 'procurement'): Promise<string> =>
      startChild(name, ENTRIES[name], {
        MONGODB_URI: databaseUri(name),
        PORT: ports[name],
        ...keys.settingsOf(name),
        REGISTRY_URL: registryUrl,
        CATALOGUE_URL: `${catalogueUrl}/graphql`,
      });
    const [bookingUrl, procurementUrl] = await Promise.all([
      startAsking('booking'),
      startAsking('procurement'),
    ]);
    // Each listens on a free port, so who was there before can be told only now.
    tell('catalogue', { bookingUrl });
    tell('booking', { procurementUrl });
    tell('procurement', { bookingUrl });
    const removals = Promise.allSettled(left.map((id) => registry.remove(id)));
    await startChild(
      'gateway',
      ENTRIES.gateway,
      {
        PORT: ports.gateway,
        PROCESS_KEY_FILE: keys.settingsOf('gateway').PROCESS_KEY_FILE,
        SUBGRAPH_URLS: [
          `booking=${bookingUrl}/graphql`,
          `catalogue=${catalogueUrl}/graphql`,
          `procurement=${procurementUrl}/graphql`,
        ].join(','),
        REGISTRY_URL: registryUrl,
      },
      () => Promise.all([members, removals]),
    );
    for (const outcome of await removals) {
      if (outcome.status === 'rejected')
        log.warn({ err: outcome.reason as unknown }, 'Stays registered, though it has no file.');
    }
    for (const outcome of await members) {
      // A cooperative that does not start costs its own rows only, and is tried again.
      if (outcome.status === 'rejected')
        log.error({ err: outcome.reason as unknown }, 'A part did not start.');
    }
    return {
      entries: new Set(children.map(({ entry }) => entry)),
      restart: (entry) => {
        for (const child of children) if (child.entry === entry) void child.restart();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Tells commands of this network. One that cannot be told of runs all the same: commands then find no network.
 * @returns Takes the note away again.
 */
function leaveNoteOf(
  { options, network, log }: LaunchOptions,
  storeUri: string | null,
  elsewhere: ReadonlyMap<string, string>,
  providerUrl: string | null,
): () => void {
  const { id, now, listsDir } = network;
  const isKept = storeUri !== null && options.dataDir !== null;
  try {
    return leaveNote({
      ...{ pid: process.pid, id, storeUri },
      dataDir: isKept ? resolve(options.dataDir) : null,
      ...(now !== undefined && { now }),
      ...(listsDir !== undefined && { listsDir: resolve(listsDir) }),
      ...(providerUrl !== null && { providerUrl }),
      elsewhere: Object.fromEntries(elsewhere),
    });
  } catch (error) {
    log.warn({ err: error }, 'Commands will not find this network by themselves.');
    return () => undefined;
  }
}
