import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { publicError } from '../../../schema/errors.js';
import { scalarResolvers } from '../../../schema/scalars.js';
import { subgraphTypeDefs, type SubgraphName } from '../../../schema/sdl.js';
import { ownerOf } from '../../../subgraphs/shared/words/ids.js';

interface Reference {
  readonly id: string;
}

/** How many services and members each cooperative of the fakes has: `karhu:s1`, `karhu:m1` and so on. */
export interface FakeSize {
  readonly services: number;
  readonly members: number;
}

const DEFAULT_SIZE: FakeSize = { services: 3, members: 2 };

const SYNCED_AT = '2026-11-23T10:00:00Z';

/** By what they were asked for with: to build one costs more than most tests do. */
const built = new Map<string, GraphQLSchema>();

/** @param given - All that the resolvers depend on. */
function buildSchema(name: SubgraphName, given: unknown, resolvers: object): GraphQLSchema {
  const key = JSON.stringify([name, given]);
  const schema =
    built.get(key) ??
    buildSubgraphSchema({
      typeDefs: subgraphTypeDefs(name),
      resolvers: { ...scalarResolvers, ...resolvers },
    });
  built.set(key, schema);
  return schema;
}

const pageInfo = {
  hasNextPage: false,
  hasPreviousPage: false,
  startCursor: null,
  endCursor: null,
};

function connection(rows: readonly Reference[]): object {
  return {
    edges: rows.map((node) => ({ node, cursor: node.id, matchedBy: [], score: null })),
    pageInfo,
    totalCount: rows.length,
    sources: [],
  };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_unused, index) => index + 1);
}

/** What was withdrawn, by the endpoint that was told: each has a context of its own. */
const unpublished = new WeakMap<object, Set<string>>();

function unpublishedOf(context: object): Set<string> {
  const known = unpublished.get(context) ?? new Set();
  unpublished.set(context, known);
  return known;
}

/** Refuses rows of others, as the contract asks. */
function checkOwner(cooperative: string | null, { id }: Reference): void {
  if (cooperative !== null && ownerOf(id) !== cooperative)
    throw publicError('BAD_USER_INPUT', `${id} is not ours.`);
}

/**
 * One cooperative's side of the contract. Ids that end in `gone` are unknown to it.
 * @param cooperative - Null answers for every cooperative alike.
 */
export function cooperativeSchema(cooperative: string | null, size = DEFAULT_SIZE): GraphQLSchema {
  const member = (owner: string, index: number) => ({
    id: `${owner}:m${index}`,
    name: `Member ${index} of ${owner}`,
    languages: ['fi'],
  });
  const booking = (id: string) => ({
    id,
    resourceId: `${ownerOf(id) ?? ''}:w1`,
    start: SYNCED_AT,
    end: SYNCED_AT,
    minutes: 60,
    quantity: 1,
    state: 'CONFIRMED',
    history: [],
  });
  const resolve = (reference: Reference): Reference | null => {
    checkOwner(cooperative, reference);
    return reference.id.endsWith('gone') ? null : reference;
  };
  return buildSchema('cooperative', [cooperative, size], {
    Booking: {
      __resolveReference: ({ id }: Reference) => (resolve({ id }) ? booking(id) : null),
    },
    Service: {
      __resolveReference: resolve,
      published: ({ id }: Reference, _args: unknown, context: object) =>
        !unpublishedOf(context).has(id),
    },
    Cooperative: {
      __resolveReference: resolve,
      members: ({ id }: Reference, { first }: { first: number }) => {
        if (first < 1)
          throw publicError('BAD_USER_INPUT', `"first" must be 1 to 100, got ${first}.`);
        return connection(range(Math.min(size.members, first)).map((index) => member(id, index)));
      },
    },
    Member: { __resolveReference: resolve },
    Mutation: {
      publishService: (
        _root: unknown,
        { input }: { input: Reference & { published: boolean } },
        context: object,
      ) => {
        checkOwner(cooperative, input);
        if (input.published) unpublishedOf(context).delete(input.id);
        else unpublishedOf(context).add(input.id);
        return { service: { id: input.id }, userErrors: [] };
      },
      importCooperative: () => ({
        cooperative: { id: cooperative },
        changes: [],
        unverified: [],
        userErrors: [],
      }),
    },
  });
}

/** The catalogue's side: every service and cooperative of the fakes, in the order of the ids. */
export function catalogueSchema(
  cooperatives: readonly string[],
  size = DEFAULT_SIZE,
): GraphQLSchema {
  const service = (id: string) => ({
    id,
    kind: 'SERVICE',
    title: { text: `Siivouspalvelut ${id}`, language: 'fi' },
    description: null,
    languages: ['fi'],
    cpv: ['90910000'],
    municipalities: ['FI-609'],
    unit: 'HOUR',
    price: { net: '28.00', vatRate: '25.5', gross: '35.14', currency: 'EUR' },
    images: [],
    updatedAt: SYNCED_AT,
    cooperative: cooperative(ownerOf(id) ?? ''),
  });
  const cooperative = (id: string) => ({
    id,
    name: `Osuuskunta ${id}`,
    serves: [],
    languages: ['fi'],
    evidence: [],
    status: 'ACTIVE',
    statusSince: SYNCED_AT,
  });
  const services = cooperatives.flatMap((owner) =>
    range(size.services).map((index) => service(`${owner}:s${index}`)),
  );
  const sources = cooperatives.map((id) => ({
    cooperative: cooperative(id),
    state: 'FRESH',
    syncedAt: SYNCED_AT,
    reason: null,
  }));
  return buildSchema('catalogue', [cooperatives, size], {
    Query: {
      catalogue: (_root: unknown, { first }: { first: number }) => ({
        ...connection(services.slice(0, first)),
        totalCount: services.length,
        facets: null,
        sources,
      }),
      cooperatives: () => connection(cooperatives.map(cooperative)),
      cooperative: (_root: unknown, { id }: Reference) => cooperative(id),
      service: (_root: unknown, { id }: Reference) => service(id),
    },
    Service: { __resolveReference: ({ id }: Reference) => service(id) },
    Cooperative: {
      __resolveReference: ({ id }: Reference) => cooperative(id),
      services: ({ id }: Reference) => connection(services.filter((row) => ownerOf(row.id) === id)),
    },
  });
}

/** The booking process's side: an order `o1` of one leg at each of `karhu` and `lumo`. */
export function bookingSchema(): GraphQLSchema {
  const leg = (cooperative: string, number: number) => ({
    number,
    service: { id: `${cooperative}:s1` },
    title: { text: `Ordered from ${cooperative}`, language: 'en' },
    cooperative: { id: cooperative },
    bookings: [{ id: `${cooperative}:b1` }],
    state: 'CONFIRMED',
    start: SYNCED_AT,
    minutes: 60,
    quantity: 1,
    costShares: [],
  });
  const order = {
    id: 'o1',
    reference: '7KD-4PM',
    state: 'CONFIRMED',
    createdAt: SYNCED_AT,
    channel: 'PHONE',
    buyer: { name: 'Buyer', municipality: 'FI-609' },
    legs: [leg('karhu', 0), leg('lumo', 1)],
    total: [],
    history: [],
  };
  return buildSchema('booking', [], {
    Query: { order: (_root: unknown, { id }: Reference) => (id === order.id ? order : null) },
    Mutation: { placeOrder: () => ({ order, secret: 's', userErrors: [] }) },
  });
}
