import { describe, expect, it } from '@jest/globals';
import { BookingsClient } from '../../../subgraphs/booking/orders/owners/bookings-client.js';
import { say } from '../../../subgraphs/shared/words/said/say.js';
import type { Verdict } from '../../../subgraphs/booking/orders/order/question.js';
import { nextStep } from '../../../subgraphs/booking/orders/saga/next-step.js';
import type { OwnerClient } from '../../../subgraphs/shared/owners/client/owner-client.js';
import type { OwnerReply } from '../../../subgraphs/shared/owners/client/read-reply.js';
import {
  answered,
  beginWish,
  heldOrder,
  inMinutes,
  known,
  newOrder,
  NOW,
  refusal,
  standingOrder,
} from './order-records.js';

/** An owner that answers everything so. */
function ownersThatSay(say: (read: (data: unknown) => unknown) => OwnerReply<unknown>) {
  const owners: OwnerClient = {
    cooperatives: ['karhu', 'lumo'],
    members: [],
    isMember: () => Promise.resolve(true),
    phoneOnly: () => null,
    heldBack: () => null,
    ask: <Data>(_cooperative: string, _operation: object, read: (data: unknown) => Data) =>
      Promise.resolve(say(read) as OwnerReply<Data>),
    close: () => Promise.resolve(),
  };
  return new BookingsClient(owners, 15);
}

async function verdictOf(client: BookingsClient): Promise<Verdict> {
  const order = newOrder('ALL_OR_NOTHING', ['karhu']);
  const step = nextStep(order);
  const [question] = step.kind === 'ask' ? step.questions : [];
  if (!question) throw new Error('Nothing is asked.');
  return client.ask(question, order, 100);
}

