import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bookableFile } from '../../cooperative/bookings/support.js';
import { startCooperative, type RunningCooperative } from '../../cooperative/support.js';
import { withRoles } from '../../shared/identity/policy/askers.js';
import { verifierOf } from '../../support/fakes/hub-keys.js';
import { businessIdFor } from '../../support/business-id.js';
import { placesOf } from '../../support/personal-data.js';
import { BUYER, leg, orderOf } from '../support.js';
import { ANNA, startBookedAnna, type BookedAnna } from './support.js';

const MARKER = /ruusu|orvokki/i;
const DETAILS = {
  place: { street: 'Ruusukuja 4', postalCode: '28100', accessNote: 'Avain on orvokkiruukussa' },
  ...{ wish: 'Ruusut vasta lopuksi', reference: 'Orvokki-12', language: 'fi' },
  invoicing: { eInvoiceAddress: '9930:ruusu', operator: 'ORVOKKI' },
};
const KEPT = [
  'details.invoicing.eInvoiceAddress',
  'details.invoicing.operator',
  'details.place.accessNote',
  'details.place.street',
  'details.reference',
  'details.wish',
];
const EXPORT = `mutation ($input: ExportPersonInput!) { exportPerson(input: $input) {
  records { kind fields { name value } } missing { reason } } }`;
const ERASE = `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { isDoneHere missing { reason } } }`;
const COORDINATOR = withRoles('COORDINATOR');

interface Exported {
  readonly records: readonly {
    readonly kind: string;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  }[];
}

describe('what an order of two owners says of its buyer', () => {
  let network: BookedAnna;
  let lumo: RunningCooperative;
  beforeAll(async () => {
    network = await startBookedAnna();
    await network.forgetAll();
    lumo = await startCooperative({ cooperativeId: 'lumo', verifier: verifierOf('lumo') });
    lumo.clock.set(network.clock.now().toISOString());
    await lumo.import(bookableFile({ id: 'lumo', businessId: businessIdFor('lumo') }));
    await network.register({ id: 'lumo', url: `${lumo.url}/graphql` });
  });
  afterAll(async () => {
    await network.close();
    await lumo.close();
  });

  const placesAt = async () => ({
    booking: await placesOf(network.database, MARKER),
    karhu: await placesOf(network.karhu.database, MARKER),
    lumo: await placesOf(lumo.database, MARKER),
  });

  it('is in no owner’s database before it is confirmed, is given out to whose it is, and then is in none', async () => {
    const { booking } = network;
    const buyer = { ...BUYER, email: ANNA.email };
    const legs = [leg('karhu', 7), leg('lumo', 7)];
    const { order, userErrors } = await booking.command(
      'holdOrder',
      orderOf(legs, { buyer, details: DETAILS }),
    );
    const orders = KEPT.map((path) => `orders.${path}`);
    expect(userErrors).toEqual([]);
    expect(order?.state).toBe('HELD');
    expect(await placesAt()).toEqual({ booking: orders, karhu: [], lumo: [] });

    const confirmed = await booking.command('confirmOrder', { orderId: order?.id });

    const bookings = KEPT.map((path) => `bookings.customer.${path}`);
    expect(confirmed.order?.state).toBe('CONFIRMED');
    expect(await placesAt()).toEqual({ booking: orders, karhu: bookings, lumo: bookings });

    const exported = await network.ask<{ exportPerson: Exported }>(COORDINATOR, EXPORT, {
      input: { email: ANNA.email },
    });
    const records = exported.data?.exportPerson.records ?? [];
    const told = records.filter(({ fields }) => fields.some(({ value }) => MARKER.test(value)));
    expect(told.map(({ kind }) => kind).sort()).toEqual(['BOOKING', 'BOOKING', 'ORDER']);
    for (const { fields } of told) {
      expect(fields).toEqual(
        expect.arrayContaining([
          { name: 'place.street', value: 'Ruusukuja 4' },
          { name: 'place.municipality', value: 'FI-609' },
          { name: 'invoicing.operator', value: 'ORVOKKI' },
          { name: 'wish', value: 'Ruusut vasta lopuksi' },
        ]),
      );
    }

    const erased = await network.ask(COORDINATOR, ERASE, {
      input: { idempotencyKey: randomUUID(), email: ANNA.email },
    });

    expect(erased.data).toEqual({ erasePerson: { isDoneHere: true, missing: [] } });
    expect(await placesAt()).toEqual({ booking: [], karhu: [], lumo: [] });
  });
});
