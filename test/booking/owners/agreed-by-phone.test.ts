import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse, visit, type DocumentNode } from 'graphql';
import { scalarResolvers } from '../../../schema/scalars.js';
import { subgraphTypeDefs } from '../../../schema/sdl.js';
import { BookingsClient } from '../../../subgraphs/booking/orders/owners/bookings-client.js';
import { nextStep } from '../../../subgraphs/booking/orders/saga/next-step.js';
import type { OrderRecord } from '../../../subgraphs/booking/store/records.js';
import { HttpOwnerClient } from '../../../subgraphs/shared/owners/client/owner-client.js';
import { RegistryFollower } from '../../../subgraphs/shared/owners/endpoint-table.js';
import { createLogger } from '../../../subgraphs/shared/process/logger.js';
import { honest, startFakeEndpoint, type FakeEndpoint } from '../../support/fakes/endpoint.js';
import { startFakeRegistry, type FakeRegistry } from '../../support/fakes/registry.js';
import { units } from '../../support/unit.js';
import { newOrder } from '../saga/order-records.js';
import { UNSIGNED } from '../../../subgraphs/shared/identity/processes/sign-request.js';

const FIELD = 'agreedByPhone';
const TIMEOUT_MS = units(50);

/** The contract as it was before it had a field. */
function olderContract(field = FIELD): DocumentNode {
  return visit(subgraphTypeDefs('cooperative'), {
    InputValueDefinition: ({ name }) => (name.value === field ? null : undefined),
    FieldDefinition: ({ name }) => (name.value === field ? null : undefined),
  });
}

/** An owner that takes nothing without a yes. */
function ownerOn(typeDefs: DocumentNode) {
  const holdBookings = (_root: unknown, { input }: { input: Record<string, unknown> }) => {
    const code = input[FIELD] === true ? 'SLOT_TAKEN' : 'TOO_SOON';
    const refusal = { code, message: 'No.', field: ['legs', '0', 'start'], alternatives: [] };
    return { legs: [], userErrors: [refusal] };
  };
  return honest(
    buildSubgraphSchema({
      typeDefs,
      resolvers: { ...scalarResolvers, Mutation: { holdBookings } },
    }),
  );
}

describe('an order that older endpoints do not understand, such as one on a yes on the phone', () => {
  const log = createLogger('test', 'silent');
  let registry: FakeRegistry;
  let follower: RegistryFollower;
  let owners: HttpOwnerClient;
  let karhu: FakeEndpoint;

  beforeEach(async () => {
    registry = await startFakeRegistry();
    karhu = await startFakeEndpoint(() => undefined);
    registry.set({ id: 'karhu', url: karhu.url });
    follower = new RegistryFollower({
      ...{ registryUrl: registry.url, pollMs: 60_000, timeoutMs: TIMEOUT_MS, log },
    });
    await follower.start();
    owners = new HttpOwnerClient({ registry: follower, signer: UNSIGNED, log });
  });
  afterEach(async () => {
    await owners.close();
    await follower.close();
    await karhu.close();
    await registry.close();
  });

  const hold = (isAgreedByPhone: boolean) =>
    ask({ ...newOrder('ALL_OR_NOTHING', ['karhu']), isAgreedByPhone });
  const ask = async (order: OrderRecord) => {
    const step = nextStep(order);
    const [question] = step.kind === 'ask' ? step.questions : [];
    if (!question) throw new Error('Nobody is asked.');
    return new BookingsClient(owners, 15).ask(question, order, TIMEOUT_MS);
  };
  const codesOf = (verdict: Awaited<ReturnType<typeof hold>>) =>
    verdict.kind === 'answer' ? verdict.refusals.map(({ code }) => code) : verdict.kind;

  it('says so to its owner, and no other order does', async () => {
    karhu.behaviour = ownerOn(subgraphTypeDefs('cooperative'));

    expect(codesOf(await hold(true))).toEqual(['SLOT_TAKEN']);
    expect(codesOf(await hold(false))).toEqual(['TOO_SOON']);
    expect(JSON.stringify(karhu.requests[1]?.variables)).not.toContain(FIELD);
  });

  it('is asked for again without a word of it, where the owner does not know what that is', async () => {
    karhu.behaviour = ownerOn(olderContract());

    expect(codesOf(await hold(true))).toEqual(['TOO_SOON']);
    expect(karhu.requests).toHaveLength(2);
    const keys = karhu.requests.map(
      ({ variables }) => (variables['input'] as { idempotencyKey: string }).idempotencyKey,
    );
    expect(keys[0]).toBe(keys[1]);
  });

  it('is not had at another price than was agreed, where the owner does not know that one can be', async () => {
    karhu.behaviour = ownerOn(olderContract('agreedPrice'));
    const order = newOrder('ALL_OR_NOTHING', ['karhu']);
    const agreedPrice = { netMinor: 2_005, unit: 'HOUR', currency: 'EUR' } as const;
    const legs = order.legs.map((one) => ({ ...one, agreedPrice }));

    expect(codesOf(await ask({ ...order, legs }))).toEqual(['COOPERATIVE_UNAVAILABLE']);
    expect(codesOf(await ask(order))).toEqual(['TOO_SOON']);
  });

  it('is asked for once, where the owner knows no command', async () => {
    karhu.behaviour = honest(
      buildSubgraphSchema({ typeDefs: parse('type Query { nothing: Int }') }),
    );

    expect(codesOf(await hold(false))).toEqual(['COOPERATIVE_UNAVAILABLE']);
    expect(karhu.requests).toHaveLength(1);
  });
});
