import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sendJson } from '../../../support/fakes/endpoint.js';
import { START, startNetwork, type FakeNetwork } from '../support/exchange-network.js';
import type { Candidates } from '../support/exchange-support.js';
import { work } from '../support/exchange-works.js';

const WHO = `query ($need: WorkNeedInput!) {
  whoCanTake(need: $need) { complete notAnswering { id }
    candidates { cooperative { id } service { id } answer reason message quote { gross } } }
}`;
const NEED = { cpv: ['90910000-9'], municipality: 'FI-609', start: START, minutes: 180 };
const LINE = { units: '1', unit: 'HOUR', unitNet: '1.00', vatRate: '0' };
const AMOUNTS = { net: '1.00', vat: '0.00', gross: '1.00' };
const QUOTE = { ...AMOUNTS, currency: 'EUR', lines: [{ ...LINE, ...AMOUNTS }] };
const refusal = (code: string): object => ({ legs: [], userErrors: [{ code, message: 'No.' }] });

/** What says nothing of whether it can: what, the answer, and its status. */
const SILENCE = (
  [
    ['neither a leg nor a refusal', { data: { s0: { legs: [], userErrors: [] } } }],
    ['nothing for the service', { data: { s0: null } }],
    ['nothing at all', { data: {} }],
    ['another leg', { data: { s0: { legs: [{ leg: 3, quote: QUOTE }], userErrors: [] } } }],
    [
      'a leg without a price',
      { data: { s0: { legs: [{ leg: 0, quote: null }], userErrors: [] } } },
    ],
    ['a leg of a wrong form', { data: { s0: { legs: ['yes'], userErrors: [] } } }],
    ['that we may not ask', { data: { s0: refusal('FORBIDDEN') } }],
    ['that its books are out of reach', { data: { s0: refusal('COOPERATIVE_UNAVAILABLE') } }],
    ['that the key was used', { data: { s0: refusal('IDEMPOTENCY_CONFLICT') } }],
    ['with a code that nobody knows', { data: { s0: refusal('MAYBE') } }],
    ['with an error', { data: { s0: null }, errors: [{ message: 'It failed.', path: ['s0'] }] }],
    [
      'that it does not know the command',
      { errors: [{ message: 'What?', locations: [{ line: 1, column: 1 }] }] },
      400,
    ],
    ['that it is busy', { errors: [{ message: 'Too many.' }] }, 429],
  ] as [string, object, number?][]
).map(([what, answer, status = 200]) => [what, answer, status] as const);

describe('a cooperative that is asked whether it can take a piece of work', () => {
  let network: FakeNetwork;
  beforeEach(async () => {
    network = await startNetwork([work('karhu:siivous')]);
  });
  afterEach(() => network.close());

  const who = async (answer: object, status = 200): Promise<Candidates['whoCanTake']> => {
    const karhu = network.owners.get('karhu');
    if (karhu)
      karhu.behaviour = (_request, response) => {
        sendJson(response, answer, status);
      };
    return (await network.ask<Candidates>(WHO, { need: NEED })).data.whoCanTake;
  };

  it.each(SILENCE)('is not taken at its word when it says %s', async (_what, answer, status) => {
    const { candidates, notAnswering, complete } = await who(answer, status);

    expect(candidates).toMatchObject([{ answer: 'UNKNOWN', quote: null }]);
    expect(notAnswering).toEqual([{ id: 'karhu' }]);
    expect(complete).toBe(false);
  });

  it('is taken at its word when it names a price, or a reason', async () => {
    const can = await who({ data: { s0: { legs: [{ leg: 0, quote: QUOTE }], userErrors: [] } } });
    expect(can.candidates).toMatchObject([{ answer: 'CAN', quote: { gross: '1.00' } }]);
    expect(can.complete).toBe(true);

    for (const code of ['TOO_SOON', 'TOO_LATE']) {
      const cannot = await who({ data: { s0: refusal(code) } });
      expect(cannot.candidates).toMatchObject([{ answer: 'CANNOT', reason: code }]);
      expect(cannot.complete).toBe(true);
    }
  });
});
