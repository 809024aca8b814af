import { describe, expect, it } from '@jest/globals';
import { NOON, until, type RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openKarhuForEach, type FollowedKarhu } from '../../support/networks/followed-karhu.js';
import { at, put } from '../../support/json-path.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';
import { units } from '../../support/unit.js';

describe('following the feeds', () => {
  let karhu: FakeCooperative;
  let start: FollowedKarhu['start'];
  let close: FollowedKarhu['close'];
  let closeAfter: FollowedKarhu['closeAfter'];

  openKarhuForEach((opened) => {
    ({ karhu, start, close, closeAfter } = opened);
  });

  const idsOf = async (catalogue: RunningCatalogue): Promise<string[]> => {
    const query = '{ catalogue(first: 100, sort: UPDATED) { edges { node { id } } } }';
    const edges = (await catalogue.read(query, 'catalogue.edges')) as { node: { id: string } }[];
    return edges.map(({ node }) => node.id).sort();
  };
  const totalOf = (catalogue: RunningCatalogue): Promise<unknown> =>
    catalogue.read('{ catalogue { totalCount } }', 'catalogue.totalCount');
  const standingOf = async (catalogue: RunningCatalogue): Promise<object> => {
    const standing = '{ cooperative(id: "karhu") { name status statusReason } }';
    const source = '{ catalogue { sources { state syncedAt reason } } }';
    return {
      ...((await catalogue.read(standing, 'cooperative')) as object),
      ...((await catalogue.read(source, 'catalogue.sources.0')) as object),
    };
  };

  it('puts a change that comes late behind the cursor of who has walked everything already', async () => {
    karhu.publish('siivous', { updatedAt: '2026-11-20T08:00:00Z' });
    const catalogue = await start();
    await catalogue.look('karhu');
    const walk = (after: string) =>
      `{ catalogue(sort: UPDATED${after}) { edges { cursor node { id } } } }`;
    const cursor = await catalogue.read(walk(''), 'catalogue.edges.0.cursor');

    // Its owner was down for a week, or its clock is slow.
    karhu.publish('ikkunat', { updatedAt: '2026-11-13T08:00:00Z' });
    await catalogue.look('karhu');

    const later = await catalogue.read(
      walk(`, after: ${JSON.stringify(cursor)}`),
      'catalogue.edges',
    );
    expect(later).toMatchObject([{ node: { id: 'karhu:ikkunat' } }]);
  });

  it('leaves the date of a service alone that is read again without a change', async () => {
    karhu.publish('siivous');
    const catalogue = await start();
    await catalogue.look('karhu');
    const date = '{ service(id: "karhu:siivous") { updatedAt } }';
    const before = await catalogue.read(date, 'service.updatedAt');

    karhu.epoch = 'restored';
    await catalogue.look('karhu');

    expect(await catalogue.read(date, 'service.updatedAt')).toBe(before);
  });

  it('copies profile and services, every text in each language in which it exists', async () => {
    karhu.publish('siivous', {
      title: { fi: 'Siivous', sv: 'Städning' },
      description: { sv: 'Vi städar.' },
      languages: ['fi', 'sv'],
      images: [{ url: 'https://karhu.example/1.jpg', alt: { fi: 'Luuta' } }],
    });
    const catalogue = await start();

    await catalogue.look('karhu');

    const { data } = await catalogue.ask(`{ service(id: "karhu:siivous") {
      fi: title { text language } sv: title(language: "sv") { text } en: title(language: "en") { text language }
      description(language: "fi") { text language } languages cooperative { name status }
      price { net vatRate gross currency } images { url alt(language: "sv") { text language } } withdrawnAt
    } }`);
    expect(at(data, 'service')).toEqual({
      fi: { text: 'Siivous', language: 'fi' },
      sv: { text: 'Städning' },
      en: { text: 'Siivous', language: 'fi' },
      description: { text: 'Vi städar.', language: 'sv' },
      languages: ['fi', 'sv'],
      cooperative: { name: 'Osuuskunta karhu', status: 'ACTIVE' },
      price: { net: '28.00', vatRate: '25.5', gross: '35.14', currency: 'EUR' },
      images: [{ url: 'https://karhu.example/1.jpg', alt: { text: 'Luuta', language: 'fi' } }],
      withdrawnAt: null,
    });
    expect(await standingOf(catalogue)).toMatchObject({ state: 'FRESH', reason: null });
  });

  it('reads page by page, and goes on from the stored position after a restart', async () => {
    for (let n = 1; n <= 1_200; n += 1) karhu.publish(`s${n}`);
    const first = await start();
    await first.look('karhu');
    const pages = karhu.requests.filter(({ operation }) => operation === 'FeedPage');
    expect(pages.map(({ since }) => since).slice(0, 3)).toEqual([0, 300, 600]);
    await close(first);
    karhu.publish('late');
    karhu.requests.length = 0;

    const second = await start();
    await second.look('karhu');

    expect(karhu.requests.every(({ since }) => since >= 1_201)).toBe(true);
    expect(await totalOf(second)).toBe(1_201);
  });

  it('stores the pages before a broken one, and goes on after it', async () => {
    karhu.largestPage = 50;
    for (let n = 1; n <= 60; n += 1) karhu.publish(`s${n}`);
    karhu.behaviour = {
      kind: 'tamper',
      tamper: (page) => {
        if (at(page, 'changes.0.revision') === 51) put(page, 'changes.3.service.kind', 'GIFT');
      },
    };
    const catalogue = await start();

    const failed = await catalogue.look('karhu');
    const stored = await totalOf(catalogue);
    karhu.behaviour = { kind: 'normal' };
    await catalogue.look('karhu');

    expect(failed).toMatchObject({ kind: 'failed' });
    expect(stored).toBe(49);
    expect(await totalOf(catalogue)).toBe(60);
  });

  it('asks for the head only while nothing has changed', async () => {
    const catalogue = await start();
    await catalogue.look('karhu');
    karhu.requests.length = 0;

    await catalogue.look('karhu');

    expect(karhu.requests).toEqual([{ operation: 'FeedHead', since: 1 }]);
  });

  it('finds a change within two seconds, without a poke', async () => {
    const catalogue = await start({ pollIntervalMs: 1_000 });
    await catalogue.look('karhu');
    const id = karhu.publish('uusi');
    const publishedAt = performance.now();

    await until(async () => (await idsOf(catalogue)).includes(id));

    expect(performance.now() - publishedAt).toBeLessThan(units(20));
  });

  it('looks at once when poked', async () => {
    const catalogue = await start();
    await catalogue.look('karhu');
    const id = karhu.publish('uusi');

    const { status, json } = await catalogue.send('POST', '/poke/karhu');

    expect({ status, json }).toEqual({ status: 200, json: { state: 'FRESH', revision: 2 } });
    expect(await idsOf(catalogue)).toEqual([id]);
  });

  it('lets a poke that comes during a look begin another', async () => {
    const catalogue = await start({ feedTimeoutMs: units(10) });
    await catalogue.look('karhu');
    karhu.behaviour = { kind: 'hang' };
    const asked = karhu.nextRequest();
    const hanging = catalogue.look('karhu');
    await asked;
    karhu.behaviour = { kind: 'normal' };
    karhu.publish('uusi');

    const outcomes = await Promise.all([hanging, catalogue.look('karhu'), catalogue.look('karhu')]);

    expect(outcomes.map((outcome) => outcome?.kind)).toEqual(['failed', 'read', 'read']);
    expect(await idsOf(catalogue)).toEqual(['karhu:uusi']);
  });

  it('keeps the last listing of a withdrawn service, but finds it no more', async () => {
    karhu.publish('siivous');
    const catalogue = await start();
    await catalogue.look('karhu');
    karhu.withdraw('siivous');

    await catalogue.look('karhu');

    expect(await idsOf(catalogue)).toEqual([]);
    const { data } = await catalogue.ask(
      '{ _entities(representations: [{__typename: "Service", id: "karhu:siivous"}]) { ... on Service { title { text } withdrawnAt } } }',
    );
    expect(at(data, '_entities')).toEqual([
      { title: { text: 'Siivouspalvelut' }, withdrawnAt: '2026-11-20T12:00:00.000Z' },
    ]);
  });

  it('reads everything anew under another epoch, and withdraws at the end what it did not see', async () => {
    karhu.largestPage = 50;
    for (let n = 1; n <= 60; n += 1) karhu.publish(`old${n}`);
    const kept = karhu.publish('kept');
    const catalogue = await start();
    await catalogue.look('karhu');
    karhu.replaceDatabase('second');
    for (let n = 1; n <= 60; n += 1) karhu.publish(`new${n}`);
    karhu.publish('kept');
    karhu.behaviour = {
      kind: 'tamper',
      tamper: (page) => {
        if (at(page, 'changes.0.revision') === 51) put(page, 'revision', -1);
      },
    };

    await catalogue.look('karhu');
    const during = await totalOf(catalogue);
    karhu.behaviour = { kind: 'normal' };
    await catalogue.look('karhu');

    expect(during).toBe(61 + 49);
    const { data, errors } = await catalogue.ask(
      `{ catalogue { totalCount } kept: service(id: "${kept}") { id } old: service(id: "karhu:old1") { id } }`,
    );
    expect(data).toEqual({ catalogue: { totalCount: 61 }, kept: { id: kept }, old: null });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'GONE', withdrawnAt: NOON.toISOString() },
    ]);
  });

  it('withdraws nothing when the revision runs backward, until its owner names a new epoch', async () => {
    karhu.publish('first');
    const atBackup = karhu.revision;
    karhu.publish('second');
    karhu.publish('third');
    const catalogue = await start();
    await catalogue.look('karhu');
    karhu.rewind(atBackup);
    karhu.publish('other');

    const outcome = await catalogue.look('karhu');
    const during = await idsOf(catalogue);
    karhu.epoch = 'restored';
    await catalogue.look('karhu');

    expect(outcome).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('needs a new epoch') as unknown,
    });
    expect(during).toEqual(['karhu:first', 'karhu:second', 'karhu:third']);
    expect(await idsOf(catalogue)).toEqual(['karhu:first', 'karhu:other']);
  });

  it('shows who does not answer as unreachable after the second look, and the copy stays', async () => {
    karhu.publish('siivous');
    const catalogue = await start();
    await catalogue.look('karhu');
    await karhu.close();

    await catalogue.look('karhu');
    const afterOne = await standingOf(catalogue);
    await catalogue.look('karhu');
    const afterTwo = await standingOf(catalogue);
    await karhu.listen();
    await catalogue.look('karhu');

    expect(afterOne).toMatchObject({ state: 'FRESH', status: 'ACTIVE' });
    expect(afterTwo).toMatchObject({
      state: 'UNREACHABLE',
      status: 'UNREACHABLE',
      reason: 'connection refused',
      statusReason: 'connection refused',
      syncedAt: at(afterOne, 'syncedAt'),
    });
    expect(await idsOf(catalogue)).toEqual(['karhu:siivous']);
    expect(await standingOf(catalogue)).toMatchObject({ state: 'FRESH', status: 'ACTIVE' });
  });

  it('waits for a hanging endpoint no longer than allowed, and never for it before others', async () => {
    const lumo = await FakeCooperative.start('lumo');
    closeAfter(lumo);
    lumo.publish('stad');
    karhu.behaviour = { kind: 'hang' };
    const registry = new Map([
      ['karhu', karhu.url],
      ['lumo', lumo.url],
    ]);
    const catalogue = await start({ registry, feedTimeoutMs: units(3) });

    const [hanging, answering] = await Promise.all([
      catalogue.look('karhu'),
      catalogue.look('lumo'),
    ]);

    expect(hanging).toEqual({ kind: 'failed', reason: `no answer within ${units(3)} ms` });
    expect(answering).toMatchObject({ kind: 'read' });
    expect(await standingOf(catalogue)).toMatchObject({
      name: 'karhu',
      status: 'JOINING',
      state: 'NEVER',
      reason: `no answer within ${units(3)} ms`,
    });
  });

  it('stops reading an endless answer at the size allowed', async () => {
    karhu.behaviour = { kind: 'endless' };
    const catalogue = await start();

    const outcome = await catalogue.look('karhu');

    expect(outcome).toMatchObject({ reason: 'answered with more than 5000000 bytes' });
  });

  it('asks for smaller pages where large ones do not fit', async () => {
    const description = { fi: 'x'.repeat(19_000) };
    for (let n = 1; n <= 320; n += 1) karhu.publish(`s${n}`, { description });
    const catalogue = await start();

    await catalogue.look('karhu');

    expect(await totalOf(catalogue)).toBe(320);
  });

  it('answers at once after a restart with every cooperative down', async () => {
    karhu.publish('siivous');
    const before = await start();
    await before.look('karhu');
    const syncedAt = at(await standingOf(before), 'syncedAt');
    await close(before);
    await karhu.close();

    const after = await start();

    expect(await idsOf(after)).toEqual(['karhu:siivous']);
    expect(await standingOf(after)).toMatchObject({ name: 'Osuuskunta karhu', syncedAt });
  });
});
