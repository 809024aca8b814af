import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openFreshDatabase } from '../../support/database.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';

const MINUTES = 60_000;
const FREE = { from: '2026-11-23', minMinutes: 60, longestMinutes: [480, 480] };
const FULL = { ...FREE, longestMinutes: [0, 0] };

describe('the summaries of capacity in a feed', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let catalogue: RunningCatalogue;

  beforeEach(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    karhu.publish('siivous', { title: { fi: 'Siivous' }, capacity: FREE });
    karhu.publish('ikkunat', { title: { fi: 'Ikkunat' }, capacity: FULL });
    catalogue = await startCatalogue(database, { registry: new Map([['karhu', karhu.url]]) });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await catalogue.close();
    await karhu.close();
    await database.close();
  });

  interface Edge {
    readonly node: { readonly id: string; readonly updatedAt: string };
  }
  const walk = async (search: string): Promise<Edge['node'][]> => {
    const query = `{ catalogue(search: {${search}}, sort: UPDATED) { edges { node { id updatedAt } } } }`;
    const edges = (await catalogue.read(query, 'catalogue.edges')) as Edge[];
    return edges.map(({ node }) => node);
  };
  const free = async (): Promise<string[]> => {
    const nodes = await walk('available: {from: "2026-11-23", to: "2026-11-24", minutes: 120}');
    return nodes.map(({ id }) => id);
  };
  const letPass = (minutes: number): void => {
    const later = performance.now() + minutes * MINUTES;
    jest.spyOn(performance, 'now').mockReturnValue(later);
  };
  const operations = (): string[] => karhu.requests.map(({ operation }) => operation);

  it('are searched by, whether or not their owner is there', async () => {
    await catalogue.look('karhu');
    await karhu.close();

    expect(await free()).toEqual(['karhu:siivous']);
  });

  it('are kept over a restart', async () => {
    await catalogue.look('karhu');
    await catalogue.close();
    catalogue = await startCatalogue(database);

    expect(await free()).toEqual(['karhu:siivous']);
  });

  it('are fetched once where the copy was made by a catalogue that knew none', async () => {
    await catalogue.look('karhu');
    await catalogue.close();
    const { connection } = database;
    await connection.collection('services').updateMany({}, { $unset: { capacity: 1 } });
    const old = { $unset: { 'position.parts': 1 } };
    await connection.collection('registrations').updateMany({}, old);
    catalogue = await startCatalogue(database);
    await catalogue.look('karhu');
    karhu.requests.length = 0;

    await catalogue.look('karhu');

    expect(await free()).toEqual(['karhu:siivous']);
    expect(operations()).toEqual(['FeedHead']);
  });

  it('are not fetched again where a catalogue of an earlier release has them', async () => {
    karhu.behaviour = { kind: 'older', status: 400, of: 'release' };
    await catalogue.look('karhu');
    await catalogue.close();
    const { connection } = database;
    const earlier = { $unset: { 'position.parts': 1 }, $set: { 'position.hasSummaries': true } };
    await connection.collection('registrations').updateMany({}, earlier);
    catalogue = await startCatalogue(database);
    karhu.requests.length = 0;

    await catalogue.look('karhu');

    expect(new Set(operations())).toEqual(new Set(['FeedHead']));
  });

  it('move no service to the end of what was updated', async () => {
    await catalogue.look('karhu');
    const before = await walk('');
    karhu.publish('siivous', { title: { fi: 'Siivous' }, capacity: FULL });

    await catalogue.look('karhu');

    expect(await free()).toEqual([]);
    expect(await walk('')).toEqual(before);
  });

  it.each([200, 400, 422] as const)(
    'are done without where the endpoint does not know them, and refuses with status %i',
    async (status) => {
      karhu.behaviour = { kind: 'older', status };

      const outcome = await catalogue.look('karhu');

      expect(outcome).toEqual({ kind: 'read', revision: 3 });
      expect(await free()).toEqual(['karhu:ikkunat', 'karhu:siivous']);
      expect(operations().slice(0, 2)).toEqual(['FeedPage', 'FeedPage']);
    },
  );

  it('are not asked for again at once where the endpoint did not know them', async () => {
    karhu.behaviour = { kind: 'older', status: 400 };
    await catalogue.look('karhu');
    karhu.requests.length = 0;

    await catalogue.look('karhu');
    letPass(0.05);
    await catalogue.look('karhu');
    const soon = operations();
    letPass(0.06);
    await catalogue.look('karhu');

    expect(soon).toEqual(['FeedHead', 'FeedHead']);
    expect(operations()).toEqual([...soon, 'FeedHead', 'FeedHead']);
  });

  it('are read with everything else some seconds after the endpoint has become newer', async () => {
    karhu.behaviour = { kind: 'older', status: 400 };
    await catalogue.look('karhu');
    const before = await walk('');
    karhu.behaviour = { kind: 'normal' };
    karhu.publish('uusi', { capacity: FULL });
    await catalogue.look('karhu');
    const during = await free();
    letPass(6);

    await catalogue.look('karhu');

    expect(during).toEqual(['karhu:ikkunat', 'karhu:siivous', 'karhu:uusi']);
    expect(await free()).toEqual(['karhu:siivous']);
    expect((await walk('')).slice(0, 2)).toEqual(before);
    karhu.requests.length = 0;
    await catalogue.look('karhu');
    expect(karhu.requests).toEqual([{ operation: 'FeedHead', since: karhu.revision }]);
  });

  it('are not taken for what is unknown when a question is refused for another reason', async () => {
    karhu.behaviour = {
      kind: 'raw',
      status: 400,
      type: 'application/json',
      body: '{"errors":[{"message":"Too deep."}]}',
    };
    await catalogue.look('karhu');
    karhu.requests.length = 0;

    const outcome = await catalogue.look('karhu');

    expect(outcome).toEqual({
      kind: 'failed',
      reason: 'answered with an invalid feed: it has errors',
    });
    expect(karhu.requests).toHaveLength(1);
  });
});
