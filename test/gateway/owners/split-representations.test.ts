import { describe, expect, it } from '@jest/globals';
import { splitRepresentations } from '../../../gateway/owners/split-representations.js';
import type { Representation } from '../../../gateway/documents/fetch-document.js';

const service = (id: string): Representation => ({ __typename: 'Service', id });

describe('splitting the representations of a fetch', () => {
  it('gives each owner its rows once, and remembers where each stood', () => {
    const { shares, ownerless } = splitRepresentations([
      service('karhu:a'),
      service('lumo:a'),
      service('karhu:b'),
      service('karhu:a'),
      { __typename: 'Cooperative', id: 'lumo' },
    ]);

    expect(ownerless).toEqual([]);
    expect(
      shares.map(({ owner, representations, places }) => [owner, representations, places]),
    ).toEqual([
      ['karhu', [service('karhu:a'), service('karhu:b')], [[0, 3], [2]]],
      ['lumo', [service('lumo:a'), { __typename: 'Cooperative', id: 'lumo' }], [[1], [4]]],
    ]);
  });

  it('takes representations for equal whatever the order of their keys, and only then', () => {
    const more = (fields: object): Representation => ({ ...service('karhu:a'), ...fields });

    const [share] = splitRepresentations([
      more({ price: { net: '1.00', currency: 'EUR' }, unit: 'HOUR' }),
      more({ unit: 'HOUR', price: { currency: 'EUR', net: '1.00' } }),
      more({ unit: 'DAY', price: { currency: 'EUR', net: '1.00' } }),
      { __typename: 'Offer', id: 'karhu:a' },
    ]).shares;

    expect(share?.places).toEqual([[0, 1], [2], [3]]);
  });

  it('keeps apart what no cooperative owns', () => {
    const { shares, ownerless } = splitRepresentations([
      service('no owner'),
      service('karhu:a'),
      service(''),
      { __typename: 'Service', id: 7 as unknown as string },
    ]);

    expect(shares).toHaveLength(1);
    expect(ownerless).toEqual([0, 2, 3]);
  });
});
