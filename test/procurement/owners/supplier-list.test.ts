import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { SupplierList } from '../../../subgraphs/procurement/owners/supplier-list.js';
import {
  sendJson,
  startFakeEndpoint,
  type Behaviour,
  type FakeEndpoint,
} from '../../support/fakes/endpoint.js';
import { units } from '../../support/unit.js';

const service = (id: string) => ({
  node: {
    ...{ id, kind: 'SERVICE', cpv: ['90910000'], municipalities: ['FI-609'] },
    price: { currency: 'EUR' },
  },
});
const page = (edges: readonly object[], endCursor: string | null = null) => ({
  edges,
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});
const cooperative = (id: string, services: object, country: string | null = 'FI') => ({
  node: {
    id,
    name: null,
    country,
    businessId: '1572860-0',
    status: 'ACTIVE',
    evidence: [],
    services,
  },
});

/** Two pages of cooperatives, the first of which has two of services. */
const paging: Behaviour = ({ query, variables }, response) => {
  const services = page([service('karhu:b')]);
  const data = query.includes('query Offers')
    ? { cooperative: { services } }
    : {
        cooperatives:
          variables['after'] === null
            ? page([cooperative('karhu', page([service('karhu:a')], 's1'))], 'c1')
            : page([{ node: null }, cooperative('lumo', page([]), null)]),
      };
  sendJson(response, { data });
};

describe('the list of suppliers', () => {
  let catalogue: FakeEndpoint;
  let list: SupplierList;
  beforeEach(async () => {
    catalogue = await startFakeEndpoint(paging);
    const log = pino({ level: 'silent' });
    list = new SupplierList({
      ...{ catalogueUrl: catalogue.url, timeoutMs: units(100), log },
      members: () => ['karhu', 'nolla'],
    });
  });
  afterEach(async () => {
    await list.close();
    await catalogue.close();
  });

  it('is every page of the catalogue, read once for all who ask', async () => {
    const [listed, again] = await Promise.all([list.load(), list.load()]);

    expect(listed).toEqual([
      {
        ...{ cooperative: 'karhu', name: null, status: 'ACTIVE' },
        supplier: {
          ...{ cooperative: 'karhu', country: 'FI', businessId: '1572860-0', evidence: [] },
          offers: ['karhu:a', 'karhu:b'].map((id) => ({
            ...{ service: id, kind: 'SERVICE', cpv: ['90910000'], municipalities: ['FI-609'] },
            currency: 'EUR',
          })),
        },
      },
      { cooperative: 'lumo', name: null, status: 'ACTIVE', supplier: null },
      // In the registry, and of no row that could be read.
      { cooperative: 'nolla', name: null, status: 'JOINING', supplier: null },
    ]);
    expect(again).toBe(listed);
    expect(await list.load()).toBe(listed);
    expect(catalogue.requests).toHaveLength(3);
  });

  it('asks for what everybody may read, and in nobody’s name', async () => {
    await list.load();

    expect(catalogue.requests.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is refused while the catalogue does not answer, and asked for anew', async () => {
    catalogue.behaviour = (_request, response) => response.destroy();
    await expect(list.load()).rejects.toMatchObject({
      extensions: { code: 'DOWNSTREAM_SERVICE_ERROR' },
    });

    catalogue.behaviour = paging;

    expect(await list.load()).toHaveLength(3);
  });
});
