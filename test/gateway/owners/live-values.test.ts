import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendJson } from '../../support/fakes/endpoint.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { pick } from '../../support/pick.js';

const SECRET = 'mongodb://hunter2';
const QUOTE = {
  net: '84.00',
  vat: '21.42',
  gross: '105.42',
  lines: [
    { units: '3', unitNet: '28.00', net: '84.00', vatRate: '25.5', vat: '21.42', gross: '105.42' },
  ],
};
const [LINE] = QUOTE.lines;

const day = (date: string, starts: object[] = []): object => ({ date, freeMinutes: 0, starts });

describe('a live value', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({ cooperatives: ['lumo'] });
  });
  afterAll(() => network.close());

  const askFor = async (values: object, fields: string) => {
    network.owner('lumo').behaviour = (_request, response) => {
      const row = { typename_: 'Service', id_: 'lumo:s1', ...values };
      sendJson(response, { data: { _entities: [row] } });
    };
    return network.ask(`{ service(id: "lumo:s1") { ${fields} } }`);
  };
  const askForQuote = (quote: object) =>
    askFor(
      { quote },
      `quote(start: "2027-03-22T08:00:00Z", minutes: 180) {
        net vat gross lines { units unitNet net vatRate vat gross }
      }`,
    );
  const askForDays = (availability: unknown) =>
    askFor(
      { availability },
      'availability(from: "2027-03-22", to: "2027-03-23") { date freeMinutes starts { time places } }',
    );

  it.each([
    ['as it came', QUOTE],
    ['without decimals', { ...QUOTE, net: '84' }],
    ['beyond what a number holds', { ...QUOTE, gross: '123456789012345678.90' }],
  ])('is shown where it is an amount: %s', async (_how, quote) => {
    const { data, errors } = await askForQuote(quote);

    expect(errors).toBeUndefined();
    expect(pick(data, 'service.quote')).toEqual(quote);
  });

  it.each([
    ...['net', 'vat', 'gross'].map((key) => [`quote.${key}`, { ...QUOTE, [key]: SECRET }] as const),
    ...Object.keys(LINE ?? {}).map(
      (key) => [`quote.lines.0.${key}`, { ...QUOTE, lines: [{ ...LINE, [key]: SECRET }] }] as const,
    ),
    ['quote.net', { ...QUOTE, net: '-1.00' }],
    ['quote.net', { ...QUOTE, net: '1.001' }],
    ['quote.net', { ...QUOTE, net: '84.00\n' }],
    ['quote.lines.0.vatRate', { ...QUOTE, lines: [{ ...LINE, vatRate: '100.01' }] }],
  ])('is refused where %s is no number of its kind', async (place, quote) => {
    const { data, errors } = await askForQuote(quote);

    expect(pick(data, 'service.quote')).toBeNull();
    expect(errors?.[0]?.message).toContain(`answered wrongly at _entities.0.${place}: wanted `);
    expect(JSON.stringify(errors)).not.toContain(SECRET);
  });

  it('is shown where it is of the days that were asked for', async () => {
    const { data, errors } = await askForDays([day('2027-03-22'), day('2027-03-23')]);

    expect(errors).toBeUndefined();
    expect(pick(data, 'service.availability.*.date')).toEqual(['2027-03-22', '2027-03-23']);
  });

  it.each([
    ['a day before', [day('2027-03-21')]],
    ['a day after', [day('2027-03-24')]],
    ['a day twice', [day('2027-03-22'), day('2027-03-22')]],
    ['more days than there are', [1, 2, 3].map(() => day('2027-03-22'))],
    ['less than no minutes', [{ ...day('2027-03-22'), freeMinutes: -1 }]],
    ['less than no places', [day('2027-03-22', [{ time: '2027-03-22T08:00:00Z', places: -1 }])]],
    [
      'a list without end',
      [
        day(
          '2027-03-22',
          Array.from({ length: 10_001 }, () => ({ time: '2027-03-22T08:00:00Z', places: 1 })),
        ),
      ],
    ],
  ])('is refused where it is %s', async (_what, days) => {
    const { data, errors } = await askForDays(days);

    expect(pick(data, 'service.availability')).toBeNull();
    expect(errors?.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^"lumo" answered wrongly at _entities\.0\.availability/),
    ]);
  });
});
