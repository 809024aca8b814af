import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  cooperativeFile,
  serviceRow,
  serviceRows,
  startCooperative,
  type RunningCooperative,
} from '../support.js';

describe('The change feed', () => {
  let karhu: RunningCooperative;

  beforeEach(async () => {
    karhu = await startCooperative();
  });
  afterEach(() => karhu.close());

  it('is empty before the first import', async () => {
    expect(await karhu.feed()).toMatchObject({ revision: 0, hasMore: false, rows: [] });
  });

  it('gives profile and services in the order of their revisions', async () => {
    await karhu.import(cooperativeFile({ services: serviceRows(3) }));

    const feed = await karhu.feed();

    expect(feed.rows).toEqual(['1 karhu', '2 karhu:s01', '3 karhu:s02', '4 karhu:s03']);
    expect(feed.revision).toBe(4);
  });

  it('gives every row once when it is read in small pages', async () => {
    await karhu.import(cooperativeFile({ services: serviceRows(6) }));
    const seen: number[] = [];
    let hasMore = true;

    while (hasMore) {
      const page = await karhu.feed(seen.at(-1), 3);
      seen.push(...page.changes.map(({ revision }) => revision));
      hasMore = page.hasMore;
    }

    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('ends a page early when its texts are long', async () => {
    const description = { fi: 'x'.repeat(19_000) };
    await karhu.import(cooperativeFile({ services: serviceRows(60, { description }) }));

    const feed = await karhu.feed();

    expect(feed.changes.length).toBeLessThan(40);
    expect(feed).toMatchObject({ hasMore: true, revision: 61 });
    expect((await karhu.feed(feed.changes.at(-1)?.revision)).changes.length).toBeGreaterThan(0);
  });

  it('gives only rows that really changed a new revision and a new updatedAt', async () => {
    await karhu.import(cooperativeFile({ services: serviceRows(3) }));
    karhu.clock.set('2026-11-24T10:00:00Z');
    const services = serviceRows(3);
    services[1] = serviceRow({ id: 's02', title: { sv: 'Städning' } });

    await karhu.import(cooperativeFile({ services }));

    const feed = await karhu.feed(4);
    expect(feed.rows).toEqual(['5 karhu:s02']);
    expect(feed.changes[0]?.service).toMatchObject({
      title: { text: 'Städning', language: 'sv' },
      updatedAt: '2026-11-24T10:00:00.000Z',
    });
  });

  it('leaves out changes that no listing shows', async () => {
    await karhu.import(cooperativeFile());

    await karhu.import(
      cooperativeFile({
        services: [serviceRow({ bufferMinutes: 30 })],
        members: [],
        resources: [{ id: 'w1', kind: 'POOL', size: 9, hours: [] }],
      }),
    );

    expect(await karhu.feed(2)).toMatchObject({ revision: 2, rows: [] });
  });

  it('moves the services that inherit a changed list of municipalities', async () => {
    const services = [serviceRow({ id: 'a' }), serviceRow({ id: 'b', serves: ['FI-609'] })];
    await karhu.import(cooperativeFile({ services }));

    await karhu.import(cooperativeFile({ services, serves: ['FI-079'] }));

    const feed = await karhu.feed(3);
    expect(feed.rows).toEqual(['4 karhu', '5 karhu:a']);
    expect(feed.changes[1]?.service?.municipalities).toEqual(['FI-079']);
  });

  it('keeps a withdrawn service with its last listing, and brings it back', async () => {
    await karhu.import(cooperativeFile());
    karhu.clock.set('2026-11-24T10:00:00Z');

    await karhu.publish('karhu:siivous', false);
    const withdrawn = await karhu.feed(2);
    await karhu.publish('karhu:siivous', true);
    const revived = await karhu.feed(2);

    expect(withdrawn.rows).toEqual(['3 karhu:siivous withdrawn']);
    expect(withdrawn.changes[0]).toMatchObject({
      withdrawnAt: '2026-11-24T10:00:00.000Z',
      service: { title: { text: 'Siivouspalvelut' }, published: false },
    });
    expect(revived.rows).toEqual(['4 karhu:siivous']);
  });

  it('keeps a service that an import dropped, and takes it back', async () => {
    await karhu.import(cooperativeFile());

    await karhu.import(cooperativeFile({ services: [] }));
    const dropped = await karhu.feed();
    const { changes } = await karhu.import(cooperativeFile());

    expect(dropped.rows).toEqual(['1 karhu', '3 karhu:siivous withdrawn']);
    expect(changes[3]).toMatchObject({ type: 'services', added: 1, changed: 0 });
    expect((await karhu.feed(3)).rows).toEqual(['4 karhu:siivous']);
  });

  it('shows nothing of a service that was never published', async () => {
    const services = [serviceRow({ published: false })];
    await karhu.import(cooperativeFile({ services }));
    await karhu.import(cooperativeFile({ services: [] }));

    expect((await karhu.feed()).rows).toEqual(['1 karhu']);
  });

  it('shows nothing of what is written about a withdrawn service', async () => {
    await karhu.import(cooperativeFile());
    await karhu.publish('karhu:siivous', false);

    await karhu.import(
      cooperativeFile({ services: [serviceRow({ title: { fi: 'Luonnos' }, published: false })] }),
    );

    const feed = await karhu.feed();
    expect(feed.revision).toBe(3);
    expect(feed.changes.at(-1)?.service?.title.text).toBe('Siivouspalvelut');
  });

  it.each([
    ['since: -1', 'since'],
    ['first: 0', 'first'],
    ['first: 1001', 'first'],
    ['first: 1000000000', 'first'],
  ])('refuses %s', async (args, named) => {
    const { errors } = await karhu.ask(`{ catalogueChanges(${args}) { revision } }`);

    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(named),
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
      }),
    ]);
  });
});

describe('The epoch', () => {
  let karhu: RunningCooperative;

  beforeEach(async () => {
    karhu = await startCooperative();
    await karhu.import(cooperativeFile());
  });
  afterEach(() => karhu.close());

  it('stays the same when the process is started again', async () => {
    const { epoch } = await karhu.feed();

    await karhu.server.dataSource.open();

    expect((await karhu.feed()).epoch).toBe(epoch);
  });

  it('changes when an operator says that a backup was restored', async () => {
    const before = await karhu.feed();

    await karhu.server.dataSource.renewEpoch();

    const after = await karhu.feed();
    expect(after.epoch).not.toBe(before.epoch);
    expect(after.revision).toBe(before.revision);
  });

  it('changes by itself when the database is emptied, even under a running process', async () => {
    const { epoch } = await karhu.feed();

    await karhu.database.connection.dropDatabase();

    const feed = await karhu.feed();
    expect(feed.epoch).not.toBe(epoch);
    expect(feed).toMatchObject({ revision: 0, rows: [] });
    expect((await karhu.import(cooperativeFile())).userErrors).toEqual([]);
  });

  it('changes by itself when a dump was restored into a new collection', async () => {
    const { epoch } = await karhu.feed();
    const meta = karhu.database.connection.collection('meta');
    const dumped = await meta.findOne({});
    await meta.drop();
    if (dumped) await meta.insertOne(dumped);

    await karhu.server.dataSource.open();

    expect((await karhu.feed()).epoch).not.toBe(epoch);
  });
});
