import { beforeEach, describe, expect, it } from '@jest/globals';
import { CatalogueIndex } from '../../../subgraphs/catalogue/index/catalogue-index.js';
import { fill, found, LISTS, localIds, search, serviceListing } from './listings.js';

describe('a search by words', () => {
  let index: CatalogueIndex;

  beforeEach(() => {
    index = fill(new CatalogueIndex(LISTS), [
      serviceListing('karhu:siivous', { title: { fi: 'Siivouspalvelut' }, cpv: ['90910000'] }),
      serviceListing('karhu:toimisto', { title: { fi: 'Toimistosiivous' } }),
      serviceListing('roxen:hem', { title: { sv: 'Hemstädning' } }),
      serviceListing('roxen:hyra', { title: { sv: 'Uthyrning av bostäder' }, cpv: ['70310000'] }),
      serviceListing('roxen:odling', { title: { sv: 'Stadsodling' } }),
      serviceListing('tuomi:hoito', { title: { fi: 'Kiinteistönhoito ja lumityöt' } }),
      serviceListing('tuomi:jate', { title: { fi: 'Jätelavat' }, cpv: ['90510000'] }),
      serviceListing('virvel:mat', {
        title: { sv: 'Bufféer', en: 'Buffets' },
        description: { sv: 'Vi städar efteråt', en: 'Graduations and funerals' },
        cpv: ['55520000'],
      }),
      serviceListing('lumo:ikkuna', { title: { fi: 'Ikkunanpesu' }, cpv: ['90911300'] }),
    ]);
  });

  it.each([
    ['siivous', ['siivous', 'toimisto', 'ikkuna']],
    ['SIIVOUKSEN', ['siivous', 'toimisto', 'ikkuna']],
    ['siivouspalveluja', ['siivous']],
    ['siiv', ['siivous', 'toimisto', 'ikkuna']],
    ['toimistojen siivousta', ['toimisto']],
    ['hoidon', ['hoito']],
    ['lumitöitä', ['hoito']],
    ['lumi', ['hoito']],
    ['bostad', ['hyra']],
    ['bostäder', ['hyra']],
    ['stad', ['odling']],
    ['catering', ['mat']],
    ['fönsterputsning', ['ikkuna']],
    ['graduation', ['mat']],
    ['xyzzy', []],
    ['!!!', []],
  ])('finds word forms, beginnings and parts in any language: %s', (text, ids) => {
    expect(found(index, text)).toEqual(ids);
  });

  it('finds the kinds of städning by städ, but never a plural that only looks alike', () => {
    const ids = found(index, 'städ');

    expect(ids).toContain('hem');
    expect(ids).toContain('mat');
    expect(ids).not.toContain('hyra');
    expect(ids).not.toContain('odling');
  });

  it('takes a plural that changes its vowel for a form of its own word', () => {
    index.upsertService(
      serviceListing('roxen:resa', { title: { sv: 'Resor till vackra städer' } }),
    );

    expect(found(index, 'städ')).not.toContain('resa');
    expect(search(index, { text: 'stad' }).hits.map(({ matchedBy }) => matchedBy)).toEqual([
      ['TITLE'],
      ['TITLE'],
    ]);
    expect(search(index, { text: 'bostad' }).hits.map(({ matchedBy }) => matchedBy)).toEqual([
      ['TITLE'],
    ]);
  });

  it('finds the last part of a compound', () => {
    expect(found(index, 'palvelu')).toContain('siivous');
  });

  it.each(['siivus', 'siivuos', 'siivoius', 'siibous'])('forgives a small typo: %s', (text) => {
    const { hits } = search(index, { text });

    expect(localIds(hits)).toContain('siivous');
    expect(hits[0]?.matchedBy).toEqual(['FUZZY']);
  });

  it('does not call it a typo where the very word stands too', () => {
    index.upsertService(serviceListing('karhu:both', { title: { fi: 'Hieronta ja hierotna' } }));

    expect(search(index, { text: 'hieronta' }).hits.map(({ matchedBy }) => matchedBy)).toEqual([
      ['TITLE'],
    ]);
  });

  it('finds words typed without their dots, and forgives nothing in short words', () => {
    index.upsertService(serviceListing('roxen:tradgard', { title: { sv: 'Trädgård' } }));

    expect(found(index, 'tradgard')).toEqual(['tradgard']);
    expect(found(index, 'hemstadning')).toEqual(['hem']);
    expect(found(index, 'lumityot')).toEqual(['hoito']);
    expect(found(index, 'lumj')).toEqual([]);
  });

  it('finds through the labels of the code what is written in another language only', () => {
    const { hits } = search(index, { text: 'städning' });

    expect(localIds(hits)).toEqual(['hem', 'siivous', 'ikkuna']);
    expect(hits.map(({ matchedBy }) => matchedBy)).toEqual([
      ['TITLE'],
      ['CPV_LABEL'],
      ['CPV_LABEL'],
    ]);
    expect(found(index, 'cleaning')).toEqual(['siivous', 'ikkuna']);
  });

  it('does not stretch a label over the whole division', () => {
    expect(found(index, 'jätehuolto')).toEqual([]);
    expect(found(index, 'puhdistus')).not.toContain('jate');
  });

  it('wants every word, each in any field or language', () => {
    expect(found(index, 'buffé städar')).toEqual(['mat']);
    expect(found(index, 'cleaning ikkunanpesu')).toEqual(['ikkuna']);
    expect(found(index, 'siivous ja toimisto')).toEqual(['toimisto']);
    expect(found(index, 'siivous bostäder')).toEqual([]);
  });

  it('says by which fields each row matched', () => {
    index.upsertService(
      serviceListing('karhu:both', {
        title: { fi: 'Siivous' },
        description: { fi: 'Siivous kotona, sovittuna päivänä' },
        cpv: ['90910000'],
      }),
    );

    const { hits } = search(index, { text: 'siivous päivä' });

    expect(hits.map(({ matchedBy }) => matchedBy)).toEqual([['TITLE', 'DESCRIPTION', 'CPV_LABEL']]);
  });

  it('ranks titles before labels, and these before descriptions and typos', () => {
    const ranked = fill(new CatalogueIndex(LISTS), [
      serviceListing('a:typo', { title: { sv: 'Stadning' } }),
      serviceListing('a:class', { cpv: ['90911300'], title: { fi: 'Lasit' } }),
      serviceListing('a:text', { title: { sv: 'Övrigt' }, description: { sv: 'Även städning' } }),
      serviceListing('a:label', { cpv: ['90910000'], title: { fi: 'Lattiat' } }),
      serviceListing('a:part', { title: { sv: 'Hemstädning' } }),
      serviceListing('a:long', { title: { sv: 'Städning av båtar och bilar' } }),
      serviceListing('a:title', { title: { sv: 'Städning' } }),
    ]);

    const { hits } = search(ranked, { text: 'städning' });

    expect(localIds(hits)).toEqual(['title', 'long', 'part', 'label', 'class', 'text', 'typo']);
    for (const fit of ['GOOD', 'LOOSE']) {
      const scores = hits.filter((hit) => hit.fit === fit).map(({ score }) => score);
      expect(scores.length).toBeGreaterThan(1);
      expect(scores).toEqual(scores.toSorted((one, other) => Number(other) - Number(one)));
    }
    expect(hits[0]?.score).toBe(1);
  });

  it('follows what changes: texts, withdrawals, lists', () => {
    expect(found(index, 'zumba')).toEqual([]);
    index.upsertService(serviceListing('karhu:zumba', { title: { fi: 'Zumba' } }));
    expect(found(index, 'zumba')).toEqual(['zumba']);

    index.upsertService(serviceListing('karhu:toimisto', { title: { fi: 'Hieronta' } }));
    index.upsertService(
      serviceListing('karhu:siivous', { title: { fi: 'Siivous' }, withdrawnAt: new Date(0) }),
    );

    expect(found(index, 'toimistosiivous')).toEqual([]);
    expect(found(index, 'siivouspalvelut')).toEqual([]);
    expect(found(index, 'hieronta')).toEqual(['toimisto']);

    expect(found(index, 'peseminen')).toEqual([]);
    const label = { fi: 'Lasipintojen peseminen' };
    const entry = { code: '90911300', checkDigit: null, label };
    index.replaceLists({ ...LISTS, cpvByCode: new Map([...LISTS.cpvByCode, ['90911300', entry]]) });

    expect(found(index, 'peseminen')).toEqual(['ikkuna']);
    expect(found(index, 'fönsterputsning')).toEqual([]);
    expect(found(index, 'ikkunanpesu')).toEqual(['ikkuna']);
  });
});
