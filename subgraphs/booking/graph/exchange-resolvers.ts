import { badUserInput } from '../../../schema/errors.js';
import { pageByTime } from '../../shared/graphql/page-by-time.js';
import { currentMunicipality } from '../../shared/words/merged-municipalities.js';
import { isCooperativeId } from '../../shared/words/ids.js';
import { shown } from '../../shared/words/plain-text.js';
import { sentenceOf } from '../../shared/words/said/keep.js';
import { messageOf } from '../store/refusal.js';
import { tell } from '../words/tell.js';
import { listsAbove } from './lists-above.js';
import {
  quoteOf,
  stub,
  tellProblem,
  userErrorResolvers,
  withoutContact,
} from './order-resolvers.js';
import { ofCooperative } from '../access/owned.js';
import { ownedRequest } from '../exchange/request/owned-request.js';
import type { WorkNeedInput } from '../schema.generated.js';
import type { Resolvers } from './resolvers.generated.js';
import type { Exchange } from '../exchange/create-exchange.js';
import type { WorkNeed } from '../exchange/candidates/candidates.js';
import { withoutCheckDigits } from '../exchange/draft-request.js';
import { refuseEnough, refuseNeed } from '../exchange/input-checks.js';
import type { OfferOutcome, RequestOutcome } from '../exchange/outcomes.js';

const MOST_OFFERS = 200;

