import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { projectPath } from '../../../schema/sdl.js';
import {
  NetworkFileError,
  networkFileJsonSchema,
  parseCooperativeFile,
  parseNetworkJson,
} from '../../../subgraphs/shared/network-file/index.js';
import { loadBuiltInLists } from '../../../subgraphs/shared/lists/reference-lists.js';
import { cooperativeFile, serviceRow, type Json } from '../support.js';

const lists = loadBuiltInLists();

function parse(file: Json | string) {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  return parseCooperativeFile(text, 'karhu.json', lists);
}

/** The faults as sentences without the file's name; fails when there are none. */
function faultsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (!(error instanceof NetworkFileError)) throw error;
    return error.message.split('\n').map((line) => line.replace(/^\S+\.json: /, ''));
  }
  throw new Error('The file was accepted.');
}

const resource = (row: Json = {}): Json => ({
  id: 'w1',
  kind: 'WORKER',
  size: 1,
  hours: [],
  ...row,
});
const hours = (row: Json = {}): Json => ({ days: ['MO'], from: '08:00', to: '16:00', ...row });
const booking = (row: Json = {}): Json => ({
  id: 'b1',
  service: 'siivous',
  resource: 'w1',
  from: '2027-03-22T08:00',
  to: '2027-03-22T11:00',
  ...row,
});
const withResource = (row: Json) => cooperativeFile({ members: [], resources: [resource(row)] });
const withHours = (row: Json) => withResource({ hours: [hours(row)] });
const withService = (row: Json) => cooperativeFile({ services: [serviceRow(row)] });
const withPrice = (row: Json) =>
  withService({ price: { net: '28.00', currency: 'EUR', vatRate: '25.5', ...row } });
