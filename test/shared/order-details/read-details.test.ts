import { describe, expect, it } from '@jest/globals';
import {
  saidIn,
  type DetailsInput,
  type PlaceInput,
} from '../../../subgraphs/shared/order-details/order-details.js';
import {
  faultsOfDetails,
  readDetails,
} from '../../../subgraphs/shared/order-details/read-details.js';

const PLACE: PlaceInput = { street: 'Itsenäisyydenkatu 4', postalCode: '28100' };

describe('what an order says beside what and when', () => {
  const faultsOf = (input: DetailsInput, municipality = 'FI-609') =>
    faultsOfDetails(input, municipality).map(({ field }) => field.join('.'));
  const ofPlace = (change: Partial<PlaceInput>, municipality?: string) =>
    faultsOf({ place: { ...PLACE, ...change } }, municipality);

  it('is stored without blanks, with all that was left out as null', () => {
    const place = { ...PLACE, street: ' Itsenäisyydenkatu 4 ', accessNote: ' ' };
    expect(readDetails({ place, wish: ' Varovasti ', language: 'sv' }, 'FI-609')).toEqual({
      place: {
        ...{ street: 'Itsenäisyydenkatu 4', postalCode: '28100', municipality: 'FI-609' },
        ...{ latitude: null, longitude: null, accessNote: null },
      },
      ...{ wish: 'Varovasti', reference: null, invoicing: null, language: 'sv' },
    });
  });

  it('is nothing where nothing is said', () => {
    expect(readDetails(null, 'FI-609')).toBeNull();
    expect(readDetails({ wish: ' ', reference: '', place: null }, 'FI-609')).toBeNull();
    expect(faultsOf({ wish: ' ', reference: '' })).toEqual([]);
  });

  it('has postal codes as the country of the place writes them', () => {
    const codeIn = (municipality: string, postalCode: string) =>
      readDetails({ place: { ...PLACE, postalCode, municipality } }, 'FI-609')?.place?.postalCode;
    expect(codeIn('SE-0580', '58222')).toBe('582 22');
    expect(codeIn('SE-0580', ' 582 22')).toBe('582 22');
    expect(codeIn('FI-609', ' 28100 ')).toBe('28100');
    expect(ofPlace({ postalCode: '582 22' })).toEqual(['place.postalCode']);
    expect(ofPlace({ postalCode: '582 22' }, 'SE-0580')).toEqual([]);
    expect(ofPlace({ postalCode: '582 22', municipality: 'SE-0580' })).toEqual([]);
    for (const postalCode of ['', '2810', '281000', 'FI-28100', '58 222']) {
      expect(ofPlace({ postalCode })).toEqual(['place.postalCode']);
      expect(ofPlace({ postalCode }, 'SE-0580')).toEqual(['place.postalCode']);
    }
  });

  it('has a point whole, and on earth', () => {
    expect(ofPlace({ latitude: 61.48, longitude: 21.79 })).toEqual([]);
    expect(ofPlace({ latitude: -90, longitude: 180 })).toEqual([]);
    expect(ofPlace({ latitude: 61.48 })).toEqual(['place.latitude']);
    expect(ofPlace({ longitude: 21.79 })).toEqual(['place.latitude']);
    expect(ofPlace({ latitude: 90.1, longitude: -180.1 })).toEqual([
      'place.latitude',
      'place.longitude',
    ]);
  });

  it('is no longer than it may be, and holds what people write', () => {
    expect(ofPlace({ street: ' ' })).toEqual(['place.street']);
    expect(ofPlace({ street: 'x'.repeat(201) })).toEqual(['place.street']);
    expect(ofPlace({ street: 'Katu\u0000' })).toEqual(['place.street']);
    expect(ofPlace({ accessNote: 'x'.repeat(501) })).toEqual(['place.accessNote']);
    expect(faultsOf({ wish: 'x'.repeat(1_000), reference: 'x'.repeat(100) })).toEqual([]);
    expect(faultsOf({ wish: 'x'.repeat(1_001), reference: 'x'.repeat(101) })).toEqual([
      'wish',
      'reference',
    ]);
    expect(faultsOf({ wish: 'rivi\nja toinen' })).toEqual([]);
  });

  it('has an address for e-invoices with right check digits', () => {
    const ofInvoicing = (eInvoiceAddress: string, operator?: string) =>
      faultsOf({ invoicing: { eInvoiceAddress, operator } });
    expect(ofInvoicing('0216:003715728600', '003721291126')).toEqual([]);
    expect(ofInvoicing('0216:003715728601')).toEqual(['invoicing.eInvoiceAddress']);
    expect(ofInvoicing('003715728600', 'x'.repeat(101))).toEqual(['invoicing.operator']);
    const read = readDetails({ invoicing: { eInvoiceAddress: '0037 1572 8600' } }, 'FI-609');
    expect(read?.invoicing).toEqual({ eInvoiceAddress: '003715728600', operator: null });
  });

  it('is repeated by no message', () => {
    const place = { street: '', postalCode: 'planttu', accessNote: 'planttu'.repeat(100) };
    const invoicing = { eInvoiceAddress: 'planttu', operator: 'planttu'.repeat(20) };
    const wrong = { place, invoicing, wish: 'planttu'.repeat(200), reference: 'planttu\u0000' };
    const faults = faultsOfDetails(wrong, 'FI-609');

    expect(faults).toHaveLength(7);
    expect(JSON.stringify(faults)).not.toContain('planttu');
  });

  it('is given out field by field, and only what is there', () => {
    const place = { ...PLACE, latitude: 61.48, longitude: 21.79 };
    const details = readDetails({ place, wish: 'Varovasti', language: 'fi' }, 'FI-609');
    expect(saidIn(details)).toEqual([
      { name: 'wish', value: 'Varovasti' },
      { name: 'language', value: 'fi' },
      { name: 'place.street', value: 'Itsenäisyydenkatu 4' },
      { name: 'place.postalCode', value: '28100' },
      { name: 'place.municipality', value: 'FI-609' },
      { name: 'place.latitude', value: '61.48' },
      { name: 'place.longitude', value: '21.79' },
    ]);
    expect(saidIn(null)).toEqual([]);
  });
});
