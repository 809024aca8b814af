import { describe, expect, it } from '@jest/globals';
import { cooperativeFile, serviceRow, type Json } from '../support.js';
import {
  parse,
  faultsOf,
  withResource,
  withHours,
  withService,
  withPrice,
  withEvidence,
  withBooking,
} from './network-file-rows.js';

describe('A cooperative’s file that has faults', () => {
  it.each<[Json, string]>([
    [
      cooperativeFile({ id: 'Karhu' }),
      'id: wanted a slug such as "karhu": a letter, then 1 to 30 of a-z, 0-9 and hyphen, got "Karhu"',
    ],
    [cooperativeFile({ name: undefined }), 'name: wanted a text, got nothing'],
    [cooperativeFile({ name: ' ' }), 'name: wanted a text, got " "'],
    [cooperativeFile({ name: null }), 'name: wanted a text, got null'],
    [cooperativeFile({ nickname: 'x' }), 'nickname: wanted no such key'],
    [
      cooperativeFile({ address: 'Antinkatu 5' }),
      'address: wanted an object such as {"street": "…", "postalCode": "28100", "locality": "Pori"}, got "Antinkatu 5"',
    ],
    [
      cooperativeFile({
        address: { street: 'Antinkatu 5', postalCode: 'FI-28', locality: 'Pori' },
      }),
      'address.postalCode: wanted a postal code of five digits such as "28100" or "582 22", got "FI-28"',
    ],
    [
      cooperativeFile({ address: { street: '', postalCode: '28100', locality: 'Pori' } }),
      'address.street: wanted a text, got ""',
    ],
    [
      cooperativeFile({ coordinates: { latitude: 90.5, longitude: 21.8 } }),
      'coordinates.latitude: wanted degrees from -90 to 90, got 90.5',
    ],
    [
      cooperativeFile({ coordinates: { latitude: 61.5 } }),
      'coordinates.longitude: wanted degrees from -180 to 180, got nothing',
    ],
    [cooperativeFile({ description: { de: 'Putzen' } }), 'description.de: wanted no such key'],
    [
      cooperativeFile({ description: { fi: 'x'.repeat(5_001) } }),
      `description.fi: wanted a text, at most 5000 characters, got "${'x'.repeat(79)}…`,
    ],
    [
      cooperativeFile({ logo: { url: 'http://karhu.example/logo.svg' } }),
      'logo.url: wanted an address that starts with "https://", got "http://karhu.example/logo.svg"',
    ],
    [cooperativeFile({ country: 'NO' }), 'country: wanted one of FI, SE, got "NO"'],
    [
      cooperativeFile({ businessId: '1572860-1' }),
      'businessId: wanted a Y-tunnus with a right check digit such as "1572860-0", got a text, not shown as it may be a person\'s',
    ],
    [
      cooperativeFile({ country: 'SE' }),
      'businessId: wanted an organisationsnummer with a right check digit such as "556703-7485", not the number of a person, got a text, not shown as it may be a person\'s',
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
      "contact.email: wanted an e-mail address, got a text, not shown as it may be a person's",
    ],
    [
      withEvidence({ scheme: 'WISH' }),
      'evidence[0].scheme: wanted one of WISE, CREDIT_RATING, SELF_DECLARED, TAX_REGISTER, INSURANCE, COLLECTIVE_AGREEMENT, ISO, ECO_LABEL, got "WISH"',
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
      'businessId: wanted a Y-tunnus with a right check digit such as "1572860-0", got a text, not shown as it may be a person\'s',
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
});
