import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeys } from '../../subgraphs/local/network/network-keys.js';
import { RegistryClient } from '../../subgraphs/local/network/registry-client.js';
import { withDatabaseName } from '../../subgraphs/shared/mongo/database-name.js';
import { answers } from '../../subgraphs/shared/mongo/store-address.js';
import { startStoreProcess } from '../../subgraphs/shared/mongo/store-process.js';
import { pick, type Random } from '../bench/random.js';
import { COOPERATIVES, fileOf, type TestCooperative } from './cooperatives.js';
import { hubAsker, type HubAsker } from '../support/networks/hub-asker.js';
import { eventually } from '../support/eventually.js';
import { KillableProcess } from '../support/networks/killable-process.js';
import { units } from '../support/unit.js';

/**
 * A store, a catalogue, a gateway, three cooperatives and two booking processes; one cooperative has two processes on one
 * database. Cooperatives and booking processes may be killed.
 */
export class FaultyNetwork {
  readonly #killable: KillableProcess[] = [];
  /** Killed, and not ready again yet. */
  readonly #down = new Set<KillableProcess>();
  #kills = 0;

  private constructor(
    private readonly folder: string,
    private readonly store: Awaited<ReturnType<typeof startStoreProcess>>,
    private readonly catalogue: KillableProcess,
    /** By id; the first that answers for it. */
    private readonly owners: ReadonlyMap<string, KillableProcess>,
    private readonly booking: readonly KillableProcess[],
    private readonly gateway: KillableProcess,
    spare: KillableProcess,
    /** Asks one process past all others. */
    readonly asker: HubAsker,
  ) {
    this.#killable.push(...owners.values(), spare, ...booking);
  }

  /** Boots it, with its data in memory or, to survive more, in a temporary folder. */
  static async start(): Promise<FaultyNetwork> {
    const folder = mkdtempSync(join(tmpdir(), 'hub-faults-'));
    const keys = openKeys({ dataDir: folder, keysDir: undefined, isProduction: false });
    const store = await startStoreProcess(join(folder, 'data'));
    const uri = (name: string): string => withDatabaseName(store.uri, name);
    const catalogue = new KillableProcess('catalogue', 'subgraphs/catalogue/main.js', {
      MONGODB_URI: uri('catalogue'),
      ...keys.settingsOf('catalogue'),
    });
    const catalogueUrl = await catalogue.start();
    const registry = new RegistryClient(catalogueUrl, { signer: keys.signer });
    const shared = {
      REGISTRY_URL: `${catalogueUrl}/registry`,
      CATALOGUE_URL: `${catalogueUrl}/graphql`,
      REGISTRY_POLL_MS: '200',
    };
    const ownerProcess = ({ id }: TestCooperative): KillableProcess =>
      new KillableProcess(id, 'subgraphs/cooperative/main.js', {
        COOPERATIVE: id,
        MONGODB_URI: uri(id),
        IMPORT_FILE: join(folder, `${id}.json`),
        POKE_URL: `${catalogueUrl}/poke/${id}`,
        HUB_JWKS_URL: `${catalogueUrl}/.well-known/jwks.json`,
      });
    const owners = new Map<string, KillableProcess>();
    for (const each of COOPERATIVES) {
      writeFileSync(join(folder, `${each.id}.json`), JSON.stringify(fileOf(each)));
      const owner = ownerProcess(each);
      owners.set(each.id, owner);
      await registry.put(each.id, `${await owner.start()}/graphql`);
      await registry.poke(each.id);
    }
    // The same database, reached by those who ask the owner directly.
    const spare = ownerProcess(COOPERATIVES[0] as TestCooperative);
    await spare.start();
    const booking = [1, 2].map(
      (number) =>
        new KillableProcess(`booking ${number}`, 'subgraphs/booking/main.js', {
          ...shared,
          ...keys.settingsOf('booking'),
          MONGODB_URI: uri('booking'),
          HOLD_MINUTES: '5',
          LEASE_MS: String(units(20)),
          OWNER_TIMEOUT_MS: String(units(9)),
        }),
    );
    for (const each of booking) await each.start();
    const gateway = new KillableProcess('gateway', 'gateway/main.js', {
      ...shared,
      PROCESS_KEY_FILE: keys.settingsOf('gateway').PROCESS_KEY_FILE,
      SUBGRAPH_URLS: `catalogue=${catalogueUrl}/graphql,booking=${booking[0]?.url ?? ''}/graphql`,
    });
    await gateway.start();
    return new FaultyNetwork(
      ...([folder, store, catalogue, owners, booking, gateway, spare, hubAsker(keys)] as const),
    );
  }

  /** Where clients may send an order: the gateway, and the second booking process. */
  get entrances(): readonly string[] {
    return [this.gateway.url, this.booking[1]?.url ?? ''];
  }

  /** Base URL of the booking process that outlives the others. */
  get bookingUrl(): string {
    return this.booking[0]?.url ?? '';
  }

  get kills(): number {
    return this.#kills;
  }

  /** Base URLs of all that has a database of its own to work on, by name. */
  get databaseUsers(): ReadonlyMap<string, string> {
    return new Map(this.#killable.map(({ name, url }) => [name, url]));
  }

  ownerUrl(id: string): string {
    return this.owners.get(id)?.url ?? '';
  }

  /** Kills one process that runs and starts it again at once. */
  async killOne(random: Random): Promise<void> {
    const running = this.#killable.filter((each) => !this.#down.has(each));
    const victim = pick(random, running);
    this.#down.add(victim);
    await victim.kill();
    this.#kills += 1;
    await victim.start();
    this.#down.delete(victim);
  }

  /** A cooperative's process that may be made to hang. @throws Error when there is none of that id. */
  owner(id: string): KillableProcess {
    const owner = this.owners.get(id);
    if (!owner) throw new Error(`There is no ${id}.`);
    return owner;
  }

  /** Kills the store, which is started again by itself. @returns After how many milliseconds it answers again. */
  async killStore(): Promise<number> {
    this.#signalStore('SIGKILL');
    this.#kills += 1;
    const killedAt = performance.now();
    await eventually(
      () => answers(this.store.uri),
      (isThere) => isThere,
      units(600),
    );
    return performance.now() - killedAt;
  }

  /** Has the store stand still, as on a disk that stalls: it takes connections and bytes, and answers nothing. */
  pauseStore(): void {
    // A run that is broken off leaves no store behind that stands still for ever.
    process.once('exit', this.#resume);
    this.#signalStore('SIGSTOP');
  }

  resumeStore(): void {
    process.off('exit', this.#resume);
    this.#resume();
  }

  readonly #resume = (): void => {
    this.#signalStore('SIGCONT');
  };

  #signalStore(signal: NodeJS.Signals): void {
    const holder = readFileSync(join(this.folder, 'data', 'store.lock'), 'utf8');
    process.kill((JSON.parse(holder) as { pid: number }).pid, signal);
  }

  /** Starts every process anew with a clock that stands still at this instant. */
  async restartAt(now: Date): Promise<void> {
    await Promise.all(this.#killable.map((each) => each.kill()));
    await Promise.all(this.#killable.map((each) => each.start({ NOW: now.toISOString() })));
  }

  /** Kills the catalogue, from which on nobody can read the registry anew. */
  killCatalogue(): Promise<void> {
    return this.catalogue.kill();
  }

  async close(): Promise<void> {
    const all = [this.gateway, ...this.#killable, this.catalogue];
    await Promise.all(all.map((each) => each.kill()));
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
