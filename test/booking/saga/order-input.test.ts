import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { divide, isWhole } from '../../../subgraphs/booking/orders/order/cost-shares.js';
import {
  refusalsOfBuyer,
  refusalsOfContact,
  refusalsOfKey,
  refusalsOfLegs,
  toBuyer,
} from '../../../subgraphs/booking/orders/commands/order-input.js';
import { leg } from '../support.js';

const isMember = (id: string): boolean => ['karhu', 'lumo'].includes(id);

describe('what is wrong with the input of an order', () => {
  const fields = (legs: Parameters<typeof refusalsOfLegs>[0]): unknown[] =>
    refusalsOfLegs(legs, isMember).map(({ code, field }) => [code, field?.join('.')]);

  it('is told with the place where it stands', () => {
    const ok = leg('karhu');
    expect(fields([ok])).toEqual([]);
    expect(fields([])).toEqual([['BAD_USER_INPUT', 'legs']]);
    expect(fields(Array(101).fill(ok) as (typeof ok)[])).toEqual([['BAD_USER_INPUT', 'legs']]);
    expect(fields([ok, { ...ok, serviceId: 'siivous' }])).toEqual([
      ['BAD_USER_INPUT', 'legs.1.serviceId'],
    ]);
    expect(fields([leg('tuki')])).toEqual([['NOT_FOUND', 'legs.0.serviceId']]);
    expect(fields([{ ...ok, minutes: 0, quantity: -1 }])).toEqual([
      ['BAD_USER_INPUT', 'legs.0.minutes'],
      ['BAD_USER_INPUT', 'legs.0.quantity'],
    ]);
    // A sealed name is as long as an id can be, and its owner's to judge.
    expect(fields([{ ...ok, resourceId: `karhu:${'a.-_'.repeat(16)}` }])).toEqual([]);
    expect(fields([{ ...ok, resourceId: 'lumo:w1' }])).toEqual([
      ['BAD_USER_INPUT', 'legs.0.resourceId'],
    ]);
  });

  it('is told of cost shares', () => {
    const shares = (...costShares: { cooperative: string; percent: string }[]) =>
      fields([{ ...leg('karhu'), costShares }]);
    const half = { cooperative: 'karhu', percent: '50' };
    const place = 'legs.0.costShares';
    expect(shares(half, { cooperative: 'lumo', percent: '50.00' })).toEqual([]);
    expect(shares(half, { cooperative: 'lumo', percent: '49.99' })).toEqual([
      ['BAD_USER_INPUT', place],
    ]);
    expect(shares(half, half)).toEqual([['BAD_USER_INPUT', place]]);
    expect(shares(half, { cooperative: 'nobody', percent: '50' })).toEqual([
      ['NOT_FOUND', `${place}.1.cooperative`],
    ]);
    expect(shares({ cooperative: 'karhu', percent: '33.333' })).toEqual([
      ['BAD_USER_INPUT', `${place}.0.percent`],
    ]);
  });

  it('is told of buyer and key', () => {
    const buyer = { name: ' ', municipality: 'FI-609', phone: '0'.repeat(51), email: 'nowhere' };
    expect(refusalsOfBuyer(buyer).map(({ field }) => field)).toEqual([
      ['buyer', 'name'],
      ['buyer', 'phone'],
      ['buyer', 'email'],
    ]);
    expect(refusalsOfBuyer({ ...buyer, name: 'Aino', email: null, phone: 'none' })).toMatchObject([
      { code: 'BAD_USER_INPUT', field: ['buyer', 'phone'] },
    ]);
    expect(refusalsOfKey('')).toHaveLength(1);
    expect(refusalsOfKey('x'.repeat(201))).toHaveLength(1);
    expect(refusalsOfKey('x')).toEqual([]);
  });
});

describe('how a stranger is reached', () => {
  const fieldsOf = (more: object, municipality = 'FI-609') =>
    refusalsOfContact({ name: 'Aino', municipality, ...more }, ['caller']);

  it('is by a number that can be dialled where the buyer is, or with its country', () => {
    expect(fieldsOf({ phone: '040 1234567' })).toEqual([]);
    expect(fieldsOf({ phone: '070-123 45 67' }, 'SE-0580')).toEqual([]);
    expect(fieldsOf({ phone: '+46 70 1234567' })).toEqual([]);
  });

  it('is by e-mail where no number is given', () => {
    expect(fieldsOf({ email: 'aino@example.org' })).toEqual([]);
    expect(fieldsOf({ email: 'aino@example.org', phone: ' ' })).toEqual([]);
  });

  it('is told with what was wanted, and without the number that came', () => {
    expect(fieldsOf({ phone: '12345678901234' })).toMatchObject([
      {
        ...{ code: 'BAD_USER_INPUT', field: ['caller', 'phone'], alternatives: [] },
        message:
          'Wanted a telephone number that can be dialled, such as 040 1234567 or +358 40 1234567, or an e-mail address in its place; got another text of 14 characters.',
      },
    ]);
    expect(fieldsOf({ phone: '123', email: 'aino@example.org' }, 'SE-0580')).toMatchObject([
      { message: expect.stringContaining('such as 070 1234567 or +46 70 1234567') },
    ]);
    expect(fieldsOf({})).toMatchObject([{ message: expect.stringContaining('got neither') }]);
  });
});

describe("a buyer's business id", () => {
  const buyer = { name: 'Aino', municipality: 'FI-609' };

  it('is kept in its canonical form, that of another country as it is', () => {
    const kept = (organisationId: string) => toBuyer({ ...buyer, organisationId }).organisationId;
    expect(kept('FI15728600')).toBe('1572860-0');
    expect(kept(' 16556016-0680 ')).toBe('556016-0680');
    expect(kept('NO 974 760 673 MVA')).toBe('NO 974 760 673 MVA');
    expect(kept(' ')).toBeNull();
  });

  it.each(['131052-308T', '811228-9874', '19811228 9874', 'SE811228987401', '811288-9876'])(
    'is refused and not repeated when it is the number of a person: case %#',
    (organisationId) => {
      const refusals = refusalsOfBuyer({ ...buyer, organisationId });
      expect(refusals).toMatchObject([
        { code: 'BAD_USER_INPUT', field: ['buyer', 'organisationId'] },
      ]);
      expect(JSON.stringify(refusals)).not.toMatch(/1310|8112|9874|9876/);
    },
  );
});

describe('a divided cost', () => {
  it('adds up to the whole, and no part is off by a cent or more', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 19 });
    fc.assert(
      fc.property(fc.nat(100_000_000), cuts, (amount, places) => {
        const ends = [0, ...places.sort((a, b) => a - b), 10_000];
        const shares = ends.slice(1).map((end, index) => ({
          cooperative: `c${index}`,
          percent: ((end - (ends[index] ?? 0)) / 100).toFixed(2),
        }));
        const parts = divide(amount, shares);
        expect(isWhole(shares)).toBe(true);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        parts.forEach((part, index) => {
          const exact = (amount * Number(shares[index]?.percent)) / 100;
          expect(Math.abs(part - exact)).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });
});
