import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openFreshDatabase } from '../../support/database.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';
import { at } from '../../support/json-path.js';

interface Page {
  epoch: string;
  revision: number;
  hasMore?: boolean;
  changes: { revision: number; service: object | null }[];
}

describe('a feed that contradicts itself', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let catalogue: RunningCatalogue;

  beforeEach(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    for (const local of ['a', 'b', 'c', 'd', 'e']) karhu.publish(local);
    catalogue = await startCatalogue(database, { registry: new Map([['karhu', karhu.url]]) });
    await catalogue.look('karhu');
    karhu.requests.length = 0;
  });
  afterEach(async () => {
    await catalogue.close();
    await karhu.close();
    await database.close();
  });

  const tamper = (change: (page: Page) => void, ofHead = false): void => {
    const edit = (page: object): void => {
      change(page as Page);
    };
    karhu.behaviour = { kind: 'tamper', tamper: edit, ofHead };
  };
  const offered = async (): Promise<string[]> => {
    const query = '{ catalogue(first: 100) { edges { node { id } } } }';
    const edges = (await catalogue.read(query, 'catalogue.edges')) as { node: { id: string } }[];
    return edges.map(({ node }) => node.id).sort();
  };
  const sourceOf = (): Promise<unknown> =>
    catalogue.read('{ catalogue { sources { state reason } } }', 'catalogue.sources.0');

  /** Looks once, and sees that the look fails for this reason, that nobody is withdrawn, and that an honest feed heals it. */
  const expectRefused = async (reason: string): Promise<void> => {
    const before = await offered();
    const outcome = await catalogue.look('karhu');
    const [during, source] = [await offered(), await sourceOf()];
    karhu.behaviour = { kind: 'normal' };
    karhu.beforeAnswer = () => undefined;
    const healed = await catalogue.look('karhu');

    const wanted = `answered with an invalid feed: ${reason}`;
    expect(outcome).toEqual({ kind: 'failed', reason: wanted });
    expect(source).toEqual({ state: 'STALE', reason: wanted });
    expect(during).toEqual(expect.arrayContaining(before));
    expect(healed).toEqual({ kind: 'read', revision: karhu.revision });
    expect(await offered()).toEqual([...karhu.onOffer().keys()].sort());
  };
  const NOT_WHOLE = 'changes: wanted rows up to the latest "revision", or "hasMore"';
  const dropLast = (page: Page): void => void page.changes.pop();

  it('is refused when its last row is missing, however often it is asked', async () => {
    karhu.publish('f');
    karhu.publish('a', { title: { fi: 'Uusi' } });
    tamper(dropLast);

    expect(await catalogue.look('karhu')).toMatchObject({ kind: 'failed' });
    await expectRefused(NOT_WHOLE);
  });

  it('withdraws nobody when a row is missing in a new epoch', async () => {
    karhu.epoch = 'second';
    tamper(dropLast);

    await expectRefused(NOT_WHOLE);
  });

  it('withdraws nobody when the last page is missing in a new epoch', async () => {
    karhu.epoch = 'second';
    karhu.largestPage = 3;
    tamper((page) => {
      page.hasMore = false;
    });

    await expectRefused(NOT_WHOLE);
  });

  it('is refused when it says that more follows after the latest', async () => {
    karhu.publish('f');
    tamper((page) => {
      page.hasMore = true;
    });

    await expectRefused('hasMore: wanted false at the latest "revision", got true');
  });

  it.each([
    ['its head', true],
    ['its page', false],
  ])('is refused when %s goes back in the same epoch', async (_name, ofHead) => {
    karhu.publish('f');
    tamper((page) => {
      page.revision = 2;
      page.changes = [];
    }, ofHead);

    await expectRefused(
      'revision: wanted no earlier one than before in the same epoch: a database that was restored needs a new epoch',
    );
  });

  it('is refused when its database was restored without a new epoch', async () => {
    karhu.publish('f');
    await catalogue.look('karhu');
    karhu.rewind(5);

    const outcome = await catalogue.look('karhu');
    const during = await offered();
    karhu.epoch = 'restored';
    await catalogue.look('karhu');

    expect(outcome).toMatchObject({
      reason: expect.stringContaining('needs a new epoch') as unknown,
    });
    expect(during).toHaveLength(6);
    expect(await offered()).toEqual(['karhu:a', 'karhu:b', 'karhu:c', 'karhu:d']);
  });

  it('is refused when its head tells of something new that no page has', async () => {
    tamper((page) => {
      if (!('hasMore' in page)) page.revision += 1;
    }, true);

    await expectRefused(
      'revision: wanted no earlier one than before in the same epoch: a database that was restored needs a new epoch',
    );
  });

  it('is refused when its head has changes though nothing is new', async () => {
    tamper((page) => {
      page.changes = [{ revision: 1, service: null }];
    }, true);

    await expectRefused('changes: wanted none after the latest "revision"');
  });

  it('is refused when its head names another epoch than its pages', async () => {
    tamper((page) => {
      if (!('hasMore' in page)) page.epoch = 'other';
    }, true);

    await expectRefused('epoch: wanted one that has not ended: another was named after it');
  });

  it('is refused when each answer names another epoch', async () => {
    karhu.publish('f');
    let answers = 0;
    tamper((page) => {
      answers += 1;
      page.epoch = `epoch ${answers}`;
    }, true);

    await expectRefused('epoch: wanted the same throughout a reading');
  });

  it('is refused when a page holds a row again that has not changed', async () => {
    karhu.epoch = 'second';
    karhu.largestPage = 2;
    let first: Page['changes'] = [];
    tamper((page) => {
      if (first.length === 0) first = page.changes;
      else
        page.changes[0] = { ...first[1], revision: page.changes[0]?.revision } as (typeof first)[0];
    });

    await expectRefused(
      'changes[0].service.id: wanted a row that was not read already, or has changed since',
    );
  });

  it('is refused when it repeats the page before', async () => {
    karhu.epoch = 'second';
    karhu.largestPage = 2;
    let first: Page['changes'] | null = null;
    tamper((page) => {
      page.changes = first ??= page.changes;
    });

    await expectRefused(
      'changes[0].revision: wanted one above that of the row before, or asked from',
    );
  });

  it('is refused when it grows as fast as it is read', async () => {
    karhu.largestPage = 1;
    karhu.publish('f');
    karhu.beforeAnswer = () => {
      for (const local of ['f', 'g', 'h']) karhu.publish(local);
    };

    await expectRefused('hasMore: wanted false within 20 pages after what was latest at first');
  });

  it('is asked once more when a change may have fallen into its answer', async () => {
    karhu.publish('f');
    let isFirst = true;
    tamper((page) => {
      if (isFirst) page.revision += 1;
      isFirst = false;
    });

    expect(await catalogue.look('karhu')).toEqual({ kind: 'read', revision: karhu.revision });
    expect(await sourceOf()).toEqual({ state: 'FRESH', reason: null });
  });

  it('is followed over an epoch that begins while it is read', async () => {
    karhu.largestPage = 2;
    karhu.publish('f');
    let answers = 0;
    karhu.beforeAnswer = () => {
      answers += 1;
      if (answers !== 2) return;
      karhu.replaceDatabase('second');
      for (const local of ['a', 'x', 'y']) karhu.publish(local);
    };

    expect(await catalogue.look('karhu')).toEqual({ kind: 'read', revision: 4 });
    expect(await offered()).toEqual(['karhu:a', 'karhu:x', 'karhu:y']);
  });

  it('is asked for its changes at once when poked, and for an empty page when there are none', async () => {
    const revision = async (): Promise<unknown> =>
      at((await catalogue.send('GET', '/registry')).json, 'revision');
    karhu.publish('f');
    await catalogue.send('POST', '/poke/karhu');
    const afterTruth = [...karhu.requests];
    karhu.requests.length = 0;
    const before = await revision();

    const { json } = await catalogue.send('POST', '/poke/karhu');

    expect(afterTruth).toEqual([{ operation: 'FeedPage', since: 6 }]);
    expect(karhu.requests).toEqual([{ operation: 'FeedPage', since: 7 }]);
    expect(json).toEqual({ state: 'FRESH', revision: 7 });
    expect(await revision()).toBe(before);
    expect(await offered()).toHaveLength(6);
  });
});
