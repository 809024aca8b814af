import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { projectPath } from '../../../schema/sdl.js';
import {
  networkFileJsonSchema,
  parseCooperativeFile,
  parseNetworkJson,
} from '../../../subgraphs/shared/network-file/index.js';
import { cooperativeFile, serviceRow, type Json } from '../support.js';
import {
  lists,
  parse,
  faultsOf,
  booking,
  withHours,
  withService,
  withPrice,
  withEvidence,
  withBooking,
} from './network-file-rows.js';

describe('A file that names its description', () => {
  const $schema = '../schema/network.schema.json';

  it('is read as if it did not, whichever file of a network it is', () => {
    const named = parse(cooperativeFile({ $schema }));
    const network = { id: 'small', name: { en: 'Small' } };

    expect(named).toEqual(parse(cooperativeFile()));
    expect(parseNetworkJson(JSON.stringify({ $schema, ...network }), 'network.json')).toMatchObject(
      network,
    );
  });

  it('is refused where that is no address', () => {
    expect(faultsOf(() => parse(cooperativeFile({ $schema: 7 })))).toEqual([
      '$schema: wanted a text, got 7',
    ]);
  });

  it('is what its description describes', () => {
    const { $defs } = networkFileJsonSchema() as {
      $defs: Record<string, { properties: Record<string, unknown>; required: string[] }>;
    };

    for (const file of ['cooperative', 'network']) {
      expect($defs[file]?.properties).toHaveProperty('$schema');
      expect($defs[file]?.required).not.toContain('$schema');
    }
  });
});

describe('A cooperative’s file', () => {
  it('is read with its defaults filled in', () => {
    const { cooperative, unverified } = parse(cooperativeFile({ bookings: [booking()] }));

    expect(unverified).toEqual([]);
    expect(cooperative).toMatchObject({
      evidence: [],
      members: [{ languages: [], public: ['name'] }],
      resources: [{ worksOnPublicHolidays: false, closures: [], skills: [] }],
      services: [{ bufferMinutes: 0, leadTimeMinutes: 0, gridMinutes: 15, published: true }],
      bookings: [{ quantity: 1, state: 'CONFIRMED' }],
    });
    expect(cooperative).not.toHaveProperty('contact');
    expect(cooperative.services[0]).not.toHaveProperty('serves');
  });

  it.each([
    ['FI', '1572860-0', '1572860-0'],
    ['FI', '15728600', '1572860-0'],
    ['FI', 'FI15728600', '1572860-0'],
    ['SE', '556703-7485', '556703-7485'],
    ['SE', '5567037485', '556703-7485'],
    ['SE', 'SE556703748501', '556703-7485'],
  ])('in %s with the number %s is stored as %s', (country, businessId, canonical) => {
    expect(parse(cooperativeFile({ country, businessId })).cooperative.businessId).toBe(canonical);
  });

  it('is stored in one way of writing', () => {
    const { cooperative } = parse(
      cooperativeFile({
        contact: {},
        serves: ['FI-609', 'FI-609'],
        services: [
          serviceRow({
            cpv: ['90910000-9', '90910000'],
            price: { net: '28', currency: 'EUR', vatRate: '25.50' },
          }),
        ],
      }),
    );

    expect(cooperative).not.toHaveProperty('contact');
    expect(cooperative.serves).toEqual(['FI-609']);
    expect(cooperative.services[0]).toMatchObject({
      cpv: ['90910000'],
      price: { net: '28.00', vatRate: '25.5' },
    });
  });

  it('may hold well-formed codes that no list knows, and says which', () => {
    const { unverified } = parse(
      cooperativeFile({
        municipality: 'SE-9999',
        services: [serviceRow({ cpv: ['90910000', '12345678'], serves: ['FI-998'] })],
      }),
    );

    expect(unverified).toEqual([
      'SE-9999 (municipality)',
      'FI-998 (services[0].serves[0])',
      '12345678 (services[0].cpv[1])',
    ]);
  });

  it('may name municipalities that have merged: their successors are taken, and said', () => {
    const { cooperative, unverified } = parse(
      cooperativeFile({
        municipality: 'FI-537',
        serves: ['FI-413', 'FI-609'],
        services: [serviceRow({ serves: ['FI-099'] })],
        resources: [{ id: 'w1', kind: 'WORKER', size: 1, hours: [], municipality: 'FI-406' }],
      }),
    );

    expect(cooperative).toMatchObject({
      municipality: 'FI-609',
      serves: ['FI-609'],
      services: [{ serves: ['FI-214'] }],
      resources: [{ municipality: 'FI-684' }],
    });
    expect(unverified).toEqual([
      'FI-537 (municipality), now FI-609',
      'FI-413 (serves[0]), now FI-609',
      'FI-406 (resources[0].municipality), now FI-684',
      'FI-099 (services[0].serves[0]), now FI-214',
    ]);
  });

  it.each<[string, Json]>([
    ['hours until midnight', withHours({ from: '18:00', to: '24:00' })],
    [
      'evidence that is valid on one day',
      withEvidence({ validFrom: '2027-01-01', validTo: '2027-01-01' }),
    ],
    ['a minimum off the grid', withService({ minMinutes: 45, gridMinutes: 30 })],
    ['a service without resources', withService({ resources: [] })],
    ['a byte order mark', JSON.parse(JSON.stringify(cooperativeFile()))],
    ['a leap day', withBooking({ from: '2028-02-29T08:00', to: '2028-02-29T09:00' })],
    ['a price of nothing', withPrice({ net: '0', vatRate: '0' })],
  ])('may have %s', (what, file) => {
    const text = JSON.stringify(file);

    expect(() => parse(what === 'a byte order mark' ? `\uFEFF${text}` : text)).not.toThrow();
  });

  it('tells JSON apart from anything else as JSON.parse does', () => {
    const samples = [
      '-0',
      '1e5',
      '1.',
      '.5',
      '"\\x"',
      '"\t"',
      '"\\ud83d"',
      '[,]',
      '{"a"}',
      'tru',
      '\u00a0[]',
      '-',
      '[-1.5E+3]',
    ];
    const isJson = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const isRefusedAsText = (text: string) => /^line \d/.test(faultsOf(() => parse(text))[0] ?? '');

    expect(samples.map((text) => !isRefusedAsText(text))).toEqual(samples.map(isJson));
  });

  it('cannot bring in a prototype', () => {
    const text = JSON.stringify(cooperativeFile()).replace(
      '{',
      '{"__proto__": {"isAdmin": true}, ',
    );

    expect(faultsOf(() => parse(text))).toEqual(['__proto__: wanted no such key']);
  });

  it('must have the id that is asked for', () => {
    const read = () =>
      parseCooperativeFile(JSON.stringify(cooperativeFile()), 'lumo.json', lists, 'lumo');

    expect(faultsOf(read)).toEqual(['id: wanted "lumo", got "karhu"']);
  });
});

