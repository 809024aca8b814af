import type { ClientSession, Model } from 'mongoose';
import type { Clock } from '../../shared/process/clock.js';
import { NetworkFileError, type CooperativeFile } from '../../shared/network-file/index.js';
import { seenAt } from '../bookings/rules/booking-state.js';
import { guardsOfFile } from './file-bookings.js';
import { NO_HUB } from './file-hub.js';
import type { Guards } from '../bookings/rows/guards.js';
import { HubDataSource } from './hub-data-source.js';
import { storedBooking } from '../bookings/rows/stored-booking.js';
import type { CapacitySummaryDataSource } from '../listing/capacity-summary-data-source.js';
import { Revisions } from '../listing/feed-entry.js';
import type { History } from '../store/history.js';
import { planImport, type ImportReport } from './import-plan.js';
import type { RowChanges } from './row-plan.js';
import type { Snapshot } from './snapshot.js';
import type { Models } from '../store/collections.js';
import { deleteWrites, writeRows, type RowWrite } from '../store/write-rows.js';

export interface MovingOptions {
  readonly models: Models;
  readonly history: History;
  readonly guards: Guards;
  readonly summaries: CapacitySummaryDataSource;
  readonly clock: Clock;
  /** Per query. */
  readonly timeoutMs: number;
}

/** Takes a network file into the database, and reads all that one is made of. */
export class MovingDataSource {
  readonly #hub: HubDataSource;

  constructor(private readonly options: MovingOptions) {
    this.#hub = new HubDataSource(options.models, options.timeoutMs);
  }

  /**
   * Makes the database hold what the file says, all or nothing. A dry run counts only.
   * @throws NetworkFileError when its bookings do not fit.
   */
  async import(file: CooperativeFile, isDryRun: boolean): Promise<ImportReport> {
    const { models, history, guards, summaries, clock } = this.options;
    const now = clock.now();
    if (!isDryRun) await guards.create(guardsOfFile(file));
    return history.transact(async (transaction) => {
      const { session, meta } = transaction;
      // Before all is read: whoever comes to the guards first is not the one to run again.
      if (!isDryRun) await guards.touchAll(session);
      const current = await this.#readRows(session);
      const hub = await this.#hub.readFor(file, session);
      const plan = planImport({ ...current, hub }, file, meta.revision, now);
      if (plan.faults.length > 0) throw new NetworkFileError(`${file.id}.json`, plan.faults);
      if (isDryRun || !plan.hasWrites) return plan.report;
      await history.advance(transaction, plan.revision);
      await this.#write(models.cooperatives, plan.cooperatives, session);
      await this.#write(models.members, plan.members, session);
      await this.#write(models.resources, plan.resources, session);
      await this.#write(models.services, plan.services, session);
      await this.#write(models.calendars, plan.calendars, session);
      const { replaced, deletedIds } = plan.bookings;
      const stored = { replaced: replaced.map(storedBooking), deletedIds };
      await this.#write(models.bookings, stored, session);
      await this.#hub.write(plan.hub, session);
      const published = plan.services.replaced.filter(
        ({ feed }) => feed && feed.revision > meta.revision,
      );
      await summaries.write(
        transaction,
        new Revisions(plan.revision, now),
        published.map(({ _id }) => _id),
      );
      return plan.report;
    });
  }

  /** All there is, as of one instant; holds that have run out are EXPIRED. */
  async readAll(): Promise<Snapshot> {
    const { history, clock } = this.options;
    const now = clock.now();
    const snapshot = await history.transact(async ({ session }) => ({
      ...(await this.#readRows(session)),
      hub: await this.#hub.readAll(session),
    }));
    const bookings = snapshot.bookings.map((row) => seenAt(row, now));
    return { ...snapshot, bookings };
  }

  async #readRows(session: ClientSession): Promise<Snapshot> {
    const { cooperatives, members, resources, services, bookings, calendars } = this.options.models;
    // One after the other: a session carries one query at a time.
    const [cooperative = null] = await this.#findAll(cooperatives, session);
    return {
      cooperative,
      members: await this.#findAll(members, session),
      resources: await this.#findAll(resources, session),
      services: await this.#findAll(services, session),
      bookings: await this.#findAll(bookings, session),
      calendars: await this.#findAll(calendars, session),
      hub: NO_HUB,
    };
  }

  #findAll<Row>(model: Model<Row>, session: ClientSession): Promise<Row[]> {
    return model
      .find({}, null, { session, maxTimeMS: this.options.timeoutMs })
      .sort({ _id: 1 })
      .lean<Row[]>()
      .exec();
  }

  async #write<Row extends { readonly _id: string }>(
    model: Model<Row>,
    { replaced, deletedIds }: RowChanges<Row>,
    session: ClientSession,
  ): Promise<void> {
    const writes: RowWrite<Row>[] = [
      ...replaced.map((row) => ({
        replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true },
      })),
      ...deleteWrites<Row>(deletedIds),
    ];
    await writeRows(model, writes, session, this.options.timeoutMs);
  }
}
