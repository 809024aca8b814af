import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { ask } from '../../support/ask.js';
import { openFreshDatabase } from '../../support/database.js';
import { sendJson, startFakeEndpoint, type FakeEndpoint } from '../../support/fakes/endpoint.js';
import { startFakeRegistry, type FakeRegistry } from '../../support/fakes/registry.js';
import { units } from '../../support/unit.js';
import {
  BUYER,
  forgetOrders,
  leg,
  orderOf,
  startBooking,
  TestClock,
  type RunningBooking,
} from '../support.js';

const SECRET = 'mongodb://admin:hunter2@10.0.0.5/coop';

interface Answer {
  legs: Record<string, unknown>[];
  userErrors: Record<string, unknown>[];
}
interface Asked {
  readonly orderId: string;
  readonly legs?: readonly { readonly leg: number; readonly serviceId: string; start: string }[];
  readonly leg?: { readonly leg: number; readonly serviceId: string; start: string };
}

const AMOUNTS = { net: '28.00', vat: '7.14', gross: '35.14' };
const line = (): object => ({
  ...{ units: '1', unit: 'HOUR', unitNet: '28.00', vatRate: '25.5' },
  ...AMOUNTS,
});

/** What an honest owner says of the legs that it is asked for. */
function honestAnswer(command: string, { legs, leg: only }: Asked): Answer {
  const asked = legs ?? (only ? [only] : []);
  return {
    userErrors: [],
    legs: asked.map(({ leg: number, serviceId, start }) => ({
      ...{ leg: number, start, minutes: 60, quantity: 1, waitingPosition: null },
      state: command === 'holdBookings' ? 'HELD' : 'CONFIRMED',
      expiresAt: command === 'holdBookings' ? '2027-03-01T08:15:00Z' : null,
      bookings: [{ id: 'karhu:b1' }],
      quote: { ...AMOUNTS, currency: 'EUR', lines: [line()] },
      service: {
        ...{ id: serviceId, languages: ['fi'], sv: null, en: null },
        fi: { text: 'Siivous', language: 'fi' },
      },
    })),
  };
}

const refusal = (change: object): Record<string, unknown> => ({
  ...{ code: 'SLOT_TAKEN', message: 'No.', field: ['legs', '0', 'start'], alternatives: [] },
  ...change,
});
const refused = (change: object) => (): Answer => ({ legs: [], userErrors: [refusal(change)] });
const changed =
  (change: object) =>
  (answer: Answer): Answer => ({
    ...answer,
    legs: answer.legs.map((one) => ({ ...one, ...change })),
  });
const quoted = (change: object) =>
  changed({ quote: { ...AMOUNTS, currency: 'EUR', lines: [{ ...line(), ...change }] } });

/** Every place of an answer to a command where an owner can put text that is not the title of its service. */
const PLACES: [string, (answer: Answer) => unknown][] = [
  ['a message', refused({ message: SECRET })],
  ['a code', refused({ code: SECRET })],
  ['the name of a field', refused({ field: ['legs', '0', SECRET] })],
  ['the position of a field', refused({ field: ['legs', SECRET, 'start'] })],
  ['the beginning of a field', refused({ field: [SECRET] })],
  ['an alternative', refused({ alternatives: [SECRET] })],
  ['a state', changed({ state: SECRET })],
  ['a start', changed({ start: SECRET })],
  ['an end of the hold', changed({ expiresAt: SECRET })],
  ['the id of a booking', changed({ bookings: [{ id: `karhu:${SECRET}` }] })],
  ['the id of a service', changed({ service: { id: `karhu:${SECRET}` } })],
  ['a currency', changed({ quote: { ...AMOUNTS, currency: SECRET, lines: [line()] } })],
  ['the units of a line', quoted({ units: SECRET })],
  ['the unit of a line', quoted({ unit: SECRET })],
  ['the price of a unit', quoted({ unitNet: SECRET })],
  ['the net of a line', quoted({ net: SECRET })],
  ['the tax of a line', quoted({ vat: SECRET })],
  ['the rate of a line', quoted({ vatRate: SECRET })],
  ['the gross of a line', quoted({ gross: SECRET })],
  ['a key', (answer) => ({ ...answer, [SECRET]: SECRET })],
  ['all of it', () => SECRET],
];
const FAULTS: [string, object, number][] = [
  ['an error', { data: null, errors: [{ message: SECRET, path: ['holdBookings'] }] }, 200],
  ['the code of an error', { errors: [{ message: 'No.', extensions: { code: SECRET } }] }, 401],
  [
    'an error in the document',
    { errors: [{ message: SECRET, locations: [{ line: 1, column: 1 }] }] },
    400,
  ],
  ['the path of an error', { data: null, errors: [{ message: 'No.', path: [SECRET] }] }, 200],
];

const ORDER = `order { id state problem expiresAt history { text } legs { state start problem title { text }
  bookings { id } quote { net vat gross lines { units unit unitNet net vatRate vat gross } } } }
  userErrors { code message field alternatives retry }`;

