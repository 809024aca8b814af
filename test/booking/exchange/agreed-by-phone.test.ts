import { describe, expect, it } from '@jest/globals';
import { sendJson } from '../../support/fakes/endpoint.js';
import { ask, closeAfterEach, made, network, now, open } from './support/begun.js';
import { START } from './support/exchange-network.js';
import {
  acceptOffer,
  decline,
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

  it('is offered nothing by a round, and keeps the request open, which says whom to call', async () => {
    await open([TOO_SOON]);

    await ask();

    expect(made.request).toMatchObject({ state: 'OPEN', offers: [], outcome: null });
    expect(made.request?.problem).toContain('a yes on the phone, for lead time or hours: karhu.');

    const further = await offerRequest(network, made.request?.id, {});
    expect(further.userErrors).toMatchObject([
      { code: 'NOT_FOUND', message: expect.stringContaining('hours: karhu.') },
    ]);

    await offerRequest(network, made.request?.id, { cooperatives: ['karhu'] });
    expect((await now())?.problem).toContain('Nothing but a yes on the phone books it: karhu.');
    await decline(network, (await now())?.offers[0]?.id);
    expect(await now()).toMatchObject({ state: 'UNFILLED', problem: null });
  });

  it.each(['CAPACITY_EXCEEDED', 'SLOT_TAKEN'] as const)(
    'is told the greater obstacle where a yes on the phone would not help (%s)',
    async (agreed) => {
      await open([{ ...TOO_SOON, agreed }]);

      await ask();
      const { data } = await network.ask(
        `query ($need: WorkNeedInput!) { whoCanTake(need: $need) { candidates { reason earliestStart } } }`,
        { need: { text: 'siivous', municipality: 'FI-609', start: START, minutes: 180 } },
      );

      expect(data).toEqual({
        whoCanTake: { candidates: [{ reason: agreed, earliestStart: null }] },
      });
      expect(made.request?.state).toBe('UNFILLED');
      expect(made.request?.outcome).not.toContain('phone');
    },
  );
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

  it.each(['SLOT_TAKEN', 'OUTSIDE_HOURS'] as const)(
    'is not made where there is no room, or a closure, whatever is said on the phone (%s)',
    async (agreed) => {
      await open([{ ...TOO_SOON, agreed }]);
      await ask();

      const { request, userErrors } = await offerRequest(network, made.request?.id, {
        services: ['karhu:siivous'],
      });

      expect(request).toBeNull();
      expect(userErrors).toMatchObject([{ code: agreed, field: ['services', '0'] }]);
    },
  );

  it('is made to an owner that does not know what a yes on the phone is', async () => {
    await open([TOO_SOON]);
    await ask();
    const karhu = network.owners.get('karhu');
    const answer = karhu?.behaviour;
    if (karhu && answer) {
      karhu.behaviour = (request, response) => {
        const isKnown = !JSON.stringify(request.variables).includes('agreedByPhone');
        const errors = [{ message: 'What?', locations: [{ line: 1, column: 1 }] }];
        if (isKnown) answer(request, response);
        else sendJson(response, { errors }, 400);
      };
    }

    const { request } = await offerRequest(network, made.request?.id, { cooperatives: ['karhu'] });

    expect(request?.offers).toMatchObject([{ needsSpokenYes: true }]);
  });
});

it('an offer that is accepted in the system is booked by its rules', async () => {
  await open([work('karhu:siivous')]);
  await ask();

  await acceptOffer(network, made.request?.offers[0]?.id);

  expect(network.orders.circumstances).toMatchObject([{ isAgreedByPhone: false }]);
});
