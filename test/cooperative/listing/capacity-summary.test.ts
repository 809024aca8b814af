import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { signerOf } from '../../support/fakes/hub-keys.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openFreshDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';
import {
  cooperativeFile,
  serviceRow,
  startCooperative,
  type Json,
  type RunningCooperative,
} from '../support.js';

// A Monday, 12:00 in Helsinki.
const TODAY = '2026-11-23';
const WORKING_WEEK = ['MO', 'TU', 'WE', 'TH', 'FR'];

/** A worker who is there from 8 to 16, and cleaning of two hours at least, to be asked for a day before. */
const FILE = cooperativeFile({
  resources: [
    {
      id: 'w1',
      kind: 'WORKER',
      size: 1,
      hours: [{ days: WORKING_WEEK, from: '08:00', to: '16:00' }],
    },
  ],
  services: [serviceRow({ minMinutes: 120, gridMinutes: 30, leadTimeMinutes: 1440 })],
});

interface Summary {
  readonly from: string;
  readonly minMinutes: number;
  readonly longestMinutes: readonly number[];
}

interface SummaryRow {
  readonly revision: number;
  readonly updatedAt: string;
  readonly capacity: Summary;
}

const SUMMARIES = `query Summaries($since: Int!) {
  catalogueChanges(since: $since, first: 100) {
    changes { revision service { id updatedAt capacity { from minMinutes longestMinutes } } }
  }
}`;

