import { describe, expect, it } from '@jest/globals';
import { OrderDataSource } from '../../../subgraphs/booking/orders/queries/data-source.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { PUBLIC, withRoles } from '../../shared/identity/policy/askers.js';
import type { FakeOwners } from '../../support/fakes/owners.js';
import { openForEach } from '../opening.js';
import { BUYER, codes, leg, orderOf, type PayloadAnswer, type RunningBooking } from '../support.js';

const DETAILS = {
  place: {
    ...{ street: 'Itsenäisyydenkatu 4', postalCode: '28100', accessNote: 'Ovikoodi 1917' },
    ...{ latitude: 61.4851, longitude: 21.7974 },
  },
  ...{ wish: 'Kissa ei saa päästä ulos', reference: 'Kustannuspaikka 12', language: 'fi' },
  invoicing: { eInvoiceAddress: '0216:003715728600', operator: '003721291126' },
};
const STORED = { ...DETAILS, place: { ...DETAILS.place, municipality: 'FI-609' } };
const MARKER = /Itsenäisyydenkatu|1917|Kissa|Kustannuspaikka|0037/;

const FIELDS = `details { wish reference language invoicing { eInvoiceAddress operator }
  place { street postalCode municipality latitude longitude accessNote } }`;

describe('what an order says beside what and when', () => {
  let owners: FakeOwners;
  let booking: RunningBooking;
  let database: Database;
  openForEach(['karhu', 'lumo'], (opened) => {
    ({ owners, booking, database } = opened);
  });

  /** What arrived at an owner. */
  const told = (id: string): string => JSON.stringify(owners.owner(id).inputs);
  const read = async (id: string | undefined, secret: string | null) => {
    const { data } = await booking.ask<{ order: { details: object | null } | null }>(
      `query ($id: ID!, $secret: String) { order(id: $id, secret: $secret) { ${FIELDS} } }`,
      { id, secret },
      PUBLIC,
    );
    return data.order?.details;
  };
  const hold = (more: object = {}, legs = [leg('karhu'), leg('lumo')]) =>
    booking.command('holdOrder', orderOf(legs, { details: DETAILS, ...more }));

  it('is known to no owner while it is held, and to each with its own confirmation', async () => {
    const { order } = await hold();
    await booking.command('extendHold', { orderId: order?.id });
    await booking.command('moveOrder', { orderId: order?.id, start: leg('karhu', 12).start });
    for (const id of ['karhu', 'lumo']) expect(told(id)).not.toMatch(MARKER);

    const confirmed = await booking.command('confirmOrder', { orderId: order?.id });

    expect(confirmed.order?.state).toBe('CONFIRMED');
    for (const id of ['karhu', 'lumo']) {
      expect(owners.owner(id).inputs.at(-1)).toMatchObject({
        customer: { name: BUYER.name },
        details: STORED,
      });
    }
  });

  it('is known to nobody of an order that comes to nothing', async () => {
    const { order } = await hold();
    await booking.command('cancelOrder', { orderId: order?.id });

    expect(order?.state).toBe('HELD');
    for (const id of ['karhu', 'lumo']) expect(told(id)).not.toMatch(MARKER);
  });

  it('is read by its secret, by whom it belongs to, and by nobody else', async () => {
    const { order, secret } = await hold();
    const query = `query ($id: ID!) { order(id: $id) { ${FIELDS} } }`;
    const asOther = await booking.ask<{ order: object | null }>(
      query,
      { id: order?.id },
      withRoles('STAFF karhu'),
    );

    expect(await read(order?.id, secret)).toEqual(STORED);
    expect(await read(order?.id, null)).toBeUndefined();
    expect(asOther.data.order).toBeNull();
    const { data } = await booking.ask(query, { id: order?.id });
    expect(data).toEqual({ order: { details: STORED } });
  });

  it('is not told in lists, nor how to reach the buyer', async () => {
    await hold({ buyer: { ...BUYER, email: 'anna@example.org' } });
    const { data } = await booking.ask(
      `{ orders { edges { node { buyer { name phone email } ${FIELDS} } } } }`,
    );

    const buyer = { name: BUYER.name, phone: null, email: null };
    expect(data).toEqual({ orders: { edges: [{ node: { buyer, details: null } }] } });
  });

  it('is part of the command: the same key with another wish is another order', async () => {
    const input = { idempotencyKey: 'once', ...orderOf([leg('karhu')], { details: DETAILS }) };
    const first = await booking.command('holdOrder', input);
    const again = await booking.command('holdOrder', input);
    const other = { ...input, details: { ...DETAILS, wish: 'Koira' } };

    expect(again.order?.id).toBe(first.order?.id);
    expect(codes(await booking.command('holdOrder', other))).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('goes with an enrolment, and with each visit of a series', async () => {
    const enrolled = await booking.command('enrol', {
      ...{ buyer: BUYER, channel: 'WEB', leg: leg('karhu'), details: DETAILS },
    });
    const { data } = await booking.ask<{ placeSeries: PayloadAnswer }>(
      `mutation ($input: PlaceSeriesInput!) { placeSeries(input: $input) {
        order { id ${FIELDS} } secret userErrors { code } } }`,
      {
        input: {
          ...{ idempotencyKey: 'weekly', buyer: BUYER, channel: 'WEB', details: DETAILS },
          ...{ ...leg('lumo'), until: '2027-03-29' },
        },
      },
    );

    expect(enrolled.order?.state).toBe('CONFIRMED');
    expect(owners.owner('karhu').inputs.at(-1)).toMatchObject({ details: STORED });
    expect(data.placeSeries).toMatchObject({ userErrors: [], order: { details: STORED } });
    expect(owners.owner('lumo').inputs.at(-1)).toMatchObject({ legs: [0, 1], details: STORED });
  });

  it('says where a service is to be offered, but for who enrols', async () => {
    const place = { ...DETAILS.place, municipality: 'FI-684' };
    await hold({ details: { place } }, [leg('karhu')]);
    await booking.command('enrol', {
      ...{ buyer: BUYER, channel: 'WEB', leg: leg('lumo'), details: { place } },
    });

    const series = {
      ...{ buyer: BUYER, channel: 'WEB' },
      ...leg('karhu', 12),
      until: '2027-03-29',
    };
    await booking.ask(
      'mutation ($input: PlaceSeriesInput!) { placeSeries(input: $input) { userErrors { code } } }',
      { input: { idempotencyKey: 'judged', ...series, dryRun: true, details: { place } } },
    );

    const [held, judged] = owners.owner('karhu').inputs;
    expect(held).toMatchObject({ municipality: 'FI-684' });
    expect(judged).toMatchObject({ municipality: 'FI-684', dryRun: true });
    expect(owners.owner('lumo').inputs.at(-1)).toMatchObject({
      customer: { municipality: 'FI-609' },
      details: { place: { municipality: 'FI-684' } },
    });
  });

  it.each([
    [
      'a place without a postal code of its country',
      { place: { ...DETAILS.place, postalCode: '1' } },
      'place.postalCode',
    ],
    ['half a point', { place: { ...DETAILS.place, latitude: null } }, 'place.latitude'],
    ['a wish that is too long', { wish: 'x'.repeat(1_001) }, 'wish'],
    [
      'an address for e-invoices with a wrong check digit',
      { invoicing: { eInvoiceAddress: '003715728601' } },
      'invoicing.eInvoiceAddress',
    ],
  ])('is refused with %s, before anybody is asked', async (_what, details, field) => {
    const commands = [
      await hold({ details }),
      await booking.command('enrol', {
        ...{ buyer: BUYER, channel: 'WEB', leg: leg('karhu'), details },
      }),
    ];

    for (const { order, userErrors } of commands) {
      expect(order).toBeNull();
      expect(userErrors).toMatchObject([
        { code: 'BAD_USER_INPUT', field: ['details', ...field.split('.')] },
      ]);
    }
    expect(owners.owner('karhu').commands).toEqual([]);
  });

  it('is noted in the audit log when it is written and when it is read, as the buyer is', async () => {
    const { order, secret } = await hold();
    await read(order?.id, secret);
    const bare = await hold({ details: null }, [leg('karhu', 12)]);

    const { data } = await booking.ask<{
      auditEntries: { edges: { node: { act: string; record: string; fields: string[] } }[] };
    }>(
      '{ auditEntries(from: "2020-01-01T00:00:00Z") { edges { node { act record fields } } } }',
      {},
      withRoles('AUDITOR'),
    );
    const noted = data.auditEntries.edges.map(({ node }) => node);
    const of = (id: string | undefined) =>
      noted.filter(({ record }) => record === id).map(({ act, fields }) => [act, fields.join(' ')]);

    expect(of(order?.id).sort()).toEqual([
      ['CHANGED', 'buyer details'],
      ['READ', 'details'],
    ]);
    expect(of(bare.order?.id)).toEqual([['CHANGED', 'buyer']]);
  });

  it('is not told to a system of the last release, which confirms all the same, and the order says so', async () => {
    owners.owner('karhu').isOfLastRelease = true;
    const { order, secret } = await hold();

    const { order: confirmed } = await booking.command('confirmOrder', { orderId: order?.id });

    expect(confirmed?.state).toBe('CONFIRMED');
    expect(told('karhu')).not.toMatch(MARKER);
    expect(owners.owner('karhu').inputs.at(-1)).toMatchObject({ customer: { name: BUYER.name } });
    expect(owners.owner('lumo').inputs.at(-1)).toMatchObject({ details: STORED });
    const texts = confirmed?.history.map(({ text }) => text) ?? [];
    expect(texts.filter((text) => text.includes('takes neither place of work nor wishes'))).toEqual(
      [expect.stringContaining('The system of karhu')],
    );
    expect(texts.join()).not.toMatch(MARKER);
    expect(await read(order?.id, secret)).toEqual(STORED);
  });

  it('is asked for no twice of a system of the last release where nothing was said', async () => {
    owners.owner('karhu').isOfLastRelease = true;
    const { order } = await hold({ details: { wish: ' ' } }, [leg('karhu')]);
    await booking.command('confirmOrder', { orderId: order?.id });

    expect(owners.owner('karhu').commands).toEqual(['holdBookings', 'confirmBookings']);
  });

  it('is absent in an order of an earlier release, which goes on', async () => {
    const { order, secret } = await hold({ details: null }, [leg('karhu')]);
    const collection = database.connection.collection<{ _id: string }>('orders');
    await collection.updateOne({ _id: order?.id ?? '' }, { $unset: { details: '' } });

    expect(await read(order?.id, secret)).toBeNull();
    const { order: confirmed } = await booking.command('confirmOrder', { orderId: order?.id });
    expect(confirmed?.state).toBe('CONFIRMED');
    expect(owners.owner('karhu').inputs.at(-1)).not.toHaveProperty('details');
    const orders = new OrderDataSource(database.connection, 10_000);
    expect(await orders.findById(order?.id ?? '')).not.toHaveProperty('details');
  });
});
