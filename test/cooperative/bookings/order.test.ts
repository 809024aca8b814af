import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  at,
  bookableFile,
  codesOf,
  customer,
  Desk,
  MONDAY,
  resourceRow,
  statesOf,
} from './support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../support.js';

let karhu: RunningCooperative;
let desk: Desk;
const TEN = { start: at(`${MONDAY}T10:00`) };

beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
  await karhu.import(bookableFile());
});
afterEach(() => karhu.close());

const minutesLater = (minutes: number) => {
  karhu.clock.set(new Date(karhu.clock.now().getTime() + minutes * 60_000).toISOString());
};

describe('confirmBookings', () => {
  it('confirms all that is held and remembers for whom', async () => {
    await desk.hold({ legs: [{}, TEN] });

    const { legs, userErrors } = await desk.confirm({});

    expect(userErrors).toEqual([]);
    expect(legs).toMatchObject([
      { leg: 0, state: 'CONFIRMED', expiresAt: null },
      { leg: 1, state: 'CONFIRMED', expiresAt: null },
    ]);
    expect(legs[0]?.bookings[0]?.history).toMatchObject([{ kind: 'HELD' }, { kind: 'CONFIRMED' }]);
    expect(await desk.customersOf({ legs })).toEqual(['Maija Mehiläinen', 'Maija Mehiläinen']);
  });

  it('is fine with what is confirmed already, and leaves its customer', async () => {
    await desk.hold({ legs: [{}, TEN] });
    await desk.confirm({ legs: [0] });

    const confirmed = await desk.confirm({ customer: customer('Toinen Asiakas') });

    expect(await desk.customersOf(confirmed)).toEqual(['Maija Mehiläinen', 'Toinen Asiakas']);
  });

  it('refuses a hold that has run out, and changes nothing', async () => {
    await desk.hold({ legs: [{}] });
    minutesLater(10);
    await desk.hold({ legs: [{ ...TEN, leg: 1 }] });
    minutesLater(5);

    const refused = await desk.confirm({});

    expect(refused).toMatchObject({ legs: [], userErrors: [{ code: 'HOLD_EXPIRED' }] });
    expect(statesOf(await desk.read('order-1'))).toEqual(['EXPIRED', 'HELD']);
  });

  it('confirms a hold until the last moment, and not at its end', async () => {
    await desk.hold({ orderId: 'a' });
    await desk.hold({ orderId: 'b', legs: [TEN] });
    karhu.clock.set('2026-11-23T10:14:59.999Z');
    const justInTime = await desk.confirm({ orderId: 'a' });
    karhu.clock.set('2026-11-23T10:15:00Z');
    const tooLate = await desk.confirm({ orderId: 'b' });

    expect(statesOf(justInTime)).toEqual(['CONFIRMED']);
    expect(codesOf(tooLate)).toEqual(['HOLD_EXPIRED']);
  });

  it('confirms a hold at its very start, and not a moment after', async () => {
    const start = at(`${MONDAY}T09:00`);
    karhu.clock.set(at(`${MONDAY}T08:55`));
    await desk.hold({ orderId: 'a', legs: [{ start }] });
    await desk.hold({ orderId: 'b', legs: [{ ...TEN }], holdMinutes: 120 });
    karhu.clock.set(start);
    const justInTime = await desk.confirm({ orderId: 'a' });
    karhu.clock.set(at(`${MONDAY}T10:01`));
    const tooLate = await desk.confirm({ orderId: 'b', legs: [0] });

    expect(statesOf(justInTime)).toEqual(['CONFIRMED']);
    expect(tooLate).toMatchObject({
      legs: [],
      userErrors: [{ code: 'IN_THE_PAST', field: ['legs', '0'] }],
    });
    expect(statesOf(await desk.confirm({ orderId: 'a' }))).toEqual(['CONFIRMED']);
  });

  it('confirms none of the legs named where one of them waits', async () => {
    await desk.hold({ orderId: 'other', legs: [TEN] });
    await desk.hold({ legs: [{}] });
    await desk.enrol({ leg: { ...TEN, leg: 1 } });

    const payload = await desk.confirm({ legs: [0, 1] });

    expect(payload).toMatchObject({
      legs: [],
      userErrors: [{ code: 'INVALID_STATE', field: ['legs', '1'] }],
    });
    expect(statesOf(await desk.read('order-1'))).toEqual(['HELD', 'REQUESTED']);
  });

  it.each<[string, Json, string[]]>([
    ['no name', { name: '' }, ['customer', 'name']],
    ['a blank name', { name: ' \n' }, ['customer', 'name']],
    ['a long name', { name: 'a'.repeat(201) }, ['customer', 'name']],
    ['a long phone', { phone: '1'.repeat(51) }, ['customer', 'phone']],
    ['what is no e-mail', { email: 'maija' }, ['customer', 'email']],
    ['a long e-mail', { email: `${'m'.repeat(310)}@example.org` }, ['customer', 'email']],
  ])('refuses a customer with %s', async (_what, fields, field) => {
    await desk.hold();
    const wrong = { ...customer(), ...fields };

    const payloads = [
      await desk.confirm({ customer: wrong }),
      await desk.enrol({ orderId: 'course', customer: wrong }),
    ];

    for (const { userErrors } of payloads) {
      expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field }]);
    }
    const right = { ...customer(), phone: '1'.repeat(50), email: 'maija@example.org' };
    expect(statesOf(await desk.confirm({ customer: right }))).toEqual(['CONFIRMED']);
  });

  it('knows no order of which nothing was held, and no leg that it has not', async () => {
    const unknown = await desk.confirm({ orderId: 'unknown' });
    await desk.hold();
    const noLeg = await desk.confirm({ legs: [0, 7] });

    expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['orderId'] }]);
    expect(noLeg.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['legs', '1'] }]);
    expect(statesOf(await desk.read('order-1'))).toEqual(['HELD']);
  });

  it('refuses what was given back, called off or declined', async () => {
    await desk.hold({ orderId: 'released' });
    await desk.release({ orderId: 'released' });
    await desk.hold({ orderId: 'declined' });
    const [leg] = (await desk.read('declined')).legs;
    await desk.staff('declineBooking', { id: leg?.bookings[0]?.id });

    const answers = [
      await desk.confirm({ orderId: 'released' }),
      await desk.confirm({ orderId: 'declined' }),
    ];

    expect(answers.map(codesOf)).toEqual([['INVALID_STATE'], ['INVALID_STATE']]);
  });

  it('leaves out legs that the buyer has called off', async () => {
    await desk.hold({ legs: [{}, TEN] });
    await desk.cancel({ legs: [0] });

    const { legs } = await desk.confirm({});

    expect(legs).toMatchObject([{ leg: 1, state: 'CONFIRMED' }]);
  });
});

