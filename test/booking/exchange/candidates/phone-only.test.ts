import { describe, expect, it } from '@jest/globals';
import { ask, closeAfterEach, made, network, now, open } from '../support/begun.js';
import { START } from '../support/exchange-network.js';
import { offersOf, type Candidates, type RequestPayload } from '../support/exchange-support.js';
import { work, type FakeWork } from '../support/exchange-works.js';

const WHO = `query ($need: WorkNeedInput!) {
  whoCanTake(need: $need) {
    complete notAnswering { id } notAsked { id } whyNobody { reason }
    candidates { service { id } answer reason message quote { net } }
  }
}`;
const NEED = { cpv: ['90910000'], municipality: 'FI-609', start: START, minutes: 180 };
const PHONE = '+358 2 000 0101';

describe('a cooperative that takes no bookings over the network', () => {
  closeAfterEach();

  const start = (works: readonly FakeWork[]): Promise<void> =>
    open(works, { phoneOnly: { berg: PHONE, cirrus: null } });
  const who = async (): Promise<Candidates['whoCanTake']> =>
    (await network.ask<Candidates>(WHO, { need: NEED })).data.whoCanTake;

  it('is to be called, is not asked, and lacks nothing', async () => {
    await start([
      work('dahl:full', { refusal: 'SLOT_TAKEN' }),
      work('cirrus:siivous'),
      work('berg:siivous'),
      work('aalto:siivous'),
    ]);

    const found = await who();

    const advice = 'takes no bookings over the network: call';
    expect(found.candidates).toMatchObject([
      { service: { id: 'aalto:siivous' }, answer: 'CAN' },
      { answer: 'CALL', reason: 'PHONE_ONLY', message: `berg ${advice} ${PHONE}.`, quote: null },
      { answer: 'CALL', reason: 'PHONE_ONLY', message: `cirrus ${advice} it.`, quote: null },
      { service: { id: 'dahl:full' }, answer: 'CANNOT' },
    ]);
    expect(found).toMatchObject({ complete: true, notAnswering: [], notAsked: [] });
    expect(network.owners.get('berg')?.requests).toEqual([]);
  });

  it('is somebody, where nobody else is', async () => {
    await start([work('berg:siivous')]);

    const found = await who();

    expect(found).toMatchObject({ complete: true, whyNobody: null });
    expect(found.candidates).toMatchObject([{ answer: 'CALL' }]);
  });

  it('is to be called too where it says so itself', async () => {
    await start([work('aalto:siivous', { refusal: 'PHONE_ONLY' })]);

    const { candidates } = await who();

    expect(candidates).toMatchObject([{ answer: 'CALL', reason: 'PHONE_ONLY' }]);
  });

  it('is offered no work, and named in what is left to do', async () => {
    await start([work('berg:siivous'), work('aalto:siivous')]);
    await ask({ roundSize: 5 });
    expect(offersOf(made.request)).toEqual(['aalto OFFERED']);

    const { data } = await network.ask<{ offerRequest: RequestPayload }>(
      `mutation ($input: OfferRequestInput!) {
        offerRequest(input: $input) { request { id } userErrors { code field message retry } } }`,
      { input: { idempotencyKey: 'by name', requestId: made.request?.id, cooperatives: ['berg'] } },
    );

    expect(data.offerRequest.request).toBeNull();
    expect(data.offerRequest.userErrors).toMatchObject([
      { code: 'PHONE_ONLY', field: ['cooperatives', '0'], retry: true },
    ]);
  });

  it('keeps a request open that nobody else can take, and says whom to call', async () => {
    await start([work('berg:siivous')]);
    await ask();

    expect(await now()).toMatchObject({
      state: 'OPEN',
      problem: expect.stringContaining(
        'To be called, for they take no bookings over the network: berg.',
      ),
    });
  });
});
