import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startProcurement, type ProcurementNetwork } from '../search/procurement-network.js';

const DEADLINE = `query ($input: DeadlineInput!) { deadline(input: $input) {
  day passedOver { day sources } notice(language: "en") { text } } }`;
const VAT_RATES = `query ($country: CountryCode!, $on: Date) { vatRates(country: $country, on: $on) {
  percent covers(language: "sv") { text } from to source } }`;

describe('rules that change by date', () => {
  let network: ProcurementNetwork;
  beforeAll(async () => {
    network = await startProcurement([]);
  });
  afterAll(() => network.close());

  it('tell everybody with which day a time limit ends, and why with none before', async () => {
    const input = { country: 'FI', from: '2027-06-11', days: 2 };

    const { data } = await network.ask(DEADLINE, { input });

    const regulation = 'Regulation (EEC, Euratom) No 1182/71, Art. 3';
    expect(data).toEqual({
      deadline: {
        day: '2027-06-15',
        passedOver: [
          { day: '2027-06-13', sources: [`${regulation}(4)`] },
          { day: '2027-06-14', sources: [`${regulation}(5)`] },
        ],
        notice: { text: 'Indicative; the contracting authority decides.' },
      },
    });
  });

  it('tell everybody which rates of value added tax are in force, today where no day is named', async () => {
    const { data } = await network.ask<{ vatRates: object[] }>(VAT_RATES, { country: 'FI' });
    const before = await network.ask<{ vatRates: object[] }>(VAT_RATES, {
      ...{ country: 'FI', on: '2024-08-31' },
    });

    expect(data.vatRates).toHaveLength(3);
    expect(data.vatRates[0]).toEqual({
      ...{ percent: '25.5', covers: { text: 'vad ingen annan skattesats gäller' } },
      ...{ from: '2024-09-01', to: null, source: 'Arvonlisäverolaki (1501/1993) 84 §' },
    });
    expect(before.data.vatRates[0]).toMatchObject({ percent: '24', to: '2024-08-31' });
  });

  it.each([
    ['input.country', { country: 'NO' }],
    ['input.from', { from: '1994-12-31' }],
    ['input.from', { from: '2200-01-01' }],
    ['input.days', { days: -1 }],
    ['input.days', { days: 3_661 }],
  ])('know nothing beyond their limits: %s', async (argument, change) => {
    const input = { ...{ country: 'FI', from: '2027-06-11', days: 2 }, ...change };

    const { errors } = await network.ask(DEADLINE, { input });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
