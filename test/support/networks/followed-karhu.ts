import { afterEach, beforeEach } from '@jest/globals';
import type { CatalogueServerOptions } from '../../../subgraphs/catalogue/server.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import type { Closable } from '../../../subgraphs/shared/process/process.js';
import { openFreshDatabase } from '../database.js';
import { FakeCooperative } from '../fakes/cooperative.js';
import { startCatalogue, type RunningCatalogue } from './catalogue-network.js';

/** What a test about one followed cooperative works with. */
export interface FollowedKarhu {
  readonly database: Database;
  readonly karhu: FakeCooperative;
  /** Starts a catalogue, which ends with the test; it follows karhu where no registry is given. */
  readonly start: (options?: Partial<CatalogueServerOptions>) => Promise<RunningCatalogue>;
  /** Ends a catalogue before the end of the test. */
  readonly close: (catalogue: RunningCatalogue) => Promise<void>;
  /** Has something else end with the test. */
  readonly closeAfter: (closable: Closable) => void;
}

/**
 * Opens a database and the cooperative "karhu" for each test of a block.
 * @param take - Is given what was opened, before each test.
 */
export function openKarhuForEach(take: (opened: FollowedKarhu) => void): void {
  let database: Database;
  let closables: Closable[] = [];

  beforeEach(async () => {
    database = await openFreshDatabase();
    const karhu = await FakeCooperative.start('karhu');
    closables = [karhu];
    take({
      database,
      karhu,
      start: async (options = {}) => {
        const registry = new Map([['karhu', karhu.url]]);
        const catalogue = await startCatalogue(database, { registry, ...options });
        closables.push(catalogue);
        return catalogue;
      },
      close: async (catalogue) => {
        closables = closables.filter((closable) => closable !== catalogue);
        await catalogue.close();
      },
      closeAfter: (closable) => closables.push(closable),
    });
  });
  afterEach(async () => {
    for (const closable of closables.reverse()) await closable.close();
    await database.close();
  });
}
