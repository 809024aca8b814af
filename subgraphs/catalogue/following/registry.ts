import type { Clock } from '../../shared/process/clock.js';
import { isListed } from '../store/change-state.js';
import type { CooperativeListing } from '../store/listing.js';
import type { CooperativeStatus, RegistrationRecord, SourceState } from '../store/records.js';

/** What the index knows of one cooperative's data. */
export interface SourceEntry {
  readonly state: SourceState;
  readonly syncedAt: Date | null;
  readonly reason: string | null;
}

/** One cooperative as resolvers see it. */
export interface CooperativeEntry {
  readonly id: string;
  /** Full address of its GraphQL endpoint. */
  readonly url: string;
  /** Null until its data were read for the first time. */
  readonly listing: CooperativeListing | null;
  readonly status: CooperativeStatus;
  readonly statusReason: string | null;
  readonly statusSince: Date;
  /** What the endpoint itself wrote where looking at it failed: for the coordinator only. */
  readonly statusDetail: string | null;
  /** Null until its endpoint was asked. */
  readonly takesBookings: boolean | null;
  readonly source: SourceEntry;
}

/** Whether a copy in this state may differ from what its owner has. */
export function isOutdated(state: SourceState): boolean {
  return state === 'STALE' || state === 'UNREACHABLE';
}

/** By name as Finns sort names, which is how Swedes do too; the id breaks ties. */
const COLLATOR = new Intl.Collator('fi');

/** Compares two places in the list of cooperatives, each a name and an id. */
export function compareNames(a: readonly [string, string], b: readonly [string, string]): number {
  return COLLATOR.compare(a[0], b[0]) || (a[1] < b[1] ? -1 : Number(a[1] > b[1]));
}

/** The members of the network in memory, equal to the database as of `revision`. */
export class Registry {
  readonly #recordById = new Map<string, RegistrationRecord>();
  readonly #syncedAtById = new Map<string, Date>();
  #byName: readonly RegistrationRecord[] | null = null;
  #byId: readonly RegistrationRecord[] | null = null;
  #revision = 0;
  /** Called whenever the revision is another. */
  onRevision: () => void = () => undefined;

  /**
   * @param clock - Real time: how fresh a copy is has nothing to do with the network's stopped clock.
   * @param freshForMs - How long after it was last equal a copy counts as fresh though nobody has judged it since: after a
   *   restart, or while no process follows.
   */
  constructor(
    private readonly clock: Clock,
    private readonly freshForMs: number,
  ) {}

  /** Rises with every change of membership, address, business id, status, state or reason. */
  get revision(): number {
    return this.#revision;
  }

  set revision(revision: number) {
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.onRevision();
  }

  put(record: RegistrationRecord): void {
    this.#recordById.set(record._id, record);
    this.#byName = null;
    this.#byId = null;
  }

  findRecord(id: string): RegistrationRecord | null {
    return this.#recordById.get(id) ?? null;
  }

  /** Every registration there ever was, by id. */
  records(): readonly RegistrationRecord[] {
    this.#byId ??= [...this.#recordById.values()].sort((a, b) => (a._id < b._id ? -1 : 1));
    return this.#byId;
  }

  /** Notes that a copy equals its owner's data. Kept in memory; the lease carries it to the database. */
  noteSynced(id: string, at: Date): void {
    if (at.getTime() > (this.syncedAt(id)?.getTime() ?? 0)) this.#syncedAtById.set(id, at);
  }

  syncedAt(id: string): Date | null {
    const noted = this.#syncedAtById.get(id);
    const stored = this.#recordById.get(id)?.syncedAt ?? null;
    return noted && (!stored || noted > stored) ? noted : stored;
  }

  /** When each fresh copy was last equal. */
  freshTimes(): Record<string, Date> {
    const fresh = this.records().filter(({ state }) => state === 'FRESH');
    return Object.fromEntries(fresh.map(({ _id }) => [_id, this.syncedAt(_id) ?? new Date(0)]));
  }

  /** Null when the network never had it. */
  find(id: string): CooperativeEntry | null {
    const record = this.#recordById.get(id);
    return record ? this.#toEntry(record) : null;
  }

  /** Members, by id. */
  members(): CooperativeEntry[] {
    const members = this.records().filter(({ status }) => status !== 'LEFT');
    return members.map((record) => this.#toEntry(record));
  }

  /** Members that are not paused and whose copy may be out of date, by id. */
  outdated(): CooperativeEntry[] {
    const oldest = this.#oldestFresh();
    const outdated = this.records().filter(
      (record) => isListed(record.status) && isOutdated(this.#stateOf(record, oldest)),
    );
    return outdated.map((record) => this.#toEntry(record));
  }

  /** Everybody, those who left too, by name. */
  everybodyByName(): CooperativeEntry[] {
    this.#byName ??= [...this.#recordById.values()].sort((a, b) =>
      compareNames([a.profile?.name ?? a._id, a._id], [b.profile?.name ?? b._id, b._id]),
    );
    return this.#byName.map((record) => this.#toEntry(record));
  }

  #toEntry(record: RegistrationRecord): CooperativeEntry {
    return {
      id: record._id,
      url: record.url,
      listing: record.profile,
      status: record.status,
      statusReason: record.reason,
      statusSince: record.since,
      statusDetail: record.stateDetail ?? null,
      takesBookings: record.takesBookings ?? null,
      source: this.#toSource(record),
    };
  }

  #toSource(record: RegistrationRecord): SourceEntry {
    const syncedAt = this.syncedAt(record._id);
    if (record.status === 'PAUSED') return { state: 'PAUSED', syncedAt, reason: record.reason };
    if (this.#stateOf(record, this.#oldestFresh()) !== record.state) {
      return { state: 'STALE', syncedAt, reason: 'not read for some time' };
    }
    return { state: record.state, syncedAt, reason: record.stateReason };
  }

  #oldestFresh(): number {
    return this.clock.now().getTime() - this.freshForMs;
  }

  /** A fresh copy that nobody has judged for some time is stale. */
  #stateOf({ _id: id, state }: RegistrationRecord, oldestFresh: number): SourceState {
    const isOld = state === 'FRESH' && (this.syncedAt(id)?.getTime() ?? 0) < oldestFresh;
    return isOld ? 'STALE' : state;
  }
}