describe('extendBookings', () => {
  it('keeps what is held for longer, from now on', async () => {
    await desk.hold();
    minutesLater(10);

    const { legs } = await desk.extend({ holdMinutes: 30 });

    expect(legs[0]?.expiresAt).toBe('2026-11-23T10:40:00.000Z');
    expect(legs[0]?.bookings[0]?.history.map(({ kind }) => kind)).toEqual(['HELD', 'EXTENDED']);
  });

  it('does not shorten a hold', async () => {
    await desk.hold({ holdMinutes: 60 });

    const { legs } = await desk.extend({ holdMinutes: 5 });

    expect(legs[0]?.expiresAt).toBe('2026-11-23T11:00:00.000Z');
  });

  it('refuses a hold that has run out, an unknown order and what was given back', async () => {
    await desk.hold({ orderId: 'late' });
    await desk.hold({ orderId: 'released', legs: [TEN] });
    await desk.release({ orderId: 'released' });
    minutesLater(15);

    const answers = [
      await desk.extend({ orderId: 'late' }),
      await desk.extend({ orderId: 'unknown' }),
      await desk.extend({ orderId: 'released' }),
    ];

    expect(answers.map(codesOf)).toEqual([['HOLD_EXPIRED'], ['NOT_FOUND'], ['INVALID_STATE']]);
    expect(statesOf(await desk.read('late'))).toEqual(['EXPIRED']);
  });
});