describe('network.json', () => {
  it('is read', () => {
    const network = {
      id: 'satakunta',
      name: { fi: 'Satakunta' },
      now: '2027-03-01T08:00:00+02:00',
      endpoints: { karhu: 'https://karhu.example/graphql' },
    };

    expect(parseNetworkJson(JSON.stringify(network), 'network.json')).toEqual(network);
  });

  it.each<[Json, string]>([
    [{ id: 'satakunta' }, 'name: wanted texts by language such as {"fi": "…"}, got nothing'],
    [
      { now: '2027-03-01' },
      'now: wanted an instant with an offset such as "2027-03-01T08:00:00Z", got "2027-03-01"',
    ],
    [
      { endpoints: { karhu: 'karhu.example' } },
      'endpoints.karhu: wanted a web address such as "https://example.org", got "karhu.example"',
    ],
    [
      { endpoints: { Karhu: 'https://karhu.example' } },
      'endpoints.Karhu: wanted as key a slug such as "karhu": a letter, then 1 to 30 of a-z, 0-9 and hyphen',
    ],
    [{ port: 4000 }, 'port: wanted no such key'],
  ])('with one fault is refused: case %#', (part, fault) => {
    const whole = 'id' in part ? part : { id: 'satakunta', name: { fi: 'Satakunta' }, ...part };

    expect(faultsOf(() => parseNetworkJson(JSON.stringify(whole), 'network.json'))).toEqual([
      fault,
    ]);
  });
});

describe('The files that ship with the project', () => {
  const dir = projectPath('subgraphs', 'local', 'demo');
  const names = readdirSync(`${dir}/cooperatives`);

  it.each(names)('%s has no fault and no unknown code', (name) => {
    const text = readFileSync(`${dir}/cooperatives/${name}`, 'utf8');

    expect(parseCooperativeFile(text, name, lists, name.replace('.json', '')).unverified).toEqual(
      [],
    );
  });

  it('schema/network.schema.json is what the code gives', () => {
    const committed: unknown = JSON.parse(
      readFileSync(projectPath('schema', 'network.schema.json'), 'utf8'),
    );

    expect(committed).toEqual(networkFileJsonSchema());
  });
});