const withEvidence = (row: Json) => cooperativeFile({ evidence: [{ scheme: 'WISE', ...row }] });
const withBooking = (row: Json) => cooperativeFile({ bookings: [booking(row)] });

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

  it.each<[Json, string]>([
    [
      cooperativeFile({ id: 'Karhu' }),
      'id: wanted a slug such as "karhu": a letter, then 1 to 30 of a-z, 0-9 and hyphen, got "Karhu"',
    ],
    [cooperativeFile({ name: undefined }), 'name: wanted a text, got nothing'],
    [cooperativeFile({ name: ' ' }), 'name: wanted a text, got " "'],
    [cooperativeFile({ name: null }), 'name: wanted a text, got null'],
    [cooperativeFile({ nickname: 'x' }), 'nickname: wanted no such key'],
    [cooperativeFile({ country: 'NO' }), 'country: wanted one of FI, SE, got "NO"'],
    [
      cooperativeFile({ businessId: '1572860-1' }),
      'businessId: wanted a Y-tunnus with a right check digit such as "1572860-0", got a text, not shown as it may be a person\'s number',
    ],
    [
      cooperativeFile({ country: 'SE' }),
      'businessId: wanted an organisationsnummer with a right check digit such as "556703-7485", not the number of a person, got a text, not shown as it may be a person\'s number',
    ],
    [
      cooperativeFile({ timeZone: 'Europe/Pori' }),
      'timeZone: wanted an IANA time zone such as "Europe/Helsinki", got "Europe/Pori"',
    ],
    [
      cooperativeFile({ timeZone: '+02:00' }),
      'timeZone: wanted an IANA time zone such as "Europe/Helsinki", got "+02:00"',
    ],
    [
      cooperativeFile({ municipality: 609 }),
      'municipality: wanted a municipality such as "FI-609" or "SE-0580", got 609',
    ],
    [
      cooperativeFile({ municipality: '609' }),
      'municipality: wanted a municipality such as "FI-609" or "SE-0580", got "609"',
    ],
    [
      cooperativeFile({ serves: ['FI-609', 'FI-413'] }),
      'serves[1]: FI-413 was abolished; its successor is FI-609',
    ],
    [
      cooperativeFile({ serves: 'FI-609' }),
      'serves: wanted a list of municipalities, got "FI-609"',
    ],
    [
      cooperativeFile({ languages: [] }),
      'languages: wanted a list of at least one language, the default first, got an empty list',
    ],
    [
      cooperativeFile({ languages: ['fin'] }),
      'languages[0]: wanted an ISO 639-1 code in lower case such as "fi", got "fin"',
    ],
    [
      cooperativeFile({ contact: { url: 'javascript:alert(1)' } }),
      'contact.url: wanted a web address such as "https://example.org", got "javascript:alert(1)"',
    ],
    [
      cooperativeFile({ contact: { email: 'nobody' } }),
      'contact.email: wanted an e-mail address, got "nobody"',
    ],
    [
      withEvidence({ scheme: 'WISH' }),
      'evidence[0].scheme: wanted one of WISE, CREDIT_RATING, SELF_DECLARED, got "WISH"',
    ],
    [
      withEvidence({ disadvantagedShare: 62 }),
      'evidence[0].disadvantagedShare: wanted a share from 0 to 1, got 62',
    ],
    [
      withEvidence({ validFrom: '2027-02-30' }),
      'evidence[0].validFrom: wanted a date that exists such as "2027-03-22", got "2027-02-30"',
    ],
    [
      withEvidence({ validFrom: '2027-02-02', validTo: '2027-02-01' }),
      'evidence[0].validTo: wanted 2027-02-02 or later, got "2027-02-01"',
    ],
    [
      cooperativeFile({ members: [{ id: 'm1', public: ['shoeSize'] }] }),
      'members[0].public[0]: wanted one of name, email, phone, languages, got "shoeSize"',
    ],
    [
      cooperativeFile({ members: [{ id: 'm1' }, { id: 'm1' }] }),
      'members[1].id: wanted each id once, got "m1" again',
    ],
    [
      withResource({ kind: 'MACHINE' }),
      'resources[0].kind: wanted one of WORKER, POOL, ROOM, SEATS, got "MACHINE"',
    ],
    [withResource({ size: 0 }), 'resources[0].size: wanted a whole number of at least 1, got 0'],
    [
      withResource({ size: 1.5 }),
      'resources[0].size: wanted a whole number of at least 1, got 1.5',
    ],
    [
      withResource({ member: 'm9' }),
      'resources[0].member: wanted the id of a member of this file, got "m9"',
    ],
    [
      withResource({ radiusKm: 0 }),
      'resources[0].radiusKm: wanted a number of kilometres above 0, got 0',
    ],
    [
      withResource({ minutesPerDay: '480' }),
      'resources[0].minutesPerDay: wanted a whole number of at least 1, got "480"',
    ],
    [
      withHours({ days: ['XX'] }),
      'resources[0].hours[0].days[0]: wanted one of MO, TU, WE, TH, FR, SA, SU, got "XX"',
    ],
    [
      withHours({ from: '8:00' }),
      'resources[0].hours[0].from: wanted a wall time such as "08:00", got "8:00"',
    ],
    [
      withHours({ from: '24:00' }),
      'resources[0].hours[0].from: wanted a wall time such as "08:00", got "24:00"',
    ],
    [
      withHours({ to: '24:01' }),
      'resources[0].hours[0].to: wanted a wall time such as "16:00", at most "24:00", got "24:01"',
    ],
    [withHours({ to: '08:00' }), 'resources[0].hours[0].to: wanted later than 08:00, got "08:00"'],
    [
      withHours({ validFrom: '2027-02-02', validTo: '2027-01-01' }),
      'resources[0].hours[0].validTo: wanted 2027-02-02 or later, got "2027-01-01"',
    ],
    [
      withResource({ closures: [{ from: '2027-03-10T12:00:00Z', to: '2027-03-10T16:00' }] }),
      'resources[0].closures[0].from: wanted a wall time with its date and without an offset such as "2027-03-22T08:00", got "2027-03-10T12:00:00Z"',
    ],
    [
      withResource({ closures: [{ from: '2027-03-10T12:00', to: '2027-03-10T12:00' }] }),
      'resources[0].closures[0].to: wanted later than 2027-03-10T12:00, got "2027-03-10T12:00"',
    ],
    [
      withService({ id: 'a b' }),
      'services[0].id: wanted an id such as "siivous": 1 to 64 of A-Z, a-z, 0-9, "_", "." and "-", got "a b"',
    ],
    [
      withService({ title: {} }),
      'services[0].title: wanted a text in at least one of fi, sv and en, got an empty object',
    ],
    [
      withService({ title: { fi: 'Siivous', de: 'Putzen' } }),
      'services[0].title.de: wanted no such key',
    ],
    [
      withService({ title: { fi: 'x'.repeat(501) } }),
      `services[0].title.fi: wanted a text, at most 500 characters, got "${'x'.repeat(79)}…`,
    ],
    [
      withService({ description: 'Siivous' }),
      'services[0].description: wanted texts by language such as {"fi": "…"}, got "Siivous"',
    ],
    [
      withService({ cpv: ['85210000-4'] }),
      'services[0].cpv[0]: the check digit of 85210000 is 3, got 4',
    ],
    [
      withService({ cpv: [90910000] }),
      'services[0].cpv[0]: wanted a CPV code of 8 digits such as "90910000", with or without its check digit, got 90910000',
    ],
    [
      withService({ resources: ['w9'] }),
      'services[0].resources[0]: wanted the id of a resource of this file, got "w9"',
    ],
    [
      withPrice({ net: 28 }),
      'services[0].price.net: wanted a decimal string such as "28.00", got 28',
    ],
    [
      withPrice({ net: '-1.00' }),
      'services[0].price.net: wanted a decimal string such as "28.00", got "-1.00"',
    ],
    [
      withPrice({ net: '28,00' }),
      'services[0].price.net: wanted a decimal string such as "28.00", got "28,00"',
    ],
    [
      withPrice({ currency: 'NOK' }),
      'services[0].price.currency: wanted one of EUR, SEK, got "NOK"',
    ],
    [
      withPrice({ vatRate: '101' }),
      'services[0].price.vatRate: wanted a decimal string from "0" to "100" such as "25.5", got "101"',
    ],
    [
      withService({ gridMinutes: 0 }),
      'services[0].gridMinutes: wanted a whole number from 1 to 1440, got 0',
    ],
    [
      withService({ gridMinutes: 1441 }),
      'services[0].gridMinutes: wanted a whole number from 1 to 1440, got 1441',
    ],
    [
      withService({ leadTimeMinutes: -1 }),
      'services[0].leadTimeMinutes: wanted a whole number of at least 0, got -1',
    ],
    [withService({ published: 'yes' }), 'services[0].published: wanted true or false, got "yes"'],
    [
      withService({ images: [{ url: 'http://example.org/a.jpg' }] }),
      'services[0].images[0].url: wanted an address that starts with "https://", got "http://example.org/a.jpg"',
    ],
    [
      cooperativeFile({ services: [serviceRow(), serviceRow()] }),
      'services[1].id: wanted each id once, got "siivous" again',
    ],
    [
      withBooking({ service: 'ompelu' }),
      'bookings[0].service: wanted the id of a service of this file, got "ompelu"',
    ],
    [
      withBooking({ resource: 'w9' }),
      'bookings[0].resource: wanted the id of a resource of this file, got "w9"',
    ],
    [
      withBooking({ state: 'MAYBE' }),
      'bookings[0].state: wanted one of HELD, CONFIRMED, STARTED, COMPLETED, CANCELLED, EXPIRED, DECLINED, NO_SHOW, got "MAYBE"',
    ],
    [
      withBooking({ to: '2027-03-22T07:00' }),
      'bookings[0].to: wanted later than 2027-03-22T08:00, got "2027-03-22T07:00"',
    ],
  ])('with one fault is refused: case %#', (file, fault) => {
    expect(faultsOf(() => parse(file))).toEqual([fault]);
  });

  it.each([
    ['', 'line 1, column 1: wanted a value, got the end of the text'],
    ['nonsense', 'line 1, column 1: wanted JSON, got nonsense'],
    ['{"id": "karhu",}', 'line 1, column 16: wanted a key in double quotes, got }'],
    ['{\n  "id": "karhu"\n  "name": "x"\n}', 'line 3, column 3: wanted "," or "}", got "name"'],
    ['{"id": "karhu"', 'line 1, column 15: wanted "," or "}", got the end of the text'],
    [
      '{"id": "a", "b": {"id": 1}, "\\u0069d": 2}',
      'line 1, column 29: wanted each key once, got "\\u0069d"',
    ],
    ['[1, 2', 'line 1, column 6: wanted "," or "]", got the end of the text'],
    ['[]x', 'line 1, column 3: wanted JSON, got x'],
    ['[] []', 'line 1, column 4: wanted the end, got ['],
    ['{"a": 01}', 'line 1, column 8: wanted "," or "}", got 1'],
    ['['.repeat(200), 'line 1, column 102: wanted at most 100 levels, got ['],
    ['[]', 'wanted an object, got an empty list'],
    ['null', 'wanted an object, got null'],
  ])('that is no JSON object is refused with the place: case %#', (text, fault) => {
    expect(faultsOf(() => parse(text))).toEqual([fault]);
  });

  it.each<[string, (number: string) => Json | string]>([
    ['of Sweden', (number) => cooperativeFile({ country: 'SE', businessId: number })],
    ['of Finland', (number) => cooperativeFile({ country: 'FI', businessId: number })],
    ['of no country', (number) => cooperativeFile({ country: undefined, businessId: number })],
    ['too long', (number) => cooperativeFile({ businessId: `${number}${' '.repeat(40)}.` })],
    ['as number', (number) => cooperativeFile({ businessId: Number(number.replace('-', '')) })],
    ['in a list', (number) => cooperativeFile({ businessId: [number] })],
    ['in an object', (number) => cooperativeFile({ businessId: { number } })],
    ['without quotes', (number) => `{"businessId": ${number}}`],
    ['in single quotes', (number) => `{"businessId": '${number}'}`],
    ['cut off', (number) => `{"businessId": "${number}`],
    ['without a colon', (number) => `{"businessId" "${number}"}`],
    ['after a key without quotes', (number) => `{businessId:"${number}"}`],
    ['without a comma after it', (number) => `{"businessId": "1" "${number}"}`],
  ])('never has the number of a person repeated: %s', (_how, fileOf) => {
    const number = '811228-9874';

    const told = faultsOf(() => parse(fileOf(number))).join('\n');

    expect(told).not.toMatch(/8112|9874/);
    expect(told).not.toBe('');
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

  it('that is too large is refused before it is read', () => {
    const text = JSON.stringify(cooperativeFile({ name: 'x'.repeat(5_000_000) }));

    expect(faultsOf(() => parse(text))).toEqual([
      expect.stringMatching(/^wanted at most 5000000 bytes, got 5\d+$/),
    ]);
  });

  it('has all its faults told at once, those of shape and those of sense', () => {
    const file = cooperativeFile({
      businessId: '1',
      colour: 'red',
      services: [serviceRow({ unit: 'WEEK', resources: ['w9'], cpv: ['85210000-4'] })],
    });

    expect(faultsOf(() => parse(file)).sort()).toEqual([
      'businessId: wanted a Y-tunnus with a right check digit such as "1572860-0", got a text, not shown as it may be a person\'s number',
      'colour: wanted no such key',
      'services[0].cpv[0]: the check digit of 85210000 is 3, got 4',
      'services[0].resources[0]: wanted the id of a resource of this file, got "w9"',
      'services[0].unit: wanted one of HOUR, DAY, PIECE, SEAT, got "WEEK"',
    ]);
  });

  it('has at most 50 faults told, and the number of the others', () => {
    const services = Array.from({ length: 70 }, (_, index) =>
      serviceRow({ id: `s${index}`, unit: 'WEEK' }),
    );

    const faults = faultsOf(() => parse(cooperativeFile({ services })));

    expect(faults).toHaveLength(51);
    expect(faults[50]).toBe('and 20 more faults');
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
