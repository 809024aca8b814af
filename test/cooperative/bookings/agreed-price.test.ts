import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, bookableFile, codesOf, Desk, MONDAY } from './support.js';
import { serviceRow, startCooperative, type Json, type RunningCooperative } from '../support.js';

/** Of 28.00 EUR by the hour, with 25.5 per cent of tax. */
const SERVICE = serviceRow({ gridMinutes: 60 });
const AGREED = { net: '20.05', unit: 'HOUR', currency: 'EUR' };

let karhu: RunningCooperative;
let desk: Desk;

beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
  await karhu.import(bookableFile({ services: [SERVICE] }));
});
afterEach(() => karhu.close());

const hold = (agreedPrice: Json | null) =>
  desk.hold({ legs: [{ minutes: 90, ...(agreedPrice && { agreedPrice }) }] });

describe('A leg at an agreed price', () => {
  it('costs that, rounded half-up, with the tax of the service, and is kept so', async () => {
    const quote = { net: '30.08', gross: '37.75', currency: 'EUR' };

    expect((await hold(AGREED)).legs).toMatchObject([{ quote }]);
    expect((await desk.confirm({})).legs).toMatchObject([{ quote }]);
    expect((await desk.read('order-1')).legs).toMatchObject([{ quote }]);
  });

  it('costs what the service costs where none was agreed', async () => {
    expect((await hold(null)).legs).toMatchObject([{ quote: { net: '42.00' } }]);
  });

  it('is moved at it, and without it at the service’s own', async () => {
    await hold(AGREED);
    const agreed = await desk.move({ start: at(`${MONDAY}T12:00`), agreedPrice: AGREED });
    const own = await desk.move({ start: at(`${MONDAY}T13:00`) });

    expect(agreed.legs).toMatchObject([{ quote: { net: '30.08' } }]);
    expect(own.legs).toMatchObject([{ quote: { net: '42.00' } }]);
  });

  it('is enrolled in at it, with a place or without', async () => {
    const enrol = (orderId: string) =>
      desk.enrol({ orderId, leg: { minutes: 90, agreedPrice: AGREED } });

    for (const orderId of ['first', 'waiting']) {
      expect((await enrol(orderId)).legs).toMatchObject([{ quote: { net: '30.08' } }]);
    }
  });

  it.each([
    ['another unit', { ...AGREED, unit: 'DAY' }],
    ['another currency', { ...AGREED, currency: 'SEK' }],
    ['what is no amount', { ...AGREED, net: '20,05' }],
  ])('is refused in %s', async (_what, agreedPrice) => {
    const held = await hold(agreedPrice);
    await hold(null);
    const moved = await desk.move({ start: at(`${MONDAY}T12:00`), agreedPrice });

    expect(codesOf(held)).toEqual(['BAD_USER_INPUT']);
    expect(held.userErrors).toMatchObject([{ field: ['legs', '0', 'agreedPrice'] }]);
    expect(moved.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['agreedPrice'] }]);
  });
});
