import { describe, expect, it } from '@jest/globals';
import { search } from '../index/listings.js';
import { DEMO_INDEX as index, idsFound } from '../question/demo-index.js';

const TAILORING = 'neulas:vaatekorjaus neulas:mittatilausompelu';
const MACHINES = 'kierre:laitekorjaus';
const MEALS = 'kattila:ateriakuljetus';
const FURNITURE = 'kierre:kierratyskalusteet slussen:mobler';

describe('a thing that is named', () => {
  it.each([
    [TAILORING, 'takki rikki, housut rikki, hame rikki, byxorna är trasiga, jackan är trasig'],
    [TAILORING, 'my jacket is torn, jacket zipper broken'],
    [
      MACHINES,
      'läppäri rikki, lumilinko rikki, pyörätuoli rikki, wheelchair broken, laga rullstol',
    ],
    [MACHINES, 'lawn mower repair, lawn mower service, snow blower broken, gräsklippare trasig'],
    [MEALS, 'ateriapalvelu, ruokapalvelu vanhuksille, lounas vanhukselle'],
    [MEALS, 'måltidsservice, matservice till äldre, lunch för äldre'],
    [FURNITURE, 'bord, matbord, dining table, pöytä, penkki, möbel, kirjahylly, bokhylla'],
    ['karhu:siivous roxen:hemstadning', 'mökin siivous, städa stugan, cottage cleaning'],
    ['lumo:valokuvaus virvel:fotografering', 'hääkuvaaja, bröllopsfotograf'],
    ['kumo:remontti', 'kök och bad, keittiö ja kylpyhuone'],
    ['kierre:muutto roxen:flytthjalp', 'pesukoneen siirto'],
    ['pelto:lammaslomitus raps:faravbytare', 'karitsointi, lamning'],
    ['tuki:ohjaajasijainen lindblom:barnskotarvikarie', 'nursery'],
    ['tuki:hieronta lindblom:massage', 'selkä jumissa, niskat jumissa'],
  ])('decides what is wanted: %s for %s', (ids, texts) => {
    for (const text of texts.split(', ')) {
      expect([text, idsFound(index, text).toSorted()]).toEqual([text, ids.split(' ').toSorted()]);
    }
  });

  it.each([
    ['lukko jumissa', 'locksmithing'],
    ['hissi rikki', 'property-maintenance'],
    ['konkurssi', 'legal-advice'],
    ['konkurs', 'legal-advice'],
  ])('is no other one: %s', (text, trade) => {
    const offered = trade === 'property-maintenance';

    expect(idsFound(index, text).length > 0).toBe(offered);
    if (!offered) expect(search(index, { text }).whyNothing().notOffered).toEqual([trade]);
  });

  it.each([
    ['hieronta henkilökunnalle', 'hieronta'],
    ['massage för personalen', 'massage'],
    ['massage for our staff', 'massage'],
    ['lunch för personalen', 'lunch'],
    ['ensiapukurssi henkilökunnalle', 'ensiapukurssi'],
  ])('is no staff where it is for the staff: %s', (text, same) => {
    expect(idsFound(index, text).toSorted()).toEqual(idsFound(index, same).toSorted());
    expect(idsFound(index, 'henkilökunta')).toHaveLength(idsFound(index, 'sijainen').length);
  });
});
