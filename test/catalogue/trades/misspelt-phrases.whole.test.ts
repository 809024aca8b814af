import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { projectPath } from '../../../schema/sdl.js';
import { withoutDots } from '../../../subgraphs/shared/words/fold-accents.js';
import { search } from '../index/listings.js';
import { DEMO_INDEX as index, idsFound } from '../question/demo-index.js';

/** Words of other languages when they lack their dots. */
const OTHER_WORDS = ['bar'];

const DOTTED = readFileSync(projectPath('test', 'catalogue', 'question', 'trade-words.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .flatMap((line) => (line.split(': ')[1] ?? '').split(/[|,]/))
  .map((text) => text.trim())
  .filter((text) => withoutDots(text) !== text && !OTHER_WORDS.includes(withoutDots(text)));

/** All that is found, and what of it is good, in no particular order. */
function setOf(text: string): string[] {
  const { hits } = search(index, { text });
  return hits.map(({ service, fit }) => `${service.id} ${fit ?? ''}`).toSorted();
}

describe('a phrase of a trade', () => {
  it('finds without its dots what it finds with them', () => {
    const others = DOTTED.filter((text) => {
      const [right, found] = [setOf(text), setOf(withoutDots(text))];
      const goodOf = (hits: readonly string[]) => hits.filter((hit) => hit.endsWith('GOOD'));
      return (
        right.some((hit) => !found.includes(hit)) || goodOf(found).length !== goodOf(right).length
      );
    });

    expect(others.map(withoutDots)).toEqual([]);
    expect(DOTTED.length).toBeGreaterThan(300);
  });

  it('is worth less without them', () => {
    const [plain, right] = ['hyra kok', 'hyra kök'].map((text) => search(index, { text }).hits[0]);

    expect(plain?.score).toBeLessThan(right?.score ?? 0);
  });

  it.each([
    ['siivooajn sijaisuus', 'siivoojan sijaisuus'],
    ['siivojan sijaisuus', 'siivoojan sijaisuus'],
    ['coking course', 'cooking course'],
    ['learn swdish', 'learn swedish'],
    ['kitchen cabinits', 'kitchen cabinets'],
    ['cycle repir', 'cycle repair'],
    ['polkupyörän regnas', 'polkupyörän rengas'],
    ['lattian hinota', 'lattian hionta'],
    ['moteslokal', 'möteslokal'],
    ['koulukeittajan sijainen', 'koulukeittäjän sijainen'],
    ['rafsa lov pa garden', 'räfsa löv på gården'],
    ['siivoja', 'siivooja'],
    ['siivuos', 'siivous'],
    ['städnig', 'städning'],
    ['clening', 'cleaning'],
  ])('finds with a slip what it finds without: %s, %s', (slipped, right) => {
    expect(idsFound(index, right)).not.toEqual([]);
    expect(idsFound(index, slipped).toSorted()).toEqual(idsFound(index, right).toSorted());
  });

  it.each([
    ['cleaning bar', 'cleaning'],
    ['gardening and bar', 'gardening'],
    ['paint the hall', 'paint hall'],
  ])('is read as it is written where that says something: %s', (text, same) => {
    expect(idsFound(index, text).toSorted()).toEqual(idsFound(index, same).toSorted());
  });
});