describe('releaseBookings', () => {
  it('gives back what is held and leaves what is confirmed', async () => {
    await desk.hold({ legs: [{}, TEN] });
    await desk.confirm({ legs: [1] });

    const payload = await desk.release({});

    expect(statesOf(payload)).toEqual(['CANCELLED', 'CONFIRMED']);
    expect(payload.legs[0]?.bookings[0]?.history.at(-1)?.kind).toBe('RELEASED');
    expect(await desk.starts()).toContain('09:00 1');
  });

  it('gives back the legs named, and lets the order hold them anew', async () => {
    await desk.hold({ legs: [{}, TEN] });
    await desk.release({ legs: [0] });

    const again = await desk.hold({ legs: [{ start: at(`${MONDAY}T12:00`) }] });

    expect(statesOf(again)).toEqual(['HELD']);
    expect((await desk.read('order-1')).legs).toMatchObject([
      { leg: 0, start: at(`${MONDAY}T12:00`), state: 'HELD' },
      { leg: 1, state: 'HELD' },
    ]);
  });

  it('of a whole order refuses a hold of it that arrives later', async () => {
    const released = await desk.release({ orderId: 'late' });

    const late = await desk.hold({ orderId: 'late' });
    const enrolment = await desk.enrol({ orderId: 'late' });

    expect(released).toEqual({ legs: [], userErrors: [] });
    expect(late.userErrors).toMatchObject([{ code: 'INVALID_STATE', field: ['orderId'] }]);
    expect(codesOf(enrolment)).toEqual(['INVALID_STATE']);
    expect(await desk.starts()).toContain('09:00 1');
  });
});

describe('cancelBookings', () => {
  it('calls off what is held and confirmed', async () => {
    await desk.hold({ legs: [{}, TEN] });
    await desk.confirm({ legs: [1] });

    const payload = await desk.cancel({});

    expect(statesOf(payload)).toEqual(['CANCELLED', 'CANCELLED']);
    expect(await desk.starts()).toEqual(expect.arrayContaining(['09:00 1', '10:00 1']));
    expect(codesOf(await desk.hold())).toEqual(['INVALID_STATE']);
  });

  it('has no effect on what is over', async () => {
    await desk.hold({ legs: [{}, TEN] });
    await desk.cancel({ legs: [0] });
    minutesLater(15);

    const payload = await desk.cancel({});

    expect(payload.userErrors).toEqual([]);
    expect(statesOf(payload)).toEqual(['CANCELLED', 'EXPIRED']);
    expect(payload.legs[0]?.bookings[0]?.history).toHaveLength(2);
  });

  it.each(['startBooking', 'completeBooking', 'recordNoShow'])(
    'refuses all where one was taken further by %s',
    async (act) => {
      await desk.hold({ legs: [{}, TEN] });
      const { legs } = await desk.confirm({});
      karhu.clock.set(TEN.start);
      const delivered = act === 'completeBooking' ? { deliveredMinutes: 60 } : {};
      await desk.staff(act, { id: legs[1]?.bookings[0]?.id, ...delivered });

      const payload = await desk.cancel({ legs: [0, 1] });

      expect(payload).toMatchObject({
        legs: [],
        userErrors: [{ code: 'INVALID_STATE', field: ['legs', '1'] }],
      });
      expect(statesOf(await desk.read('order-1'))[0]).toBe('CONFIRMED');
    },
  );

  it('succeeds for an order that never came, and refuses it from then on', async () => {
    expect(await desk.cancel({ orderId: 'late' })).toEqual({ legs: [], userErrors: [] });
    expect(codesOf(await desk.hold({ orderId: 'late' }))).toEqual(['INVALID_STATE']);
  });
});

describe('A leg that is spread', () => {
  beforeEach(async () => {
    await karhu.import(
      bookableFile({
        resources: [resourceRow({ id: 'a' }), resourceRow({ id: 'b' })],
        services: [serviceRow({ resources: ['a', 'b'], gridMinutes: 60 })],
      }),
    );
  });

  it('is extended and confirmed for what is left of it when a part was declined', async () => {
    const { legs } = await desk.hold({ legs: [{ quantity: 2 }] });
    await desk.staff('declineBooking', { id: legs[0]?.bookings[0]?.id });

    const extended = await desk.extend({ holdMinutes: 30 });
    const payload = await desk.confirm({ legs: [0] });

    expect(extended.legs).toMatchObject([{ state: 'HELD', quantity: 1 }]);
    expect(payload.legs).toMatchObject([{ state: 'CONFIRMED', quantity: 1 }]);
  });

  it('is what is left of it when a part is declined', async () => {
    await desk.hold({ legs: [{ quantity: 2 }] });
    const { legs } = await desk.confirm({});
    await desk.staff('declineBooking', { id: legs[0]?.bookings[0]?.id });

    const left = await desk.read('order-1');

    expect(left.legs).toMatchObject([
      { state: 'CONFIRMED', quantity: 1, bookings: [{ resourceId: 'karhu:b' }] },
    ]);
  });
});
