import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ask } from '../../support/ask.js';
import type { NetworkProcess } from '../../support/networks/network-process.js';
import { COMPLAIN, FOLLOW_UP, MAKE, ORDER, THRESHOLDS } from './officers-questions.js';

const TERMS = {
  ...{ country: 'FI', kind: 'FRAMEWORK', title: 'Siivous', unit: 'Koulut', currency: 'EUR' },
  ...{ cpv: ['90919200', '90514000'], cooperatives: ['karhu', 'kierre'], ceiling: '110.00' },
  prices: [{ cpv: '90919200', unit: 'HOUR', net: '31.50' }],
  ...{ from: '2027-01-01', to: '2027-12-31' },
};

const BUYER = { name: 'Porin kaupunki', municipality: 'FI-609', phone: '+358 2 000 0200' };

const COMPLETE = `mutation ($id: ID!, $start: String!, $complete: String!) {
  startBooking(input: { idempotencyKey: $start, id: $id }) { userErrors { code } }
  completeBooking(input: { idempotencyKey: $complete, id: $id, deliveredMinutes: 170 }) { booking { state } userErrors { code } }
}`;

interface Placed {
  readonly placeOrder: {
    readonly order: {
      readonly id: string;
      readonly reference: string;
      readonly agreementId: string;
      readonly legs: readonly { readonly bookings: readonly { readonly id: string }[] }[];
    } | null;
    readonly userErrors: readonly { readonly code: string }[];
  } | null;
}

interface Made {
  readonly makeAgreement: {
    readonly agreement: { readonly id: string } | null;
    readonly userErrors: readonly object[];
  } | null;
}

type Headers = Readonly<Record<string, string>>;

/**
 * Tests of an officer's agreements, each with what those before have made.
 * @param networkOf - Gives a whole demo network, in which nothing is ordered of karhu on 15 and 16 June 2027.
 */
export function describeOfficersAgreement(networkOf: () => NetworkProcess): void {
  describe('an officer of Pori who makes an agreement', () => {
    let officer: Headers;
    let agreementId = '';
    let placed: NonNullable<NonNullable<Placed['placeOrder']>['order']>;
    const send = <Data>(query: string, variables: object, headers: Headers = officer) =>
      ask<Data>(networkOf().urlByName.get('gateway'), query, { ...variables }, headers);
    const order = (start: string, minutes: number, headers?: Headers, more: object = {}) =>
      send<Placed>(
        ORDER,
        {
          input: {
            ...{ idempotencyKey: randomUUID(), channel: 'PROCUREMENT', buyer: BUYER, agreementId },
            legs: [{ serviceId: 'karhu:toimistosiivous', start, minutes }],
            ...more,
          },
        },
        headers,
      );
    const followUp = async (headers?: Headers) =>
      (await send<{ agreement: object | null }>(FOLLOW_UP, { id: agreementId }, headers)).data
        .agreement;

    beforeAll(async () => {
      officer = await networkOf().as('officer:FI-609');
    });

    it('looks first which limits the estimated value reaches', async () => {
      const input = { country: 'FI', kind: 'SERVICES', value: '120000.00', currency: 'EUR' };
      const { data } = await send<object>(THRESHOLDS, { input });

      expect(data).toMatchObject({
        thresholdCheck: {
          limits: [
            { scope: 'EU', isReached: false },
            { scope: 'FI', isReached: true, source: expect.stringContaining('1397/2016') },
          ],
          notice: { text: expect.stringContaining('hankintayksikkö päättää') },
        },
      });
    });

    it('has it in the name of the municipality', async () => {
      const { data } = await send<Made>(MAKE, {
        input: { idempotencyKey: randomUUID(), ...TERMS },
      });

      expect(data.makeAgreement).toMatchObject({
        ...{ agreement: { organisationId: '0137323-9', ceiling: '110.00' }, userErrors: [] },
      });
      agreementId = data.makeAgreement?.agreement?.id ?? '';
    });

    it('calls off under it, and is warned at 80 and at 100 per cent of its ceiling', async () => {
      const first = await order('2027-06-15T06:00:00Z', 180);
      const after = await followUp();
      await order('2027-06-16T06:00:00Z', 60);

      expect(first.data.placeOrder).toMatchObject({
        ...{ order: { state: 'CONFIRMED', agreementId }, userErrors: [] },
      });
      placed = first.data.placeOrder?.order as typeof placed;
      expect(after).toMatchObject({
        use: {
          net: '94.50',
          percent: '85.9',
          orders: 1,
          latest: [{ reference: placed.reference }],
        },
        warnings: [{ code: 'CEILING_80' }],
      });
      expect(await followUp()).toMatchObject({
        ...{ use: { net: '126.00', percent: '114.5', orders: 2 } },
        warnings: [{ code: 'CEILING_100' }],
      });
    });

    it('follows up what was delivered of it, and by whom, and complains', async () => {
      const staff = await networkOf().as('staff:karhu');
      const [start, complete] = [randomUUID(), randomUUID()];
      const id = placed.legs[0]?.bookings[0]?.id;
      const done = await send<object>(COMPLETE, { id, start, complete }, staff);
      const about = { agreementId, cooperative: 'karhu', orderReference: placed.reference };
      const input = { ...about, idempotencyKey: randomUUID(), kind: 'QUALITY' };
      await send(COMPLAIN, { input });

      expect(done.data).toMatchObject({ completeBooking: { booking: { state: 'COMPLETED' } } });
      // Of karhu's people 62 per cent are of work integration by its evidence.
      expect(await followUp()).toMatchObject({
        followUp: [
          {
            ...{ cooperative: { id: 'karhu' }, promisedMinutes: 180, deliveredMinutes: 170 },
            ...{ unreportedMinutes: 0, workIntegrationMinutes: 105, complaints: 1 },
          },
          { cooperative: { id: 'kierre' }, promisedMinutes: 0, complaints: 0 },
        ],
      });
    });

    it('shares it with those who supply, and with no other buyer', async () => {
      const other = await networkOf().as('officer:SE-0581');
      const buyer = { ...BUYER, name: 'Norrköpings kommun' };

      expect(await followUp(await networkOf().as('staff:kierre'))).not.toBeNull();
      for (const headers of [other, await networkOf().as('staff:lumo'), {}]) {
        expect(await followUp(headers)).toBeNull();
      }
      const list = await send<object>('{ agreements { edges { node { id } } } }', {}, other);
      expect(list.data).toEqual({ agreements: { edges: [] } });
      const ordered = await order('2027-06-16T08:00:00Z', 60, other, { buyer });
      expect(ordered.data.placeOrder).toMatchObject({
        ...{ order: null, userErrors: [{ code: 'NOT_FOUND' }] },
      });
    });
  });
}
