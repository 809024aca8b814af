import { localize } from '../../shared/words/localized.js';
import { formatMinorUnits } from '../../shared/words/money.js';
import type { OrderLegRecord, QuoteRecord } from '../store/records.js';
import type { CostShareParent } from '../store/parents.js';
import type { Resolvers } from './resolvers.generated.js';
import { divide } from '../orders/order/cost-shares.js';
import { pageOrders } from '../orders/order-pages.js';
import { cooperativeOf, legStateOf, stateOf, totalsOf } from '../orders/order/order-state.js';
import type { OrderOutcome } from '../orders/order/outcome.js';
import type { SeriesOutcome } from '../orders/commands/place-series.js';

export const userErrorResolvers = {
  retry: ({ retry }) => retry ?? false,
} satisfies Resolvers['UserError'];

export const orderResolvers = {
  Query: {
    order: async (_root, { id, secret }, { orders, loaders }) => {
      const order = await loaders.orderById.load(id);
      if (order === null) return null;
      orders.access.checkReader(order, secret);
      return loaders.currentOrderById.load(id);
    },
    orders: (_root, page, { orders }) => pageOrders(orders, page),
  },

  Mutation: {
    holdOrder: async (_root, { input }, { orders }) =>
      payload(await orders.commands.holdOrder(input)),
    extendHold: async (_root, { input }, { orders }) =>
      payload(await orders.commands.extendHold(input)),
    confirmOrder: async (_root, { input }, { orders }) =>
      payload(await orders.commands.confirmOrder(input)),
    placeOrder: async (_root, { input }, { orders }) =>
      payload(await orders.commands.placeOrder(input)),
    moveOrder: async (_root, { input }, { orders }) =>
      payload(await orders.commands.moveOrder(input)),
    cancelOrder: async (_root, { input }, { orders }) =>
      payload(await orders.commands.cancelOrder(input)),
    cancelLeg: async (_root, { input }, { orders }) =>
      payload(await orders.commands.cancelLeg(input)),
    placeSeries: async (_root, { input }, { orders }) =>
      seriesPayload(await orders.commands.placeSeries(input)),
    enrol: async (_root, { input }, { orders }) => payload(await orders.commands.enrol(input)),
  },

  UserError: userErrorResolvers,

  Order: {
    id: ({ _id }) => _id,
    state: (order, _args, { orders }) => stateOf(order, orders.clock.now()),
    expiresAt: (order, _args, { orders }) =>
      stateOf(order, orders.clock.now()) === 'HELD' ? order.expiresAt : null,
    legs: ({ legs }) => legs.map((leg, number) => ({ leg, number })),
    total: (order, _args, { orders }) =>
      totalsOf(order, orders.clock.now()).map(({ netMinor, vatMinor, grossMinor, currency }) => ({
        amount: formatMinorUnits(grossMinor),
        net: formatMinorUnits(netMinor),
        vat: formatMinorUnits(vatMinor),
        currency,
      })),
    leadCooperative: ({ leadCooperative }) =>
      leadCooperative === null ? null : stub(leadCooperative),
    history: ({ log }) => [...log],
  },

  OrderLeg: {
    service: ({ leg }) => stub(leg.serviceId),
    title: ({ leg }, { language }, context) =>
      leg.title && localize(leg.title, language ?? context.language, leg.languages),
    cooperative: ({ leg }) => stub(cooperativeOf(leg)),
    bookings: ({ leg }) => leg.bookings.map(stub),
    state: ({ leg }, _args, { orders }) => legStateOf(leg, orders.clock.now()),
    stateAsOf: ({ leg }) => leg.stateAsOf,
    start: ({ leg }) => leg.start,
    minutes: ({ leg }) => leg.minutes,
    quantity: ({ leg }) => leg.quantity,
    quote: ({ leg }) => leg.quote && quoteOf(leg.quote),
    costShares: ({ leg }) => sharesOf(leg),
    waitingPosition: ({ leg }) => leg.waitingPosition,
    problem: ({ leg }) => leg.problem,
    disagreement: ({ leg }) => leg.disagreement ?? null,
  },

  CostShare: {
    cooperative: ({ cooperative }) => stub(cooperative),
    net: ({ netMinor }) => (netMinor === null ? null : formatMinorUnits(netMinor)),
    gross: ({ grossMinor }) => (grossMinor === null ? null : formatMinorUnits(grossMinor)),
  },
} satisfies Resolvers;

export function stub(id: string): { id: string } {
  return { id };
}

function payload({ order, secret, userErrors }: OrderOutcome) {
  return { order, secret, userErrors: [...userErrors] };
}

function seriesPayload({ conflicts, ...outcome }: SeriesOutcome) {
  const copies = conflicts.map((one) => ({ ...one, alternatives: [...one.alternatives] }));
  return { ...payload(outcome), conflicts: copies };
}

export function quoteOf({ netMinor, vatMinor, grossMinor, currency, lines }: QuoteRecord) {
  return {
    net: formatMinorUnits(netMinor),
    vat: formatMinorUnits(vatMinor),
    gross: formatMinorUnits(grossMinor),
    currency,
    lines: [...lines],
  };
}

function sharesOf({ costShares, quote }: OrderLegRecord): CostShareParent[] {
  const net = quote && divide(quote.netMinor, costShares);
  const gross = quote && divide(quote.grossMinor, costShares);
  return costShares.map((share, index) => ({
    ...share,
    netMinor: net?.[index] ?? null,
    grossMinor: gross?.[index] ?? null,
  }));
}
