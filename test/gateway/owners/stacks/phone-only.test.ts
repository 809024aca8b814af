import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { honest } from '../../../support/fakes/endpoint.js';
import { pick } from '../../../support/pick.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../../support/networks/gateway-network.js';

/** An endpoint of a cooperative that is called: nothing of when something is free, what it would cost, or how it is booked. */
function phoneSchema(): GraphQLSchema {
  return buildSubgraphSchema({
    typeDefs: parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
      type Query { catalogueChanges: String }
      type Service @key(fields: "id") { id: ID! published: Boolean }
    `),
    resolvers: { Service: { __resolveReference: (row: object) => ({ ...row, published: true }) } },
  });
}

const QUERY = `{ service(id: "lumo:s1") {
  published availability(from: "2027-03-22", to: "2027-03-22") { date } quote(start: "2027-03-22T08:00:00Z", minutes: 60) { net } } }`;

describe('an endpoint without bookings', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({ cooperatives: ['karhu', 'lumo'] });
    network.owner('lumo').behaviour = honest(phoneSchema());
  });
  afterAll(() => network.close());

  it('tells nothing of what is free, which is no breakdown once it is known', async () => {
    network.registry.set({ id: 'lumo', takesBookings: false });
    await network.table.refresh();

    const { data, errors, extensions } = await network.ask(QUERY);

    expect(pick(data, 'service')).toEqual({ published: true, availability: null, quote: null });
    const toCall = {
      message: '"lumo" takes no bookings over the network: call it.',
      extensions: { code: 'PHONE_ONLY', cooperative: 'lumo' },
    };
    expect(errors).toEqual([
      { ...toCall, path: ['service', 'availability'] },
      { ...toCall, path: ['service', 'quote'] },
    ]);
    expect(extensions.coverage).toMatchObject({ answered: ['lumo'], skipped: [] });
  });

  it('is told of like any older one while that is not known', async () => {
    network.registry.set({ id: 'lumo', takesBookings: null });
    await network.table.refresh();

    const { errors } = await network.ask(QUERY);

    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([
      'DOWNSTREAM_SERVICE_ERROR',
      'DOWNSTREAM_SERVICE_ERROR',
    ]);
  });
});