describe('the capacity summary in the feed', () => {
  let karhu: RunningCooperative;
  let closables: { close(): Promise<void> }[] = [];

  beforeEach(async () => {
    karhu = await startCooperative();
    closables = [karhu];
  });
  afterEach(async () => {
    for (const closable of closables.reverse()) await closable.close();
  });

  /** Of all services with a later revision, by id. */
  const summaries = async (since = 0): Promise<Record<string, SummaryRow>> => {
    const { data } = await karhu.ask<{
      catalogueChanges: {
        changes: { revision: number; service: (SummaryRow & { readonly id: string }) | null }[];
      };
    }>(SUMMARIES, { since });
    return Object.fromEntries(
      data.catalogueChanges.changes.flatMap(({ revision, service }) =>
        service ? [[service.id, { ...service, revision }]] : [],
      ),
    );
  };
  const siivous = async (): Promise<SummaryRow> => {
    const row = (await summaries())['karhu:siivous'];
    if (!row) throw new Error('The feed has no karhu:siivous.');
    return row;
  };
  const revision = async (): Promise<number> => (await karhu.feed()).revision;
  const refresh = (): Promise<void> => karhu.server.refresher.refresh();
  const hold = async (start: string, minutes: number, orderId = 'o1'): Promise<void> => {
    const leg = { leg: 0, serviceId: 'karhu:siivous', start, minutes, quantity: 1 };
    const { data } = await karhu.ask<{ holdBookings: { userErrors: readonly Json[] } }>(
      `mutation Hold($input: HoldBookingsInput!) {
        holdBookings(input: $input) { userErrors { code message } }
      }`,
      {
        input: {
          idempotencyKey: `hold ${orderId}`,
          cooperative: 'karhu',
          orderId,
          orderReference: orderId,
          municipality: 'FI-609',
          holdMinutes: 30,
          legs: [leg],
        },
      },
    );
    expect(data.holdBookings.userErrors).toEqual([]);
  };

  it('says for 92 days how long one place can be booked for, lead time and weekends left out', async () => {
    await karhu.import(FILE);

    const { capacity } = await siivous();

    expect(capacity).toMatchObject({ from: TODAY, minMinutes: 120 });
    expect(capacity.longestMinutes).toHaveLength(92);
    // Until Tuesday noon it is too soon.
    expect(capacity.longestMinutes.slice(0, 8)).toEqual([0, 240, 480, 480, 480, 0, 0, 480]);
  });

  it('comes with the revision of the publication', async () => {
    await karhu.import(FILE);
    expect((await karhu.feed()).rows).toEqual(['1 karhu', '2 karhu:siivous']);

    await refresh();

    expect(await revision()).toBe(2);
    expect(karhu.poke).toHaveBeenCalledTimes(1);
  });

  it('changes with a booking: a new revision, and the date of the listing stays', async () => {
    await karhu.import(FILE);
    const before = await siivous();
    karhu.clock.set(`${TODAY}T10:30:00Z`);
    await hold('2026-11-25T08:00:00+02:00', 480);

    await refresh();

    const after = await siivous();
    expect(after.capacity.longestMinutes.slice(1, 4)).toEqual([210, 0, 480]);
    expect(after.revision).toBe(before.revision + 1);
    expect(after.updatedAt).toBe(before.updatedAt);
    expect(karhu.poke).toHaveBeenCalledTimes(2);
  });

  it('says 0 where what is left is shorter than the shortest booking', async () => {
    await karhu.import(FILE);
    await hold('2026-11-25T08:00:00+02:00', 390);

    await refresh();

    expect((await siivous()).capacity.longestMinutes[2]).toBe(0);
  });

  it('frees again what was held, once the hold has run out', async () => {
    await karhu.import(FILE);
    const { capacity: free } = await siivous();
    await hold('2026-11-25T08:00:00+02:00', 480);
    await refresh();
    karhu.clock.set(`${TODAY}T10:29:59Z`);
    await refresh();
    const held = await siivous();

    karhu.clock.set(`${TODAY}T10:30:00Z`);
    await refresh();

    expect(held.capacity.longestMinutes[2]).toBe(0);
    expect((await siivous()).capacity.longestMinutes.slice(2)).toEqual(
      free.longestMinutes.slice(2),
    );
  });

  it('costs no revision while nothing changes, and one for each service when a day has passed', async () => {
    await karhu.import({
      ...FILE,
      services: [
        serviceRow(),
        serviceRow({ id: 'ikkunat' }),
        serviceRow({ id: 'oma', published: false }),
      ],
    });
    await refresh();
    await refresh();
    const before = await revision();

    karhu.clock.set('2026-11-24T10:00:00Z');
    await refresh();

    expect(before).toBe(3);
    const changed = await summaries(before);
    expect(Object.keys(changed).sort()).toEqual(['karhu:ikkunat', 'karhu:siivous']);
    expect(changed['karhu:siivous']?.capacity.from).toBe('2026-11-24');
    expect(await revision()).toBe(5);
  });

  it('touches only the services whose places a booking takes', async () => {
    const [worker] = FILE['resources'] as Json[];
    await karhu.import({
      ...FILE,
      resources: [worker, { ...worker, id: 'w2' }],
      services: [
        serviceRow({ gridMinutes: 30 }),
        serviceRow({ id: 'sama', gridMinutes: 30 }),
        serviceRow({ id: 'muu', gridMinutes: 30, resources: ['w2'] }),
      ],
    });
    const before = await revision();
    await hold('2026-11-25T08:00:00+02:00', 480);

    await refresh();

    expect(Object.keys(await summaries(before)).sort()).toEqual(['karhu:sama', 'karhu:siivous']);
  });

  it('follows an import that changes what can be booked and nothing that is shown', async () => {
    await karhu.import(FILE);
    const before = await siivous();
    const [service] = FILE['services'] as Json[];
    await karhu.import({ ...FILE, services: [{ ...service, minMinutes: 60 }] });

    await refresh();

    const after = await siivous();
    expect(after.capacity.minMinutes).toBe(60);
    expect(after.revision).toBe(before.revision + 1);
    expect(after.updatedAt).toBe(before.updatedAt);
  });

  it('is made anew when a withdrawn service is published again, and not while it is withdrawn', async () => {
    await karhu.import(FILE);
    await karhu.publish('karhu:siivous', false);
    karhu.clock.set('2026-11-24T10:00:00Z');
    await refresh();
    const withdrawn = await siivous();

    await karhu.publish('karhu:siivous', true);

    const published = await siivous();
    expect(withdrawn).toMatchObject({ revision: 3, capacity: { from: TODAY } });
    expect(published).toMatchObject({ revision: 4, capacity: { from: '2026-11-24' } });
  });

  it('is kept up by the running server soon after each booking', async () => {
    await karhu.import(FILE);
    await karhu.server.refresher.start();
    await hold('2026-11-25T08:00:00+02:00', 480);

    // A row that changes while a page is read is left for the next one.
    const rows = await eventually(
      summaries,
      ({ 'karhu:siivous': row }) => row?.capacity.longestMinutes[2] === 0,
    );

    expect(rows['karhu:siivous']?.capacity.longestMinutes.slice(2, 5)).toEqual([0, 480, 480]);
  });

  it('can be worked out by two processes at the same time, at the cost of one revision', async () => {
    await karhu.import(FILE);
    const before = await revision();
    await hold('2026-11-25T08:00:00+02:00', 480);
    const { dataSource } = karhu.server;

    const outcomes = await Promise.all([
      dataSource.summaries.refresh(),
      dataSource.summaries.refresh(),
    ]);

    expect(outcomes.sort()).toEqual([false, true]);
    expect(await revision()).toBe(before + 1);
  });

  it('answers the search for what is free, also when its owner is gone', async () => {
    await karhu.import(FILE);
    const database = await openFreshDatabase();
    const registry = new Map([['karhu', `${karhu.url}/graphql`]]);
    const catalogue: RunningCatalogue = await startCatalogue(database, {
      registry,
      signer: signerOf('catalogue'),
    });
    closables.push(database, catalogue);
    await catalogue.look('karhu');
    const found = async (day: string): Promise<unknown> => {
      const available = `{from: "${day}", to: "${day}", minutes: 240}`;
      const query = `{ catalogue(search: {available: ${available}}) { totalCount edges { node { updatedAt } } } }`;
      return catalogue.read(query, 'catalogue');
    };
    const before = await found('2026-11-25');
    await hold('2026-11-25T08:00:00+02:00', 360);
    await refresh();
    await catalogue.look('karhu');
    await karhu.server.close();
    await catalogue.look('karhu');

    expect(before).toMatchObject({ totalCount: 1 });
    expect(await found('2026-11-25')).toEqual({ totalCount: 0, edges: [] });
    // The row has not moved by it.
    expect(await found('2026-11-26')).toEqual(before);
  });
});
