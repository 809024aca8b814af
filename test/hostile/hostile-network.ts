import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeys } from '../../subgraphs/local/network/network-keys.js';
import { RegistryClient } from '../../subgraphs/local/network/registry-client.js';
import { withDatabaseName } from '../../subgraphs/shared/mongo/database-name.js';
import { startStoreProcess } from '../../subgraphs/shared/mongo/store-process.js';
import { COOPERATIVES, fileOf, type TestCooperative } from '../faults/cooperatives.js';
import { hubAsker, type AskedProcess, type HubAsker } from '../support/networks/hub-asker.js';
import { KillableProcess } from '../support/networks/killable-process.js';
import { startFakeIssuer, type FakeIssuer } from '../support/fakes/issuer.js';
import { units } from '../support/unit.js';
import { startHostileEndpoint, type HostileEndpoint } from './hostile-endpoint.js';

/** Who misbehaves, and who does not. */
export const HOSTILE = 'karhu';
export const HONEST = 'lumo';

/** The day of all orders and questions: all work from 08:00 to 16:00 in UTC. */
const NOW = '2030-03-01T08:00:00Z';

/** A store, a catalogue, booking, a gateway and two cooperatives, one of which answers through a hostile endpoint. */
export class HostileNetwork {
  private constructor(
    private readonly folder: string,
    private readonly store: Awaited<ReturnType<typeof startStoreProcess>>,
    private readonly processes: readonly KillableProcess[],
    readonly endpoint: HostileEndpoint,
    private readonly issuer: FakeIssuer,
    readonly gatewayUrl: string,
    readonly catalogueUrl: string,
    private readonly ownerUrls: ReadonlyMap<string, string>,
    private readonly asker: HubAsker,
  ) {}

  static async start(): Promise<HostileNetwork> {
    const folder = mkdtempSync(join(tmpdir(), 'hub-hostile-'));
    const keys = openKeys({ dataDir: folder, keysDir: undefined, isProduction: false });
    const store = await startStoreProcess(null);
    const processes: KillableProcess[] = [];
    const start = (name: string, entry: string, env: Record<string, string>): Promise<string> => {
      const database = withDatabaseName(store.uri, name);
      const settings = { MONGODB_URI: database, NOW, ...env };
      const started = new KillableProcess(name, entry, settings);
      processes.push(started);
      return started.start();
    };
    const catalogueUrl = await start('catalogue', 'subgraphs/catalogue/main.js', {
      FEED_TIMEOUT_MS: String(units(10)),
      ...keys.settingsOf('catalogue'),
    });
    const ownerUrls = new Map<string, string>();
    for (const each of COOPERATIVES.filter(({ id }) => id === HOSTILE || id === HONEST)) {
      const file = join(folder, `${each.id}.json`);
      writeFileSync(file, textOf(each, 'As it was.'));
      const url = await start(each.id, 'subgraphs/cooperative/main.js', {
        COOPERATIVE: each.id,
        IMPORT_FILE: file,
        HUB_JWKS_URL: `${catalogueUrl}/.well-known/jwks.json`,
      });
      ownerUrls.set(each.id, url);
    }
    const endpoint = await startHostileEndpoint(() => ownerUrls.get(HOSTILE) ?? '');
    const issuer = await startFakeIssuer();
    const identityFile = join(folder, 'identity.json');
    writeFileSync(identityFile, JSON.stringify(issuer.identity));
    const bookingUrl = await start('booking', 'subgraphs/booking/main.js', {
      REGISTRY_URL: `${catalogueUrl}/registry`,
      CATALOGUE_URL: `${catalogueUrl}/graphql`,
      ...keys.settingsOf('booking'),
    });
    const gatewayUrl = await start('gateway', 'gateway/main.js', {
      IDENTITY_FILE: identityFile,
      REGISTRY_URL: `${catalogueUrl}/registry`,
      PROCESS_KEY_FILE: keys.settingsOf('gateway').PROCESS_KEY_FILE,
      SUBGRAPH_URLS: `catalogue=${catalogueUrl}/graphql,booking=${bookingUrl}/graphql`,
    });
    const registry = new RegistryClient(catalogueUrl, { signer: keys.signer });
    for (const [id, url] of [
      [HOSTILE, endpoint.url],
      [HONEST, ownerUrls.get(HONEST) ?? ''],
    ] as const) {
      await registry.put(id, `${url}/graphql`);
      await registry.poke(id);
    }
    return new HostileNetwork(
      ...([folder, store, processes, endpoint, issuer] as const),
      ...([gatewayUrl, catalogueUrl, ownerUrls] as const),
      hubAsker(keys),
    );
  }

  /** The states of an order's legs in an owner's own books, past the hostile endpoint. */
  async booksOf(id: string, orderId: string): Promise<string[]> {
    const { data, errors } = await this.asker.asBooking<{
      readBookings: { legs: { state: string }[] } | null;
    }>(
      this.#owner(id),
      'mutation ($input: ReadBookingsInput!) { readBookings(input: $input) { legs { state } } }',
      { input: { cooperative: id, orderId } },
    );
    if (!data.readBookings) {
      throw new Error(`${id} does not show its books: ${JSON.stringify(errors)}`);
    }
    return data.readBookings.legs.map(({ state }) => state);
  }

  /** An access token of the hostile owner's staff. */
  staffToken(): Promise<string> {
    return this.issuer.token(`staff:${HOSTILE}`);
  }

  /** Changes a description at the hostile owner, so that its feed has something new. */
  async change(description: string): Promise<void> {
    const each = COOPERATIVES.find(({ id }) => id === HOSTILE);
    if (!each) throw new Error('There is no such cooperative.');
    const { errors } = await this.asker.inNameOf(`STAFF ${HOSTILE}`)(
      this.#owner(HOSTILE),
      'mutation ($input: ImportCooperativeInput!) { importCooperative(input: $input) { changes { changed } userErrors { message } } }',
      { input: { cooperative: HOSTILE, json: textOf(each, description) } },
    );
    if (errors) throw new Error(`The change was refused: ${JSON.stringify(errors)}`);
  }

  #owner(id: string): AskedProcess {
    return { id, url: this.ownerUrls.get(id) };
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((each) => each.kill()));
    await this.endpoint.close();
    await this.issuer.close();
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The network file of a cooperative, with a member whose name is public, and with a description. */
function textOf(each: TestCooperative, description: string): string {
  const file = fileOf(each) as { services: object[] };
  return JSON.stringify({
    ...file,
    members: [{ id: 'm1', name: 'Maija', languages: ['fi'], public: ['name'] }],
    services: file.services.map((service) => ({ ...service, description: { fi: description } })),
  });
}
