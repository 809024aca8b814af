import { describe, expect, it } from '@jest/globals';
import type {
  WorkOfferRecord,
  WorkRequestRecord,
} from '../../../subgraphs/booking/exchange/request/records.js';
import { withHappenings } from '../../../subgraphs/booking/exchange/request/request-happenings.js';
import {
  close,
  dueAt,
  isRefusal,
  take,
  timeOut,
  warn,
  withOffer,
} from '../../../subgraphs/booking/exchange/request/transitions.js';
import { aRequest, anOffer, OFFERED_AT } from './records.js';

const told = (before: WorkRequestRecord | null, after: WorkRequestRecord) =>
  (withHappenings(before, after, OFFERED_AT).outbox ?? []).map(({ event, offer }) => [
    event,
    offer,
  ]);
const minutes = (count: number) => ({
  now: OFFERED_AT,
  elapsed: new Date(OFFERED_AT.getTime() + count * 60_000),
});
const answering = (count: number): WorkOfferRecord =>
  anOffer('one', { deadline: minutes(count).elapsed });

describe('what has happened to a request', () => {
  it('is that it was offered, also when it is made', () => {
    const request = aRequest([anOffer('one')]);
    expect(told(null, request)).toEqual([['OFFER_MADE', 'one']]);

    const further = { ...request, version: 2, offers: [...request.offers, anOffer('two')] };
    const stored = withHappenings(request, further, OFFERED_AT);
    expect(stored.outbox).toEqual([
      {
        ...{ id: 'a-request.2.0', event: 'OFFER_MADE', at: OFFERED_AT },
        ...{ legs: [], offer: 'two' },
      },
    ]);
  });

  it('is for the others that somebody has taken it, and for those who had said no nothing', () => {
    const request = aRequest([
      anOffer('one', { state: 'PENDING' }),
      anOffer('two'),
      anOffer('three', { state: 'DECLINED' }),
    ]);
    expect(told(request, take(request, 'one', 'an-order'))).toEqual([['OFFER_TAKEN', 'two']]);
  });

  it('is nothing when it is closed, when an offer runs out, and when one is declined', () => {
    const request = aRequest([anOffer('one')]);
    const closed = close(request, 'Nobody needs it.');
    if (isRefusal(closed)) throw new Error(closed.message);

    expect(told(request, closed)).toEqual([]);
    expect(told(request, timeOut(request, minutes(60)))).toEqual([]);
    expect(told(request, withOffer(request, 'one', { state: 'DECLINED' }))).toEqual([]);
  });

  it.each([
    [60, 45],
    [16, 11],
    [8, 6],
  ])('is once that little time is left: of %i minutes after %i', (count, after) => {
    const request = aRequest([answering(count)]);
    expect(dueAt(request)).toEqual(minutes(after).elapsed);
    expect(warn(request, minutes(after - 1))).toBe(request);

    const warned = warn(request, minutes(after));
    expect(told(request, warned)).toEqual([['OFFER_EXPIRING', 'one']]);
    expect(warn(warned, minutes(after + 1))).toBe(warned);
    expect(dueAt(warned)).toEqual(minutes(count).elapsed);
  });

  it('is not that little time is left once it is over, answered, or being booked for another', () => {
    const request = aRequest([answering(60)]);
    const others = [
      timeOut(request, minutes(60)),
      aRequest([{ ...answering(60), state: 'DECLINED' }]),
      { ...aRequest([answering(60)]), state: 'PENDING' } as const,
    ];
    for (const other of others) expect(warn(other, minutes(59))).toBe(other);
    expect(warn(request, minutes(60))).toBe(request);
  });
});