describe('the words of a cooperative that answers a command', () => {
  let database: Database;
  let registry: FakeRegistry;
  let karhu: FakeEndpoint;
  let booking: RunningBooking;
  let logged = '';

  beforeAll(async () => {
    database = await openFreshDatabase();
    karhu = await startFakeEndpoint(() => undefined);
    registry = await startFakeRegistry();
    registry.set({ id: 'karhu', url: karhu.url });
  });
  afterAll(async () => {
    await karhu.close();
    await registry.close();
    await database.close();
  });
  /** @param ownerTimeoutMs - For one answer of the cooperative. */
  const open = async (ownerTimeoutMs: number): Promise<void> => {
    logged = '';
    const log = pino({ level: 'info' }, { write: (text: string) => (logged += text) });
    const owners = {
      registry,
      ids: [],
      owner: () => undefined as never,
      close: () => Promise.resolve(),
    };
    const times = { answerWithinMs: 2 * ownerTimeoutMs, ownerTimeoutMs };
    booking = await startBooking(database, owners, new TestClock(), { ...times, log });
  };
  beforeEach(() => open(units(3)));
  afterEach(async () => {
    await booking.close();
    await forgetOrders(database);
  });

  const answer = (plant: (answer: Answer, command: string) => unknown): void => {
    karhu.behaviour = ({ query, variables }, response) => {
      const command = /\{\s*(\w+)/.exec(query)?.[1] ?? '';
      if (command === '_entities') {
        sendJson(response, { data: { _entities: [{ id: 'karhu', timeZone: 'Europe/Helsinki' }] } });
        return;
      }
      const asked = honestAnswer(command, variables['input'] as Asked);
      sendJson(response, { data: { [command]: plant(asked, command) } });
    };
  };

  /** All that booking says to who sends these commands. */
  const allThatLeaves = async (): Promise<string> => {
    const said: unknown[] = [];
    const say = async (name: string, type: string, input: object, fields: string) => {
      const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
      const key = `${name} ${String(Math.random())}`;
      said.push(await ask(booking.url, query, { input: { idempotencyKey: key, ...input } }));
    };
    const course = { buyer: BUYER, channel: 'WEB', leg: leg('karhu') };
    const series = {
      ...{ buyer: BUYER, channel: 'WEB', serviceId: 'karhu:siivous' },
      ...{ start: '2027-03-22T10:00:00Z', minutes: 60, until: '2027-03-22' },
    };
    const conflicts = `${ORDER} conflicts { code message alternatives }`;
    await Promise.all([
      say('holdOrder', 'HoldOrderInput', orderOf([leg('karhu')]), ORDER),
      say('placeOrder', 'HoldOrderInput', orderOf([leg('karhu')]), ORDER),
      say('enrol', 'EnrolInput', course, ORDER),
      say('placeSeries', 'PlaceSeriesInput', series, conflicts),
    ]);
    const list = `{ orders(first: 100) { edges { node { state problem history { text } legs { problem } } } } }`;
    said.push(await ask(booking.url, list));
    return JSON.stringify(said);
  };

  it('are its own: what stands there of an honest one is a price, a title and a state', async () => {
    answer((honest) => honest);
    expect(await allThatLeaves()).toMatch(/"unitNet":"28.00".*"vatRate":"25.5"/);
  });

  it.each(PLACES)('do not leave when they stand in %s', async (_place, plant) => {
    answer(plant);
    expect(await allThatLeaves()).not.toContain('hunter2');
  });

  it.each(FAULTS)('do not leave when they stand in %s', async (_place, body, status) => {
    karhu.behaviour = (_request, response) => {
      sendJson(response, body, status);
    };
    expect(await allThatLeaves()).not.toContain('hunter2');
  });

  it('are found in the log, in bounds and without the buyer, when they say why a command was refused', async () => {
    await booking.close();
    await open(units(50));
    answer(refused({ message: `${SECRET} ${BUYER.name} ${'x'.repeat(5_000)}` }));
    const left = await allThatLeaves();

    expect(logged).toContain('hunter2');
    expect(logged).not.toContain(BUYER.name);
    expect(logged).not.toContain('x'.repeat(400));
    // The client reads as much as before: who, which leg, what was asked for and what is amiss.
    expect(left).toContain(
      'karhu refused leg 0 (SLOT_TAKEN): others were first, so there is no room for 60 minutes from 2027-03-22T12:00+02:00 (at \\"start\\").',
    );
  });

  it.each([
    [
      'PUBLIC_HOLIDAY',
      '60 minutes from 2027-03-22T12:00+02:00 begin on, or reach into, a public holiday on which nobody works there',
    ],
    ['TOO_LATE', '60 minutes from 2027-03-22T12:00+02:00 end later than ten years from now'],
  ])('are ours for %s', async (code, words) => {
    answer(refused({ code }));

    const { userErrors } = await booking.command('holdOrder', orderOf([leg('karhu')]));

    const message = `karhu refused leg 0 (${code}): ${words} (at "start").`;
    expect(userErrors).toMatchObject([{ code, message }]);
  });

  it('leave as instants and amounts in one form, however they were written', async () => {
    const late = '2027-03-22T14:00:00+02:00';
    answer((honest, command) =>
      command === 'confirmBookings'
        ? honest
        : quoted({ units: '1.0', unitNet: '28', vatRate: '25.50' })(
            changed({ expiresAt: '2027-03-01T10:15:00+02:00' })(honest),
          ),
    );
    const held = await booking.command('holdOrder', orderOf([leg('karhu')]));
    expect(held.order).toMatchObject({ state: 'HELD', expiresAt: '2027-03-01T08:15:00.000Z' });

    answer(refused({ alternatives: [late] }));
    const { userErrors } = await booking.command('holdOrder', orderOf([leg('karhu')]));
    expect(userErrors).toMatchObject([{ alternatives: ['2027-03-22T12:00:00.000Z'] }]);
  });
});
