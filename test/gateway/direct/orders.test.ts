import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { hanging, honest } from '../../support/fakes/endpoint.js';
import {
  bookingSchema,
  catalogueSchema,
  cooperativeSchema,
} from '../../support/fakes/gateway-schemas.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { pick } from '../../support/pick.js';
import { units } from '../../support/unit.js';

const ORDER = `{ order(id: "o1", secret: "s") {
  reference state
  legs { title { text } start state service { title { text } } bookings { id state } }
} }`;

/** The gateway of the tests waits 1 s for a query. */
const LONGER_THAN_A_QUERY_MS = units(13);

const TITLES = 'order.legs.0.service.title.text';

describe('an order through the gateway', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({ env: { MUTATION_DEADLINE_MS: String(units(50)) } });
  });
  afterAll(() => network.close());
  afterEach(() => {
    network.booking.behaviour = honest(bookingSchema());
    network.catalogue.behaviour = honest(catalogueSchema(['karhu', 'lumo', 'tuki']));
    network.owner('karhu').behaviour = honest(cooperativeSchema('karhu'));
  });

  it('joins the order, the titles of the index and the live bookings of each owner', async () => {
    const { data, errors, extensions } = await network.ask(ORDER);

    expect(errors).toBeUndefined();
    expect(pick(data, TITLES)).toBe('Siivouspalvelut karhu:s1');
    expect(pick(data, 'order.legs.1.bookings.0')).toEqual({ id: 'lumo:b1', state: 'CONFIRMED' });
    expect(extensions.coverage.answered).toEqual(['karhu', 'lumo']);
  });

  it('still shows what was ordered while an owner hangs', async () => {
    network.owner('karhu').behaviour = hanging;

    const { data, errors } = await network.ask(ORDER);

    expect(pick(data, 'order.legs.0.title.text')).toBe('Ordered from karhu');
    expect(pick(data, 'order.legs.0.state')).toBe('CONFIRMED');
    expect(pick(data, TITLES)).toBe('Siivouspalvelut karhu:s1');
    expect(pick(data, 'order.legs.0.bookings')).toBeNull();
    expect(pick(data, 'order.legs.1.bookings.0.state')).toBe('CONFIRMED');
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['GATEWAY_TIMEOUT']);
  });

  it('still answers while the catalogue is dead', async () => {
    network.catalogue.behaviour = (_request, response) => response.destroy();

    const { data, errors } = await network.ask(ORDER);

    expect(pick(data, 'order.reference')).toBe('7KD-4PM');
    expect(pick(data, 'order.legs.0.title.text')).toBe('Ordered from karhu');
    expect(pick(data, 'order.legs.0.service')).toBeNull();
    expect(pick(data, 'order.legs.0.bookings.0.state')).toBe('CONFIRMED');
    expect(errors?.[0]?.extensions['code']).toBe('DOWNSTREAM_SERVICE_ERROR');
  });

  it('gives a mutation longer than a query before it answers', async () => {
    const answer = honest(bookingSchema());
    network.booking.behaviour = (request, response) =>
      setTimeout(() => answer(request, response), LONGER_THAN_A_QUERY_MS);

    const query = await network.ask('{ order(id: "o1") { reference } }');
    const mutation = await network.ask(`mutation { placeOrder(input: {
      idempotencyKey: "k", channel: PHONE, buyer: { name: "B", municipality: "FI-609" },
      legs: [{ serviceId: "karhu:s1", start: "2027-03-22T08:00:00Z", minutes: 60 }]
    }) { order { reference } secret } }`);

    expect(query.errors?.[0]?.extensions['code']).toBe('GATEWAY_TIMEOUT');
    expect(pick(mutation.data, 'placeOrder.order.reference')).toBe('7KD-4PM');
  });
});
