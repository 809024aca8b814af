import { describe, expect, it } from '@jest/globals';
import { LimitsSchema } from '../../../subgraphs/shared/network-file/limits.js';
import { openForEach, type OpenBooking } from '../opening.js';
import { BUYER, codes, leg, orderOf, type PayloadAnswer } from '../support.js';

/** Hours of one service, each of them one place. */
const hours = (from: number, count: number): object[] =>
  Array.from({ length: count }, (_unused, index) => leg('karhu', from + index));

const buyer = (number: number): object => ({ ...BUYER, phone: `+358 40 000 000${number}` });

describe('of what nobody has agreed of a service within thirty days, strangers', () => {
  let opened: OpenBooking;
  openForEach(
    ['karhu'],
    (now) => {
      opened = now;
      now.owners.owner('karhu').totalMinutes = 10 * 60;
    },
    { limits: LimitsSchema.parse({}) },
  );
  const order = (name: string, who: number, legs: readonly object[]): Promise<PayloadAnswer> =>
    opened.booking.command(name, orderOf(legs, { buyer: buyer(who) }));
  const hold = (who: number, legs: readonly object[]): Promise<PayloadAnswer> =>
    order('holdOrder', who, legs);

  it('hold half together, but for the first hold of each, until holds are over', async () => {
    expect(codes(await hold(1, hours(0, 3)))).toEqual([]);
    expect(codes(await hold(1, hours(3, 2)))).toEqual([]);
    const refused = await hold(1, hours(5, 1));

    expect(refused.userErrors).toMatchObject([
      {
        ...{ code: 'RATE_LIMITED', field: ['legs'], retry: true },
        message: expect.stringContaining('limits.service.heldPercent'),
      },
    ]);
    expect(codes(await hold(2, hours(5, 1)))).toEqual([]);
    expect(codes(await hold(2, hours(6, 1)))).toEqual(['RATE_LIMITED']);
    opened.clock.advance(15);
    expect(codes(await hold(1, hours(0, 1)))).toEqual([]);
    expect(codes(await hold(1, hours(1, 4)))).toEqual([]);
  });

  it('may order the rest, and race for the last place as ever', async () => {
    await hold(1, hours(0, 3));
    await hold(1, hours(3, 2));
    expect(codes(await hold(1, hours(9, 1)))).toEqual(['RATE_LIMITED']);

    expect(codes(await order('placeOrder', 1, hours(5, 4)))).toEqual([]);
    const last = await Promise.all([1, 2].map((who) => order('placeOrder', who, hours(9, 1))));
    expect(last.flatMap(codes)).toEqual(['SLOT_TAKEN']);
  });

  it('hold no more at the same moment', async () => {
    await hold(1, hours(0, 1));
    const answers = await Promise.all(hours(1, 9).map((one) => hold(1, [one])));

    const taken = () => opened.owners.owner('karhu').ledger.taking().length;
    // A place that is being given is free for nobody meanwhile, so those who race may come short of the half.
    expect(answers.filter(({ order: made }) => made !== null)).toHaveLength(taken() - 1);
    expect(taken()).toBeLessThanOrEqual(5);

    for (const [index, { order: made }] of answers.entries()) {
      if (made === null) await hold(1, hours(1 + index, 1));
    }
    expect(taken()).toBe(5);
  });

  it('hold what is further ahead, and what its owner does not tell of', async () => {
    const far = { start: '2027-05-03T10:00:00Z' };
    await hold(1, hours(0, 5));
    expect(codes(await hold(1, [leg('karhu', 0, far)]))).toEqual([]);
    opened.owners.owner('karhu').fail('error', '_entities');
    expect(codes(await hold(1, hours(7, 1)))).toEqual([]);
  });

  it('hold no more by moving there what they held further ahead', async () => {
    const first = await hold(1, hours(0, 5));
    const far = await hold(2, [leg('karhu', 0, { start: '2027-05-03T10:00:00Z' })]);
    const move = (): Promise<PayloadAnswer> =>
      opened.booking.command('moveOrder', {
        ...{ idempotencyKey: 'sooner', orderId: far.order?.id, secret: far.secret },
        ...{ leg: 0, start: leg('karhu', 6).start },
      });

    expect(await move()).toMatchObject({
      order: null,
      userErrors: [{ code: 'RATE_LIMITED', retry: true }],
    });
    await opened.booking.command('cancelOrder', {
      ...{ idempotencyKey: 'off', orderId: first.order?.id, secret: first.secret },
    });
    expect((await move()).order?.legs[0]?.start).toBe('2027-03-22T06:00:00.000Z');
    expect(codes(await hold(1, hours(0, 4)))).toEqual([]);
    expect(codes(await hold(1, hours(7, 1)))).toEqual(['RATE_LIMITED']);
  });
});
