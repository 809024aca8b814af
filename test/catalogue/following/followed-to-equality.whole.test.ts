import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openFreshDatabase } from '../../support/database.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';

interface Page {
  epoch: string;
  revision: number;
  hasMore: boolean;
  changes: { revision: number }[];
}

const LOCALS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** A change at an owner, by what is done to which row. */
type Change =
  | { readonly kind: 'publish' | 'withdraw'; readonly local: string }
  | { readonly kind: 'profile' | 'new epoch' | 'empty' };

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom('publish' as const, 'withdraw' as const),
      local: fc.constantFrom(...LOCALS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('profile' as const, 'new epoch' as const, 'empty' as const),
    }),
  },
);
const rowChange = anyChange.filter(({ kind }) => kind === 'publish' || kind === 'withdraw');

/** What contradicts itself or what was said before, done to one answer. */
const LIES: Readonly<Record<string, (page: Page, latestRead: number) => void>> = {
  'drops the last row': ({ changes }) => void changes.pop(),
  'drops all rows': (page) => void (page.changes = []),
  'ends too early': (page) => {
    page.hasMore = false;
    page.revision += 1;
  },
  'never ends': (page) => {
    page.hasMore = true;
    page.revision = page.changes.at(-1)?.revision ?? page.revision;
  },
  'goes back': (page, latestRead) => {
    page.revision = latestRead - 1;
    page.changes = [];
    page.hasMore = false;
  },
  'holds a row twice': ({ changes }) =>
    void changes.push({ ...(changes[0] as Page['changes'][0]) }),
  'turns round': ({ changes }) => {
    const last = changes.at(-1);
    if (last) last.revision = 0;
  },
};

describe('a feed', () => {
  let database: Database;
  let catalogue: RunningCatalogue;
  let number = 0;

  beforeAll(async () => {
    database = await openFreshDatabase();
    catalogue = await startCatalogue(database);
  });
  afterAll(async () => {
    await catalogue.close();
    await database.close();
  });

  /** Runs with a cooperative of its own, which leaves afterwards. */
  const withCooperative = async (use: (karhu: FakeCooperative) => Promise<void>): Promise<void> => {
    const cooperative = await FakeCooperative.start(`coop${(number += 1)}`);
    try {
      const path = `/registry/${cooperative.id}`;
      await catalogue.send('PUT', path, { body: { url: cooperative.url } });
      await use(cooperative);
      await catalogue.send('DELETE', `${path}?even-so`);
    } finally {
      await cooperative.close();
    }
  };
  const change = (cooperative: FakeCooperative, what: Change): void => {
    number += 1;
    if (what.kind === 'publish')
      cooperative.publish(what.local, { title: { fi: `Nimi ${number}` } });
    else if (what.kind === 'withdraw') cooperative.withdraw(what.local);
    else if (what.kind === 'profile') cooperative.putProfile({ name: `Nimi ${number}` });
    else if (what.kind === 'empty') cooperative.replaceDatabase(`epoch ${number}`);
    else cooperative.epoch = `epoch ${number}`;
  };
  const copyOf = async ({ id }: FakeCooperative): Promise<Map<string, string>> => {
    const query = `{ catalogue(search: { cooperatives: ["${id}"] }, first: 100) { edges { node { id title { text } } } } }`;
    const edges = (await catalogue.read(query, 'catalogue.edges')) as {
      node: { id: string; title: { text: string } };
    }[];
    return new Map(edges.map(({ node }) => [node.id, node.title.text]));
  };
  const ownOf = (cooperative: FakeCooperative): Map<string, string> =>
    new Map([...cooperative.onOffer()].map(([id, { fi = '' }]) => [id, fi]));

  it('of an honest owner is followed to equality, whatever changes between two answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyChange, { maxLength: 12 }),
        fc.array(fc.array(anyChange, { maxLength: 4 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        (before, between, largestPage, isPoked) =>
          withCooperative(async (owner) => {
            owner.largestPage = largestPage;
            for (const what of before) change(owner, what);
            const left = [...between];
            let isNewEpoch = false;
            owner.beforeAnswer = () => {
              for (const what of left.shift() ?? []) {
                // Two restores within one look are not honest any more.
                const begins = what.kind === 'empty' || what.kind === 'new epoch';
                if (!(begins && isNewEpoch)) change(owner, what);
                isNewEpoch ||= begins;
              }
            };
            const look = async (): Promise<string | undefined> =>
              isPoked
                ? String((await catalogue.send('POST', `/poke/${owner.id}`)).status)
                : (await catalogue.look(owner.id))?.kind;

            const first = await look();
            isNewEpoch = false;
            const second = await look();
            owner.beforeAnswer = () => undefined;
            const last = await look();

            expect(new Set([first, second, last])).toEqual(new Set([isPoked ? '200' : 'read']));
            expect(await copyOf(owner)).toEqual(ownOf(owner));
          }),
      ),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('of an owner that lies once withdraws nothing, says so, and is followed again afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...LOCALS), { minLength: 2 }),
        fc.array(rowChange, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...Object.keys(LIES)),
        fc.boolean(),
        (offers, changes, lie, isNewEpoch) =>
          withCooperative(async (owner) => {
            for (const local of offers) change(owner, { kind: 'publish', local });
            await catalogue.look(owner.id);
            const latestRead = owner.revision;
            const before = await copyOf(owner);
            for (const what of changes) change(owner, what);
            if (isNewEpoch && lie !== 'goes back') change(owner, { kind: 'new epoch' });
            const tamper = (page: object): void => LIES[lie]?.(page as Page, latestRead);
            owner.behaviour = { kind: 'tamper', tamper };

            const outcome = await catalogue.look(owner.id);
            const during = await copyOf(owner);
            const state = await catalogue.read(
              `{ cooperatives(filter: { ids: ["${owner.id}"] }) { sources { cooperative { id } state } } }`,
              'cooperatives.sources',
            );
            owner.behaviour = { kind: 'normal' };
            await catalogue.look(owner.id);

            expect(outcome?.kind).toBe('failed');
            expect([...during.keys()]).toEqual([...before.keys()]);
            expect(state).toContainEqual({ cooperative: { id: owner.id }, state: 'STALE' });
            expect(await copyOf(owner)).toEqual(ownOf(owner));
          }),
      ),
      { numRuns: 15, endOnFailure: true },
    );
  });
});
