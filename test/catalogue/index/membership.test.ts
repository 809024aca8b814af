import { describe, expect, it } from '@jest/globals';
import { CatalogueIndex } from '../../../subgraphs/catalogue/index/catalogue-index.js';
import { cooperativeListing, fill, found, LISTS, search, serviceListing } from './listings.js';

describe('a cooperative in the index', () => {
  it('is found while it is listed, and comes back as it was', () => {
    const index = new CatalogueIndex(LISTS);
    index.upsertService(serviceListing('a:1', { title: { fi: 'Siivous' } }));
    expect(found(index, 'siivous')).toEqual([]);

    index.upsertCooperative(cooperativeListing('a'));
    expect(found(index, 'siivous')).toEqual([]);

    index.setListed('a', true);
    expect(found(index, 'siivous')).toEqual(['1']);
    expect(index.countServicesUnder('98000000')).toBe(1);

    index.setListed('a', false);
    expect(found(index, 'siivous')).toEqual([]);
    expect(search(index, {}).totalCount).toBe(0);
    expect(index.servicesOf('a', { first: 10, after: null }).totalCount).toBe(0);
    expect(index.countServicesUnder('98000000')).toBe(0);
    expect(index.findService('a:1')?.id).toBe('a:1');
    expect(index.cooperatives().map(({ id }) => id)).toEqual(['a']);
  });

  it('is forgotten with its services when removed, and can start anew', () => {
    const index = fill(new CatalogueIndex(LISTS), [
      serviceListing('a:1', { title: { fi: 'Siivous' } }),
      serviceListing('b:2', { title: { fi: 'Siivous' } }),
    ]);

    index.removeCooperative('a');
    index.removeCooperative('nobody');

    expect(index.findService('a:1')).toBeNull();
    expect(index.findCooperative('a')).toBeNull();
    expect(found(index, 'siivous')).toEqual(['2']);
    expect(search(index, {}).facets().cooperatives).toEqual([{ value: 'b', count: 1 }]);

    fill(index, [serviceListing('a:1', { title: { fi: 'Hieronta' } })]);
    expect(found(index, 'hieronta')).toEqual(['1']);
    expect(found(index, 'siivous')).toEqual(['2']);
  });
});

describe('a withdrawn service', () => {
  it('is still there for what refers to it, and nowhere else', () => {
    const index = fill(new CatalogueIndex(LISTS), [
      serviceListing('a:1'),
      serviceListing('a:2', { withdrawnAt: new Date(0) }),
    ]);
    index.upsertService(serviceListing('a:1', { withdrawnAt: new Date(0) }));

    expect(search(index, {}).totalCount).toBe(0);
    expect(index.servicesOf('a', { first: 10, after: null }).rows).toEqual([]);
    expect(index.countServicesUnder('98000000')).toBe(0);
    expect(index.findService('a:1')?.withdrawnAt).toEqual(new Date(0));
    expect(index.findService('a:2')?.withdrawnAt).toEqual(new Date(0));
    expect(index.findService('a:3')).toBeNull();

    index.upsertService(serviceListing('a:2'));
    expect(search(index, {}).totalCount).toBe(1);
  });
});

describe('the services of a cooperative', () => {
  it('come in the order of ids, page by page, whatever comes and goes', () => {
    const index = fill(
      new CatalogueIndex(LISTS),
      ['c', 'a', 'e', 'b'].map((local) => serviceListing(`x:${local}`)),
    );

    const first = index.servicesOf('x', { first: 2, after: null });
    expect(first.rows.map(({ service }) => service.id)).toEqual(['x:a', 'x:b']);
    expect([first.totalCount, first.hasNextPage, first.hasPreviousPage]).toEqual([4, true, false]);

    index.upsertService(serviceListing('x:b', { withdrawnAt: new Date(0) }));
    index.upsertService(serviceListing('x:d'));
    const second = index.servicesOf('x', { first: 9, after: first.rows[1]?.cursor ?? null });
    expect(second.rows.map(({ service }) => service.id)).toEqual(['x:c', 'x:d', 'x:e']);
    expect([second.totalCount, second.hasNextPage, second.hasPreviousPage]).toEqual([
      4,
      false,
      true,
    ]);

    expect(index.servicesOf('nobody', { first: 9, after: null }).totalCount).toBe(0);
  });
});

describe('a code', () => {
  it('counts the services at and below it, each once', () => {
    const index = fill(new CatalogueIndex(LISTS), [
      serviceListing('a:1', { cpv: ['90911300', '90910000'] }),
      serviceListing('a:2', { cpv: ['90919200'] }),
      serviceListing('a:3', { cpv: ['90500000'] }),
    ]);

    const counts = ['90000000', '90910000', '90911300', '55000000'].map((code) =>
      index.countServicesUnder(code),
    );
    expect(counts).toEqual([3, 2, 1, 0]);
  });
});
