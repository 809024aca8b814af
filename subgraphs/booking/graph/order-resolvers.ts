import type { Asker } from '../../shared/identity/policy/rule.js';
import { listsAbove } from './lists-above.js';
import { localize, type TextLanguage } from '../../shared/words/localized.js';
import { sentenceOf } from '../../shared/words/said/keep.js';
import { formatMinorUnits } from '../../shared/words/money.js';
import { buyerFor, checkCallOff } from '../access/buyer.js';
import { isStranger, makerOf } from '../access/owned.js';
import type { BuyerInput } from '../schema.generated.js';
import { problemOf, type Problem } from '../store/problem.js';
import { messageOf } from '../store/refusal.js';
import type { BuyerRecord, OrderLegRecord, QuoteRecord } from '../store/records.js';
import { tell } from '../words/tell.js';
import type { CostShareParent } from '../store/parents.js';
import type { Resolvers } from './resolvers.generated.js';
import type { RetryAfter } from './retry-after.js';
import { divide } from '../orders/order/cost-shares.js';
import { pageOrders } from '../orders/order-pages.js';
import { cooperativeOf, legStateOf, stateOf, totalsOf } from '../orders/order/order-state.js';
import { ownedOrder } from '../orders/order/owned-order.js';
import type { Circumstances } from '../orders/commands/circumstances.js';
import type { OrderOutcome } from '../orders/order/outcome.js';
import type { SeriesOutcome } from '../orders/commands/place-series.js';

export const userErrorResolvers = {
  retry: ({ retry }) => retry ?? false,
  message: (refusal, _args, { language }) => tell(messageOf(refusal), language),
} satisfies Resolvers['UserError'];

export const orderResolvers = {
  Query: {
    order: async (_root, { id, secret }, { orders, loaders, asker }) => {
      const order = await loaders.orderById.load(id);
      if (order === null) return null;
      orders.access.check('Query.order', asker, ownedOrder(order), secret);
      return loaders.currentOrderById.load(id);
    },
    orders: (_root, page, { orders, asker }) => pageOrders(orders, page, asker),
  },

  Mutation: {
    holdOrder: async (_root, { input }, { orders, asker, retryAfter }) =>
      payload(await orders.commands.holdOrder(...making('holdOrder', input, asker)), retryAfter),
    extendHold: async (_root, { input }, { orders, asker, retryAfter }) =>
      payload(await orders.commands.extendHold(input, asker), retryAfter),
    confirmOrder: async (_root, { input }, { orders, asker, retryAfter }) =>
      payload(await orders.commands.confirmOrder(input, asker), retryAfter),
    placeOrder: async (_root, { input }, { orders, asker, retryAfter }) =>
      payload(await orders.commands.placeOrder(...making('placeOrder', input, asker)), retryAfter),
    moveOrder: async (_root, { input }, { orders, asker, retryAfter }) =>
      payload(await orders.commands.moveOrder(input, asker), retryAfter),
    cancelOrder: async (_root, { input }, { orders, asker, retryAfter }) =>
      payload(await orders.commands.cancelOrder(input, asker), retryAfter),
    cancelLeg: async (_root, { input }, { orders, asker, retryAfter }) =>
      payload(await orders.commands.cancelLeg(input, asker), retryAfter),
    placeSeries: async (_root, { input }, { orders, asker, retryAfter }) =>
      seriesPayload(
        await orders.commands.placeSeries(...making('placeSeries', input, asker)),
        retryAfter,
      ),
    changeSeries: async (_root, { input }, { orders, asker, retryAfter }) =>
      seriesPayload(await orders.commands.changeSeries(input, asker), retryAfter),
    enrol: async (_root, { input }, { orders, asker, retryAfter }) =>
      payload(await orders.commands.enrol(...making('enrol', input, asker)), retryAfter),
  },

  UserError: userErrorResolvers,

  Order: {
    id: ({ _id }) => _id,
    state: (order, _args, { orders }) => stateOf(order, orders.clock.now()),
    expiresAt: (order, _args, { orders }) =>
      stateOf(order, orders.clock.now()) === 'HELD' ? order.expiresAt : null,
    buyer: ({ buyer }, _args, _context, { path }) =>
      listsAbove(path) > 0 ? withoutContact(buyer) : buyer,
    details: ({ details }, _args, _context, { path }) =>
      listsAbove(path) > 0 ? null : (details ?? null),
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
    agreementId: ({ agreementId }) => agreementId ?? null,
    series: ({ series }) => series ?? null,
    history: ({ log }) => [...log],
    problem: (order, _args, { language }) => tellProblem(order, language),
  },

  OrderEvent: {
    text: ({ text, said }, _args, { language }) => tell(sentenceOf(text, said), language),
  },

  SeriesConflict: {
    message: (conflict, _args, { language }) => tell(messageOf(conflict), language),
    alternatives: ({ alternatives }) => [...alternatives],
    alternativesSearched: ({ isSearched, alternatives }) => isSearched ?? alternatives.length > 0,
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
    deliveredMinutes: ({ leg }) => leg.deliveredMinutes ?? null,
    quote: ({ leg }) => leg.quote && quoteOf(leg.quote),
    costShares: ({ leg }) => sharesOf(leg),
    waitingPosition: ({ leg }) => leg.waitingPosition,
    problem: ({ leg }, _args, { language }) => tellProblem(leg, language),
    disagreement: ({ leg }) => leg.disagreement ?? null,
  },

  CostShare: {
    cooperative: ({ cooperative }) => stub(cooperative),
    net: ({ netMinor }) => (netMinor === null ? null : formatMinorUnits(netMinor)),
    gross: ({ grossMinor }) => (grossMinor === null ? null : formatMinorUnits(grossMinor)),
  },
} satisfies Resolvers;

/** Somebody as lists have them. */
export function withoutContact(buyer: BuyerRecord): BuyerRecord {
  return { ...buyer, email: null, phone: null };
}

/** What makes an order: it is who asks that makes it. @throws FORBIDDEN where they may not order for that buyer. */
function making<
  Input extends { readonly buyer: BuyerInput; readonly agreementId?: string | null | undefined },
>(name: string, input: Input, asker: Asker): [input: Input, Circumstances] {
  const buyer = buyerFor(`Mutation.${name}`, asker, input.buyer);
  if (input.agreementId != null) checkCallOff(asker, buyer);
  return [
    { ...input, buyer },
    { maker: makerOf(asker), isStranger: isStranger(asker) },
  ];
}

/** Null where nothing is amiss. */
export function tellProblem(of: Problem, language: TextLanguage | null): string | null {
  const problem = problemOf(of);
  return problem && tell(problem, language);
}

export function stub(id: string): { id: string } {
  return { id };
}

function payload({ order, secret, userErrors }: OrderOutcome, retryAfter: RetryAfter) {
  retryAfter.note(userErrors);
  return { order, secret, userErrors: [...userErrors] };
}

function seriesPayload(
  { conflicts, otherWeekdays, ...outcome }: SeriesOutcome,
  retryAfter: RetryAfter,
) {
  const weekdays = otherWeekdays && [...otherWeekdays];
  return { ...payload(outcome, retryAfter), conflicts: [...conflicts], otherWeekdays: weekdays };
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