describe('a refusal by an owner', () => {
  it.each(['FORBIDDEN', 'COOPERATIVE_UNAVAILABLE', 'IDEMPOTENCY_CONFLICT'])(
    'decides nothing when it is %s',
    async (code) => {
      const data = { holdBookings: { legs: [], userErrors: [{ code, message: 'No.' }] } };
      const client = ownersThatSay((read) => ({ kind: 'answer', data: read(data) }));
      expect(await verdictOf(client)).toEqual({
        kind: 'refused',
        reason: say`gave no usable answer`,
      });
    },
  );

  it('is final when it has left, or does not know the command', async () => {
    const client = ownersThatSay(() => ({ kind: 'hopeless', reason: 'has left the network' }));
    expect(await verdictOf(client)).toMatchObject({
      kind: 'answer',
      refusals: [
        { code: 'COOPERATIVE_UNAVAILABLE', message: 'karhu has left the network.', leg: 0 },
      ],
    });
  });

  it('of more time changes nothing, unless the hold is over', () => {
    const begun = beginWish(heldOrder(inMinutes(15), inMinutes(15)), { act: 'extend' });
    const extended = (number: number) => known(begun, number, { expiresAt: inMinutes(30) });
    const sayTo = (code: 'BAD_USER_INPUT' | 'INVALID_STATE') =>
      answered(begun, ({ cooperative }) =>
        cooperative === 'karhu'
          ? refusal(code)
          : { kind: 'answer', legs: [extended(1)], refusals: [] },
      );

    const kept = sayTo('BAD_USER_INPUT');
    expect(kept).toMatchObject({ state: 'HELD', expiresAt: inMinutes(15), owed: [] });
    expect(kept.commands[0]?.outcome?.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);

    const lost = sayTo('INVALID_STATE');
    expect(lost.state).toBe('EXPIRED');
    expect(lost.owed.map(({ cooperative }) => cooperative).sort()).toEqual(['karhu', 'lumo']);
  });

  it('of a confirmation is taken back there also, unless the hold is over', () => {
    const begun = beginWish(heldOrder(inMinutes(15), inMinutes(15)), { act: 'confirm' });
    const owing = (code: 'BAD_USER_INPUT' | 'HOLD_EXPIRED') => {
      const after = answered(begun, () => refusal(code));
      return after.owed.map(({ cooperative }) => cooperative);
    };

    expect(owing('BAD_USER_INPUT')).toEqual(['karhu', 'lumo']);
    expect(owing('HOLD_EXPIRED')).toEqual([]);
  });

  it('to take back what it has confirmed leaves the leg confirmed, with a problem', () => {
    const begun = beginWish(heldOrder(inMinutes(15), inMinutes(15)), { act: 'confirm' });
    const confirmed = known(begun, 0, { state: 'CONFIRMED', expiresAt: null });
    const failed = answered(begun, ({ cooperative }) =>
      cooperative === 'lumo'
        ? refusal('HOLD_EXPIRED')
        : { kind: 'answer', legs: [confirmed], refusals: [] },
    );
    expect(failed.owed).toMatchObject([{ cooperative: 'karhu', act: 'cancel' }]);

    const waiting = answered(failed, () => ({ kind: 'refused' }));
    expect(waiting.owed).toEqual(failed.owed);

    const refused = answered(waiting, () => refusal('INVALID_STATE'));
    expect(refused.owed).toEqual([]);
    expect(refused.legs[0]?.state).toBe('CONFIRMED');
    expect(refused.problem).toContain('karhu did not take it back');
    expect(refused.legs[0]?.problem).toBe(refused.problem);
  });

  it('of a move that was waited for is the problem of the order', () => {
    const order = standingOrder({ state: 'CONFIRMED' }, { state: 'CONFIRMED' });
    const start = new Date('2027-03-22T15:00:00Z');
    const begun = beginWish(order, { act: 'move', leg: 0, start });
    const waiting = answered(begun, () => ({ kind: 'unknown' }));

    const after = answered(waiting, () => refusal('COOPERATIVE_UNAVAILABLE'));

    expect(after).toMatchObject({ state: 'CONFIRMED', task: null });
    expect(after.problem).toContain('COOPERATIVE_UNAVAILABLE');
  });

  it('to call off what was never answered does not leave it pending', () => {
    const lumo = { state: 'REQUESTED', stateAsOf: null, bookings: [] } as const;
    const half = standingOrder({ state: 'HELD', expiresAt: inMinutes(15) }, lumo);
    const begun = beginWish(half, { act: 'cancel' });

    const after = answered(begun, () => refusal('INVALID_STATE'));

    expect(after.legs.map(({ state }) => state)).toEqual(['HELD', 'DECLINED']);
    expect(after.state).toBe('HELD');
  });
});

describe('an owner that never answers a wish for more time', () => {
  it('has the order end once its hold is surely over', () => {
    const begun = beginWish(heldOrder(inMinutes(15), inMinutes(15)), { act: 'extend' });
    const silent = (order: typeof begun, minutes: number) =>
      answered(order, () => ({ kind: 'unknown' }), inMinutes(minutes));

    const waiting = silent(begun, 16);
    expect(waiting).toMatchObject({ state: 'PENDING', task: { open: ['karhu', 'lumo'] } });

    const over = silent(waiting, 21);
    expect(over).toMatchObject({ state: 'EXPIRED', task: null });
    expect(over.owed.map(({ cooperative }) => cooperative)).toEqual(['karhu', 'lumo']);
    const codes = over.commands[0]?.outcome?.userErrors.map(({ code }) => code);
    expect(codes).toEqual(['COOPERATIVE_UNAVAILABLE', 'COOPERATIVE_UNAVAILABLE']);
  });

  it.each([
    ['SLOT_TAKEN', NOW],
    ['OUTSIDE_HOURS', null],
    ['PUBLIC_HOLIDAY', null],
    ['CAPACITY_EXCEEDED', null],
  ] as const)('is an answer of its owner where the owner decides: %s', (code, answeredAt) => {
    const order = newOrder('ALL_OR_NOTHING', ['karhu']);

    const [leg] = answered(order, () => refusal(code, 0)).legs;

    expect(leg).toMatchObject({ state: 'DECLINED' });
    expect(leg?.answeredAt ?? null).toEqual(answeredAt);
  });
});
