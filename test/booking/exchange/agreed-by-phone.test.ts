import { describe, expect, it } from '@jest/globals';
import { ask, closeAfterEach, made, network, now, open } from './support/begun.js';
import { START } from './support/exchange-network.js';
import {
  acceptOffer,
  offerRequest,
  recordSpokenAnswer,
  type RequestPayload,
} from './support/exchange-support.js';
import { work } from './support/exchange-works.js';

const EARLIER = '2027-03-22T05:00:00.000Z';
const LATER = '2027-03-22T12:00:00.000Z';
const TOO_SOON = work('karhu:siivous', {
  refusal: 'TOO_SOON',
  alternatives: [EARLIER, LATER],
  agreed: 'CAN',
});

closeAfterEach();

describe('whoever fits but for lead time or hours', () => {
  it.each(['TOO_SOON', 'OUTSIDE_HOURS', 'PUBLIC_HOLIDAY'] as const)(
    'is shown with its earliest start, before those who cannot at all (%s)',
    async (refusal) => {
      await open([
        work('aalto:siivous', { refusal: 'SLOT_TAKEN', alternatives: [LATER] }),
        { ...TOO_SOON, refusal },
        work('lumo:siivous', { score: 0.9 }),
      ]);

      const { data } = await network.ask(
        `query ($need: WorkNeedInput!) {
          whoCanTake(need: $need) { candidates { service { id } answer reason earliestStart } }
        }`,
        { need: { text: 'siivous', municipality: 'FI-609', start: START, minutes: 180 } },
      );

      expect(data).toEqual({
        whoCanTake: {
          candidates: [
            { service: { id: 'lumo:siivous' }, answer: 'CAN', reason: null, earliestStart: null },
            {
              ...{ service: { id: 'karhu:siivous' }, answer: 'CANNOT', reason: refusal },
              earliestStart: LATER,
            },
            {
              ...{ service: { id: 'aalto:siivous' }, answer: 'CANNOT', reason: 'SLOT_TAKEN' },
              earliestStart: null,
            },
          ],
        },
      });
    },
  );

  it('is offered nothing by a round, and named where nobody else is left', async () => {
    await open([TOO_SOON]);

    await ask();

    expect(made.request).toMatchObject({ state: 'UNFILLED', offers: [] });
    expect(made.request?.outcome).toContain('a yes on the phone, for lead time or hours: karhu.');
  });
});

describe('an offer to one who fits but for lead time or hours', () => {
  const offer = async (): Promise<RequestPayload> => {
    await open([TOO_SOON]);
    await ask();
    return offerRequest(network, made.request?.id, { cooperatives: ['karhu'] });
  };

  it('is booked on a yes on the phone, and on no other', async () => {
    const { request } = await offer();
    const [made] = request?.offers ?? [];
    expect(made).toMatchObject({ state: 'OFFERED', needsSpokenYes: true });

    const clicked = await acceptOffer(network, made?.id);
    const spoken = await recordSpokenAnswer(network, made?.id, { accepted: true });
    await network.exchange.sweep();

    expect(clicked.userErrors).toMatchObject([{ code: 'INVALID_STATE', field: ['offerId'] }]);
    expect(spoken.userErrors).toEqual([]);
    expect((await now())?.state).toBe('TAKEN');
    expect(network.orders.circumstances).toMatchObject([{ isAgreedByPhone: true }]);
  });

  it('is not made where there is no room, whatever is said on the phone', async () => {
    await open([{ ...TOO_SOON, agreed: 'SLOT_TAKEN' }]);
    await ask();

    const { request, userErrors } = await offerRequest(network, made.request?.id, {
      services: ['karhu:siivous'],
    });

    expect(request).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'SLOT_TAKEN', field: ['services', '0'] }]);
  });
});

it('an offer that is accepted in the system is booked by its rules', async () => {
  await open([work('karhu:siivous')]);
  await ask();

  await acceptOffer(network, made.request?.offers[0]?.id);

  expect(network.orders.circumstances).toMatchObject([{ isAgreedByPhone: false }]);
});
