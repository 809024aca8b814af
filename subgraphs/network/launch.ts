import type { Logger } from '../shared/logger.js';
import type { Closable } from '../shared/process.js';
import { networkDatabaseName, withDatabaseName } from '../shared/database-name.js';
import { startStoreProcess } from '../shared/store-process.js';
import { Child } from './child.js';
import type { NetworkFolder } from './network-folder.js';
import type { NetworkOptions } from './options.js';
import { RegistryClient } from './registry-client.js';

/** An address at which nobody answers: connections to port 1 of this machine are refused at once. */
const DEAD_URL = 'http://127.0.0.1:1/graphql';

export interface LaunchOptions {
  readonly options: NetworkOptions;
  readonly network: NetworkFolder;
  /** Environment of this process; every process of the network inherits it. */
  readonly env: NodeJS.ProcessEnv;
  readonly log: Logger;
  /** Called with each `ready` line. */
  readonly onReady: (name: string, url: string) => void;
}

/**
 * Boots a network: the store, then the catalogue, then booking beside the cooperatives, then the gateway, whose `ready` waits
 * until every cooperative that started is registered and read.
 * @throws Error when the store, the catalogue, booking or the gateway does not start; what had started is stopped.
 */
export async function launchNetwork(launch: LaunchOptions): Promise<Closable> {
  const { options, network, env, log, onReady } = launch;
  const store = env['MONGODB_URI'] ? null : await startStoreProcess(options.dataDir);
  if (store) onReady('store', store.uri);
  const serverUri = store?.uri ?? env['MONGODB_URI'] ?? '';
  const children: Child[] = [];

  const startChild = (
    name: string,
    entry: string,
    settings: Record<string, string | undefined>,
    afterReady: (url: string) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<string> => {
    const child = new Child({
      name,
      entry,
      env: {
        ...env,
        MONGODB_URI: undefined,
        LISTS_DIR: network.listsDir,
        NOW: network.now,
        ...settings,
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
  const databaseUri = (name: string): string =>
    withDatabaseName(serverUri, networkDatabaseName(network.id, name));

  const close = async (): Promise<void> => {
    await Promise.all(children.map((child) => child.stop()));
    await store?.close();
  };

  try {
    const catalogueUrl = await startChild('catalogue', 'subgraphs/catalogue/main.js', {
      MONGODB_URI: databaseUri('catalogue'),
      PORT: '0',
    });
    const registry = new RegistryClient(catalogueUrl, env['REGISTRY_TOKEN']);

    const register = async (id: string, url: string): Promise<void> => {
      await registry.put(id, url);
      await registry.poke(id);
    };
    const startCooperative = (id: string): Promise<string> =>
      startChild(
        id,
        'subgraphs/cooperative/main.js',
        {
          COOPERATIVE: id,
          MONGODB_URI: databaseUri(id),
          PORT: '0',
          IMPORT_FILE: network.fileByCooperative.get(id),
          POKE_URL: `${catalogueUrl}/poke/${id}`,
          POKE_TOKEN: env['REGISTRY_TOKEN'],
        },
        (url) => register(id, `${url}/graphql`),
      );
    const addressElsewhere = (id: string): string | undefined =>
      options.endpoints.get(id) ??
      (options.without.has(id) ? DEAD_URL : undefined) ??
      network.endpoints.get(id);

    const ids = new Set([...network.fileByCooperative.keys(), ...network.endpoints.keys()]);
    const left = (await registry.list()).filter((id) => !ids.has(id));
    const members = Promise.allSettled(
      [...ids].map((id) => {
        const elsewhere = addressElsewhere(id);
        return elsewhere === undefined ? startCooperative(id) : register(id, elsewhere);
      }),
    );
    const registryUrl = `${catalogueUrl}/registry`;
    const bookingUrl = await startChild('booking', 'subgraphs/booking/main.js', {
      MONGODB_URI: databaseUri('booking'),
      PORT: '0',
      REGISTRY_URL: registryUrl,
      CATALOGUE_URL: `${catalogueUrl}/graphql`,
    });
    // Each listens on a free port, so the catalogue can be told only now.
    children.find(({ name }) => name === 'catalogue')?.tell({ bookingUrl });
    const removals = Promise.allSettled(left.map((id) => registry.remove(id)));
    await startChild(
      'gateway',
      'gateway/main.js',
      {
        SUBGRAPH_URLS: `booking=${bookingUrl}/graphql,catalogue=${catalogueUrl}/graphql`,
        REGISTRY_URL: registryUrl,
      },
      () => Promise.all([members, removals]),
    );
    for (const outcome of [...(await members), ...(await removals)]) {
      // A cooperative that does not start costs its own rows only, and is tried again.
      if (outcome.status === 'rejected')
        log.error({ err: outcome.reason as unknown }, 'A part did not start.');
    }
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}
