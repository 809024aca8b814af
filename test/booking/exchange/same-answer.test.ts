import { describe, expect, it } from '@jest/globals';
import { attemptOf } from '../../../subgraphs/booking/exchange/request/bookings.js';
import { refuse, undecided } from '../../../subgraphs/booking/store/refusal.js';
import { closeAfterEach, made, network, now, offerId, start, THREE } from './support/begun.js';
import {
  acceptOffer,
  closeRequest,
  decline,
  offerRequest,
  offersOf,
  recordSpokenAnswer,
  type OfferPayload,
} from './support/exchange-support.js';
import { work } from './support/exchange-works.js';

const told = ({ offer, userErrors }: OfferPayload): object => ({
  offer: offer?.id ?? null,
  userErrors,
});
const isNo = { offer: null, userErrors: [{ retry: false }] };
const isOpen = { offer: null, userErrors: [{ retry: true }] };

describe('a command of the work exchange that is sent again', () => {
  closeAfterEach();

  it('is answered as the first time when a yes that was told to be pending is refused later', async () => {
    await start();
    network.orders.behaviours.set('aalto', { kind: 'pending' });
    const yes = { idempotencyKey: 'yes' };

    const first = await acceptOffer(network, offerId(0), yes);
    const [order = ''] = network.orders.orders.keys();
    network.orders.decide(order, 'FAILED', [refuse('SLOT_TAKEN', 'Others were first.')]);
    network.pass(5);
    await network.exchange.sweep();
    const again = await acceptOffer(network, offerId(0), yes);

    expect(first).toMatchObject({ offer: { state: 'PENDING' }, userErrors: [] });
    expect(again.offer).toMatchObject({ state: 'FAILED', note: 'Others were first.' });
    expect(told(again)).toEqual(told(first));
  });

  it('is answered as the first time when a spoken yes is refused later', async () => {
    await start();
    const yes = { idempotencyKey: 'yes', accepted: true };
    network.orders.behaviours.set('aalto', { kind: 'refuse', code: 'SLOT_TAKEN' });

    const first = await recordSpokenAnswer(network, offerId(0), yes);
    await network.exchange.sweep();
    const again = await recordSpokenAnswer(network, offerId(0), yes);

    expect(again.offer?.state).toBe('FAILED');
    expect(told(again)).toEqual(told(first));
  });

  it('learns that nothing was decided while another yes is booked, and takes the work when that fails', async () => {
    await start();
    network.orders.behaviours.set('aalto', { kind: 'pending' });
    await acceptOffer(network, offerId(0));
    const yes = { idempotencyKey: 'mine too' };

    const first = await acceptOffer(network, offerId(1), yes);
    const [order = ''] = network.orders.orders.keys();
    network.orders.decide(order, 'FAILED', [refuse('SLOT_TAKEN', 'Others were first.')]);
    network.pass(5);
    await network.exchange.sweep();
    const again = await acceptOffer(network, offerId(1), yes);

    expect(first).toMatchObject(isOpen);
    expect(again.offer?.state).toBe('ACCEPTED');
  });

  it('learns the same of offering it to others', async () => {
    await start();
    network.orders.behaviours.set('aalto', { kind: 'pending' });
    await acceptOffer(network, offerId(0));
    const more = { idempotencyKey: 'more', cooperatives: ['cirrus'] };

    const first = await offerRequest(network, made.request?.id, more);
    const [order = ''] = network.orders.orders.keys();
    network.orders.decide(order, 'FAILED', [refuse('SLOT_TAKEN', 'Others were first.')]);
    network.pass(5);
    await network.exchange.sweep();
    const again = await offerRequest(network, made.request?.id, more);

    expect(first).toMatchObject({ request: null, userErrors: [{ retry: true }] });
    expect(offersOf(again.request)).toContain('cirrus OFFERED');
  });

  it('is refused the same way though nothing would be in its way by now', async () => {
    await start({ roundSize: 3 });
    const more = { idempotencyKey: 'more' };

    const first = await offerRequest(network, made.request?.id, more);
    network.works = [...THREE.slice(0, 2), work('aalto:ikkunat'), work('cirrus:siivous')];
    await decline(network, offerId(0));
    const again = await offerRequest(network, made.request?.id, more);

    expect(first).toMatchObject({ request: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect(again).toEqual(first);
  });

  it('is refused in the same words whatever has become of the request since', async () => {
    await start();
    await acceptOffer(network, offerId(0));
    const late = { idempotencyKey: 'late' };

    const first = await acceptOffer(network, offerId(1), late);
    await closeRequest(network, made);
    const again = await acceptOffer(network, offerId(1), late);

    expect(first).toMatchObject(isNo);
    expect(again).toEqual(first);
  });

  it('conflicts where its key was refused with another input', async () => {
    await start();
    await acceptOffer(network, offerId(0));
    await acceptOffer(network, offerId(1), { idempotencyKey: 'late' });

    const { userErrors } = await closeRequest(network, made, { idempotencyKey: 'late' });

    expect(userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
    expect((await now())?.state).toBe('TAKEN');
  });

  it('decides nothing where nobody answers who could be offered it', async () => {
    await start({ roundSize: 3 });
    network.neverRead = ['dal'];
    const more = { idempotencyKey: 'more' };

    const first = await offerRequest(network, made.request?.id, more);
    network.neverRead = [];
    const again = await offerRequest(network, made.request?.id, more);

    expect(first.userErrors).toMatchObject([{ code: 'COOPERATIVE_UNAVAILABLE', retry: true }]);
    expect(again.userErrors).toMatchObject([{ code: 'NOT_FOUND', retry: false }]);
  });
});

describe('an order that is refused without being decided', () => {
  it('ends its offer for good', () => {
    const refusal = refuse('NOT_FOUND', 'The network has no such cooperative.');
    const attempt = attemptOf(null, [undecided(refusal)], new Date(0));
    expect(attempt).toEqual({ kind: 'refused', refusals: [refusal] });
  });
});
