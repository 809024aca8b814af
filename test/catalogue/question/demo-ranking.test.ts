import { describe, expect, it } from '@jest/globals';
import type { SearchHit } from '../../../subgraphs/catalogue/index/parts/search-types.js';
import { search } from '../index/listings.js';

import { DEMO_INDEX as index, good, idsFound } from './demo-index.js';

const SHOP_STAFF = ['karhu:myymalasijainen', 'virvel:butiksvikarie'];
const CARE_STAFF = ['lindblom:underskoterskevikarie', 'tuki:lahihoitajasijainen'];

const SUBSTITUTES = ['karhu:siivoussijainen', 'roxen:stadvikarie'];

describe('what the demo network has comes in the order of how surely it is meant', () => {
  it.each([
    [SHOP_STAFF, ['sijainen myymälään', 'myymäläsijainen', 'sijainen kauppaan', 'kaupan kassa']],
    [SHOP_STAFF, ['myyjä sairastui', 'butiksbiträde', 'vikarie i butik']],
    [CARE_STAFF, ['lähihoitajasijainen', 'hoitajasijainen', 'undersköterska', 'vårdvikarie']],
  ])('has substitutes of one trade, whatever their titles call it: %j', (ids, texts) => {
    for (const text of texts) {
      expect([text, idsFound(index, text).toSorted()]).toEqual([text, ids]);
    }
    for (const [trade, ids] of Object.entries({
      'shop-staff': SHOP_STAFF,
      'care-staff': CARE_STAFF,
    })) {
      const { hits } = search(index, { trades: [trade] });
      expect(idsOf(hits).sort()).toEqual(ids);
    }
  });

  it('has first what is called so, then what is narrower, then what is so by its code', () => {
    expect(idsFound(index, 'städning')).toEqual([
      'karhu:siivous',
      'karhu:muuttosiivous',
      'karhu:toimistosiivous',
      'roxen:hemstadning',
      'roxen:kontorsstadning',
      'karhu:puhtaanapito',
      'roxen:lokalvard',
    ]);
  });

  it("has what is written in the searcher's language before what fits a little better", () => {
    expect(idsFound(index, 'städning', { language: 'sv' })).toEqual([
      'karhu:muuttosiivous',
      'karhu:toimistosiivous',
      'roxen:hemstadning',
      'roxen:kontorsstadning',
      'roxen:lokalvard',
      'karhu:siivous',
      'karhu:puhtaanapito',
    ]);
    expect(idsFound(index, 'städning', { language: 'fi' })[0]).toBe('karhu:siivous');
  });

  it('has rooms to gather in before kitchens and workshops where any place is asked for', () => {
    const PLACES_TO_GATHER = 7;
    for (const text of ['lokal att hyra för 20 personer', 'tila 20 hengelle', 'hyra lokal']) {
      const found = idsFound(index, text);

      expect(found).toHaveLength(17);
      expect(found.slice(PLACES_TO_GATHER).toSorted()).toEqual([
        'kattila:valmistuskeittio',
        'kierre:korjauspaja',
        'kumo:verstas',
        'lindblom:gymnastiksal',
        'lumo:studio',
        'neulas:ateljeetila',
        'pelto:konehalli',
        'raps:gardskok',
        'slussen:verkstadsplats',
        'virvel:hyrkok',
      ]);
    }
  });

  it('has the very code before those below it, and no substitute or course unless one is asked for', () => {
    const cleaning = search(index, { cpv: ['90910000'] });
    expect(idsOf(cleaning.hits)[0]).toBe('karhu:siivous');
    expect(idsOf(good(cleaning))).toEqual([
      'karhu:siivous',
      'karhu:ikkunanpesu',
      'karhu:muuttosiivous',
      'karhu:toimistosiivous',
      'roxen:fonsterputs',
      'roxen:hemstadning',
      'roxen:kontorsstadning',
    ]);
    expect(idsOf(good(search(index, { cpv: ['77340000'] })))).not.toContain('tuomi:omenapuukurssi');
    for (const asked of [
      { cpv: ['90910000'], kinds: ['SUBSTITUTION'] },
      { cpv: ['90910000', '79620000'], text: 'siivoojan sijainen' },
    ] as const) {
      expect(idsOf(good(search(index, asked))).toSorted()).toEqual(SUBSTITUTES);
    }
    expect(idsOf(good(search(index, { cpv: ['79620000'] })))).toEqual(
      expect.arrayContaining(SUBSTITUTES),
    );
  });

  it.each([
    ['snoskottning', 'snöskottning'],
    ['stadning', 'städning'],
    ['pihatyot', 'pihatyöt'],
    ['gräkslippning', 'gräsklippning'],
    ['kirajnpitäjä', 'kirjanpitäjä'],
    ['snöksottning', 'snöskottning'],
    ['mötselokal', 'möteslokal'],
    ['juhaltila', 'juhlatila'],
    ['siiovoja', 'siivooja'],
    ['päiväkoi', 'päiväkoti'],
  ])('has for %s the same as for %s', (text, right) => {
    const [found, wanted] = [text, right].map((each) => idsOf(search(index, { text: each }).hits));

    expect(found?.length).toBeGreaterThan(0);
    expect(found?.toSorted()).toEqual(wanted?.toSorted());
    expect(idsFound(index, text).toSorted()).toEqual(idsFound(index, right).toSorted());
  });

  it.each([
    ['siivous Pori', 'Pori', 'karhu'],
    ['siivous Porissa', 'Porissa', 'karhu'],
    ['siivooja Poriin', 'Poriin', 'karhu'],
    ['siivooja Porin keskustaan', 'Porin', 'karhu'],
    ['siivooja Ulvilassa', 'Ulvilassa', 'karhu'],
    ['siivousta Ulvilaan', 'Ulvilaan', 'karhu'],
    ['siivous Raumalla', 'Raumalla', 'karhu'],
    ['siivous Linköpingissä', 'Linköpingissä', 'roxen'],
    ['städning i Linköping', 'Linköping', 'roxen'],
    ['städning linköping', 'linköping', 'roxen'],
    ['Linköpings städfirma', 'Linköpings', 'roxen'],
  ])('has first what is offered in the place that is named: %s', (text, value, cooperative) => {
    const { hits, remarks } = search(index, { text });
    const isThere = hits
      .filter(({ fit }) => fit === 'GOOD')
      .map(({ service }) => service.cooperative === cooperative);

    expect(isThere).toEqual(isThere.toSorted((a, b) => Number(b) - Number(a)));
    expect(isThere[0]).toBe(true);
    expect(isThere).toHaveLength(7);
    expect(remarks).toContainEqual({ code: 'PLACE_NAMED', value });
  });

  it('has a word of a name that stands for other things too as what it is', () => {
    expect(search(index, { text: 'sal' }).remarks).toEqual([]);
    expect(search(index, { text: 'sali juhlille' }).remarks).toEqual([]);
  });

  it('has what only its description mentions among what is perhaps meant', () => {
    expect(idsFound(index, 'bröllop')).not.toContain('raps:mjolkavbytare');
    const { hits } = search(index, { text: 'mat för 50 personer' });
    const fits = new Map(hits.map(({ service, fit }) => [service.id, fit]));
    for (const id of ['lindblom:husdjursvakt', 'roxen:lokalvard', 'lindblom:hemhjalp']) {
      expect([undefined, 'LOOSE']).toContain(fits.get(id));
    }
    expect(idsFound(index, 'ukraina')).toEqual(['lumo:asioimistulkkaus']);
  });

  it('has what a code narrows of the trade that is named with it', () => {
    const { hits } = search(index, { text: 'siivous', cpv: ['90911300'] });

    expect(idsOf(hits).slice(0, 2)).toEqual(['karhu:ikkunanpesu', 'roxen:fonsterputs']);
    expect(hits.map(({ fit }) => fit).slice(0, 3)).toEqual(['GOOD', 'GOOD', 'LOOSE']);
  });
});

function idsOf(hits: readonly SearchHit[]): string[] {
  return hits.map(({ service }) => service.id);
}
