import { CatalogueDataSource } from '../../subgraphs/catalogue/store/data-source.js';
import { createModels } from '../../subgraphs/catalogue/store/collections.js';
import { connectDatabase } from '../../subgraphs/shared/mongo/database.js';
import type { SyntheticNetwork } from './synthetic-network.js';

const ROWS_A_WRITE = 5_000;
const TIMEOUT_MS = 60_000;

/** Writes a network into a catalogue's empty database, as the following of feeds would have left it. */
export async function fillCatalogue(uri: string, network: SyntheticNetwork): Promise<void> {
  const database = await connectDatabase(uri);
  const { connection } = database;
  const now = new Date('2027-03-22T07:00:00Z');
  const models = createModels(connection);
  await new CatalogueDataSource(connection, TIMEOUT_MS).prepare(now);
  await models.registrations.insertMany(
    network.cooperatives.map((profile) => ({
      _id: profile.id,
      url: 'http://127.0.0.1:1/graphql',
      status: 'ACTIVE',
      reason: null,
      since: now,
      state: 'FRESH',
      stateReason: null,
      syncedAt: now,
      position: { epoch: 'bench', revision: 1, reading: 'bench', isComplete: true },
      serviceCount: 0,
      profile,
      sequence: 1,
    })),
  );
  for (let from = 0; from < network.services.length; from += ROWS_A_WRITE) {
    const rows = network.services.slice(from, from + ROWS_A_WRITE);
    await models.services.collection.insertMany(
      rows.map(({ id, ...listing }) => {
        const stored = { ...listing, ownerUpdatedAt: listing.updatedAt };
        return { _id: id, ...stored, reading: 'bench', sequence: 1 };
      }) as never[],
    );
  }
  await models.counters.updateOne({ _id: 'changes' }, { $set: { sequence: 1 } });
  await database.close();
}