export const exchangeResolvers = {
  Query: {
    whoCanTake: async (_root, { need, first }, { exchange, signal }) => {
      const wrong = refuseEnough(first);
      if (wrong) throw badUserInput(wrong.message, 'first');
      const found = await exchange.candidates.find(
        readNeed(need, exchange),
        { enough: first },
        signal,
      );
      return {
        candidates: [...found.candidates],
        complete: found.complete,
        notAnswering: found.notAnswering.map(stub),
        notAsked: found.notAsked.map(stub),
        notUnderstood: [...found.notUnderstood],
        whyNobody: found.whyNobody,
      };
    },
    workRequest: async (_root, { id, secret }, { exchange, loaders, asker }) => {
      const request = await loaders.requestById.load(id);
      if (request) exchange.access.check('Query.workRequest', asker, ownedRequest(request), secret);
      return request;
    },
    workRequests: async (_root, { states, filter, first, after }, { exchange, asker }) => {
      const share = exchange.access.shareOf('Query.workRequests', asker);
      const which = { states: states ?? [], filter: filter ?? {}, share };
      return await pageByTime(
        { first, after },
        (most, place) => exchange.requests.findPage({ ...which, first: most, after: place }),
        ({ recordedAt }) => recordedAt,
      );
    },
    workOffers: async (_root, { cooperative, states }, { exchange, asker }) => {
      exchange.access.check('Query.workOffers', asker, ofCooperative(cooperative));
      if (!isCooperativeId(cooperative)) {
        const came = shown(cooperative);
        throw badUserInput(
          `"cooperative": wanted an id such as "karhu", got ${came}.`,
          'cooperative',
        );
      }
      const wanted = states ?? [];
      const requests = await exchange.requests.findOffered(cooperative, wanted, MOST_OFFERS);
      return requests
        .flatMap((request) => request.offers.map((offer) => ({ request, offer })))
        .filter(({ offer }) => offer.cooperative === cooperative)
        .filter(({ offer }) => wanted.length === 0 || wanted.includes(offer.state))
        .sort((one, other) => other.offer.offeredAt.getTime() - one.offer.offeredAt.getTime())
        .slice(0, MOST_OFFERS);
    },
  },
  Mutation: {
    createRequest: async (_root, { input }, { exchange, asker, retryAfter }) => {
      const outcome = await exchange.commands.createRequest(input, asker);
      retryAfter.note(outcome.userErrors);
      return toRequestPayload(outcome);
    },
    offerRequest: async (_root, { input }, { exchange, asker }) =>
      toRequestPayload(await exchange.commands.offerRequest(input, asker)),
    closeRequest: async (_root, { input }, { exchange, asker }) =>
      toRequestPayload(await exchange.commands.closeRequest(input, asker)),
    acceptOffer: async (_root, { input }, { exchange, asker }) =>
      toOfferPayload(await exchange.commands.acceptOffer(input, asker)),
    declineOffer: async (_root, { input }, { exchange, asker }) =>
      toOfferPayload(await exchange.commands.declineOffer(input, asker)),
    recordSpokenAnswer: async (_root, { input }, { exchange, asker }) =>
      toOfferPayload(await exchange.commands.recordSpokenAnswer(input, asker)),
  },
  UserError: userErrorResolvers,
  WorkCandidate: {
    cooperative: ({ cooperative }) => stub(cooperative),
    service: ({ service }) => stub(service),
    quote: ({ quote }) => quote && quoteOf(quote),
    message: ({ message, said }, _arguments, { language }) =>
      message === null ? null : tell(sentenceOf(message, said), language),
  },
  WhyNobody: {
    message: (why, _arguments, { language }) => tell(messageOf(why), language),
  },
  WorkRequest: {
    outcome: ({ outcome, outcomeSaid }, _arguments, { language }) =>
      outcome === null ? null : tell(sentenceOf(outcome, outcomeSaid), language),
    problem: (request, _arguments, { language }) => tellProblem(request, language),
    id: ({ _id }) => _id,
    cpv: ({ cpv }) => [...cpv],
    caller: ({ caller }, _arguments, _context, { path }) =>
      listsAbove(path) > 0 ? withoutContact(caller) : caller,
    details: ({ details }, _arguments, _context, { path }) =>
      listsAbove(path) > 0 ? null : (details ?? null),
    whyNobody: ({ whyNobody }) => whyNobody ?? null,
    offers: (request) => request.offers.map((offer) => ({ request, offer })),
    order: ({ order }, _arguments, { loaders }) =>
      order === null ? null : loaders.orderById.load(order),
  },
  WorkOffer: {
    id: ({ offer }) => offer.id,
    cooperative: ({ offer }) => stub(offer.cooperative),
    service: ({ offer }) => stub(offer.service),
    state: ({ offer }) => offer.state,
    round: ({ offer }) => offer.round,
    what: ({ request }) => request.what,
    municipality: ({ request }) => request.municipality,
    start: ({ request }) => request.start,
    minutes: ({ request }) => request.minutes,
    quantity: ({ request }) => request.quantity,
    deadline: ({ offer }) => offer.deadline,
    answeredAt: ({ offer }) => offer.answeredAt,
    isSpoken: ({ offer }) => offer.isSpoken,
    needsSpokenYes: ({ offer }) => offer.needsSpokenYes ?? false,
    note: ({ offer }, _arguments, { exchange, asker, language }) =>
      offer.note !== null &&
      exchange.access.may('WorkOffer.note', asker, ofCooperative(offer.cooperative))
        ? tell(sentenceOf(offer.note, offer.noteSaid), language)
        : null,
    // Whoever has come to an offer that is taken is the one that took it, who asked, or the coordinator. Offers come in a list of their own.
    caller: ({ request, offer }, _arguments, _context, { path }) => {
      if (offer.state !== 'ACCEPTED') return null;
      return listsAbove(path) > 1 ? withoutContact(request.caller) : request.caller;
    },
  },
  WorkOfferPayload: {
    // The order names the caller too, so it is shown to the one who has taken the work and to nobody before.
    order: ({ offer }, _arguments, { loaders }) => {
      const order = offer?.offer.state === 'ACCEPTED' ? offer.request.order : null;
      return order === null ? null : loaders.orderById.load(order);
    },
  },
} satisfies Resolvers;

/** @throws BAD_USER_INPUT naming what is out of its range. */
function readNeed(need: WorkNeedInput, { lists, clock }: Exchange): WorkNeed {
  const wrong = refuseNeed(need, lists, clock.now());
  if (wrong) throw badUserInput(wrong.message, ['need', ...(wrong.field ?? [])].join('.'));
  const { minutes, quantity = 1 } = need;
  return {
    cpv: withoutCheckDigits(need.cpv),
    text: need.text?.trim() || null,
    start: new Date(need.start),
    // Owners serve the municipality of today.
    municipality: currentMunicipality(need.municipality),
    ...{ minutes, quantity },
  };
}

function toRequestPayload({ request, secret, userErrors }: RequestOutcome) {
  return { request, secret, userErrors: [...userErrors] };
}

function toOfferPayload({ offer, userErrors }: OfferOutcome) {
  return { offer, userErrors: [...userErrors] };
}
