import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDatabaseName } from '../../subgraphs/shared/mongo/database-name.js';
import { startStoreProcess } from '../../subgraphs/shared/mongo/store-process.js';
import { COOPERATIVES, fileOf, type TestCooperative } from '../faults/cooperatives.js';
import { KillableProcess } from '../support/networks/killable-process.js';
import { ask } from '../support/ask.js';
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
  ) {}

  static async start(): Promise<HostileNetwork> {
    const folder = mkdtempSync(join(tmpdir(), 'hub-hostile-'));
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
    });
    const ownerUrls = new Map<string, string>();
    for (const each of COOPERATIVES.filter(({ id }) => id === HOSTILE || id === HONEST)) {
      const file = join(folder, `${each.id}.json`);
      writeFileSync(file, textOf(each, 'As it was.'));
      const url = await start(each.id, 'subgraphs/cooperative/main.js', {
        COOPERATIVE: each.id,
        IMPORT_FILE: file,
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
    });
    const gatewayUrl = await start('gateway', 'gateway/main.js', {
      IDENTITY_FILE: identityFile,
      REGISTRY_URL: `${catalogueUrl}/registry`,
      SUBGRAPH_URLS: `catalogue=${catalogueUrl}/graphql,booking=${bookingUrl}/graphql`,
    });
    const network = new HostileNetwork(
      ...([folder, store, processes, endpoint, issuer] as const),
      ...([gatewayUrl, catalogueUrl, ownerUrls] as const),
    );
    await network.#register(HOSTILE, endpoint.url);
    await network.#register(HONEST, ownerUrls.get(HONEST) ?? '');
    return network;
  }

  /** The real endpoint of an owner, past the hostile one. */
  ownerUrl(id: string): string {
    return this.ownerUrls.get(id) ?? '';
  }

  /** An access token of the hostile owner's staff. */
  staffToken(): Promise<string> {
    return this.issuer.token(`staff:${HOSTILE}`);
  }

  /** Changes a description at the hostile owner, so that its feed has something new. */
  async change(description: string): Promise<void> {
    const each = COOPERATIVES.find(({ id }) => id === HOSTILE);
    if (!each) throw new Error('There is no such cooperative.');
    const { errors } = await ask(
      this.ownerUrl(HOSTILE),
      'mutation ($input: ImportCooperativeInput!) { importCooperative(input: $input) { changes { changed } userErrors { message } } }',
      { input: { cooperative: HOSTILE, json: textOf(each, description) } },
    );
    if (errors) throw new Error(`The change was refused: ${JSON.stringify(errors)}`);
  }

  async #register(id: string, url: string): Promise<void> {
    const response = await fetch(`${this.catalogueUrl}/registry/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: `${url}/graphql` }),
    });
    if (!response.ok) throw new Error(`The catalogue refused ${id}: ${await response.text()}`);
    await (await fetch(`${this.catalogueUrl}/poke/${id}`, { method: 'POST' })).text();
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
