import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { PUBLIC, withRoles } from '../../shared/identity/policy/askers.js';
import { openFreshDatabase } from '../../support/database.js';
import { startFakeEndpoint, type FakeEndpoint } from '../../support/fakes/endpoint.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import { startBooking, TestClock, type RunningBooking } from '../support.js';
import {
  acceptOffer,
  createRequest,
  type RequestPayload,
} from '../exchange/support/exchange-support.js';
import { catalogueOf, work } from '../exchange/support/exchange-works.js';

const NAMES = ['aalto', 'berg'];
const DETAILS = {
  place: { street: 'Itsenäisyydenkatu 4', postalCode: '28100', accessNote: 'Ovikoodi 1917' },
  ...{ wish: 'Kissa ei saa päästä ulos', reference: 'Kustannuspaikka 12' },
  invoicing: { eInvoiceAddress: '0216:003715728600' },
};
const MARKER = /Itsenäisyydenkatu|28100|1917|Kissa|Kustannuspaikka|0037|1234567/;
const FIELDS = 'details { wish reference place { street municipality accessNote } }';
const STORED = {
  ...{ wish: DETAILS.wish, reference: DETAILS.reference },
  place: { street: DETAILS.place.street, municipality: 'FI-609', accessNote: 'Ovikoodi 1917' },
};

describe('what a request of the work exchange says beside what and when', () => {
  let database: Database;
  let owners: FakeOwners;
  let catalogue: FakeEndpoint;
  let booking: RunningBooking;

  beforeEach(async () => {
    const clock = new TestClock();
    database = await openFreshDatabase();
    owners = await startFakeOwners(NAMES, clock);
    const works = NAMES.map((id) => work(`${id}:siivous`));
    catalogue = await startFakeEndpoint(catalogueOf({ works, neverRead: [] }));
    booking = await startBooking(database, owners, clock, { catalogueUrl: catalogue.url });
  });
  afterEach(async () => {
    await booking.close();
    await owners.close();
    await catalogue.close();
    await database.close();
  });

  const offerOf = ({ request }: RequestPayload, id: string): string | undefined =>
    request?.offers.find(({ cooperative }) => cooperative.id === id)?.id;
  const told = (id: string): string => JSON.stringify(owners.owner(id).inputs);
  const seenBy = async (cooperative: string): Promise<string> => {
    const { data } = await booking.ask(
      `query ($cooperative: ID!) { workOffers(cooperative: $cooperative) {
        what municipality start minutes quantity note caller { name phone email } } }`,
      { cooperative },
      withRoles(`STAFF ${cooperative}`),
    );
    return JSON.stringify(data);
  };

  it('is read by its secret, and in no list, and no cooperative that is asked knows it', async () => {
    const made = await createRequest(booking, { details: DETAILS });
    const read = async (secret: string | null) =>
      booking.ask<{ workRequest: object | null }>(
        `query ($id: ID!, $secret: String) { workRequest(id: $id, secret: $secret) { ${FIELDS} } }`,
        { id: made.request?.id, secret },
        PUBLIC,
      );
    const { data } = await booking.ask(
      `{ workRequests { edges { node { ${FIELDS} caller { name phone } order { ${FIELDS} }
        offers { caller { phone } } } } } }`,
    );

    expect((await read(made.secret)).data.workRequest).toEqual({ details: STORED });
    expect((await read(null)).data.workRequest).toBeNull();
    expect(JSON.stringify(data)).toContain('Aino Aalto');
    expect(JSON.stringify(data)).not.toMatch(MARKER);
    for (const id of NAMES) {
      expect(await seenBy(id)).toContain('FI-609');
      expect(await seenBy(id)).not.toMatch(MARKER);
      expect(told(id)).not.toMatch(MARKER);
    }
    expect(JSON.stringify(catalogue.requests)).not.toMatch(MARKER);
  });

  it('goes to the one that takes it with its booking, and to nobody else', async () => {
    const made = await createRequest(booking, { details: DETAILS });
    await acceptOffer(booking, offerOf(made, 'berg'));

    expect(owners.owner('berg').inputs.at(-1)).toMatchObject({
      customer: { name: 'Aino Aalto' },
      details: { ...DETAILS, place: { ...DETAILS.place, municipality: 'FI-609' } },
    });
    expect(told('aalto')).not.toMatch(MARKER);
    const { data } = await booking.ask(
      `query ($id: ID!, $secret: String) { workRequest(id: $id, secret: $secret) { order { ${FIELDS} } } }`,
      { id: made.request?.id, secret: made.secret },
      PUBLIC,
    );
    expect(data).toEqual({ workRequest: { order: { details: STORED } } });
  });

  it('tells the taker how to reach who asked, and nobody who lists requests', async () => {
    const made = await createRequest(booking, { details: DETAILS });
    await acceptOffer(booking, offerOf(made, 'berg'));
    const { data } = await booking.ask(
      '{ workRequests { edges { node { offers { caller { name phone } } order { buyer { phone } } } } } }',
    );

    expect(await seenBy('berg')).toContain('1234567');
    expect(JSON.stringify(data)).toContain('Aino Aalto');
    expect(JSON.stringify(data)).not.toContain('1234567');
  });

  it('lies in the municipality of the request', async () => {
    const place = { ...DETAILS.place, municipality: 'FI-684' };
    const { request, userErrors } = await createRequest(booking, { details: { place } });

    expect(request).toBeNull();
    expect(userErrors).toMatchObject([
      {
        code: 'BAD_USER_INPUT',
        message: 'Wanted the municipality of the request, FI-609, or none; got FI-684.',
        field: ['details', 'place', 'municipality'],
      },
    ]);
  });

  it('is refused where it is malformed', async () => {
    const place = { ...DETAILS.place, postalCode: 'Pori' };
    const { request, userErrors } = await createRequest(booking, { details: { place } });

    expect(request).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', field: ['details', 'place', 'postalCode'] },
    ]);
  });
});
