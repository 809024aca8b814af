import type { NotificationEvent } from '../../schema.generated.js';
import { cooperativeOf } from '../../orders/order/order-state.js';
import type { WorkOfferRecord, WorkRequestRecord } from '../../exchange/request/records.js';
import type { OrderRecord } from '../../store/records.js';
import type { LocalizedText } from '../../../shared/words/localized.js';

/** One piece of work as its receiver may know it. */
export interface WorkFacts {
  /** Its number in the order; null in an offer. */
  readonly number: number | null;
  readonly cooperative: string;
  readonly service: string;
  /** Name of the service as it was when ordered; null where that is not known here. */
  readonly title: LocalizedText | null;
  /** Of the owner's texts, its first language first. */
  readonly languages: readonly string[];
  readonly start: Date;
  readonly minutes: number;
  readonly quantity: number;
}

/** What a message may say: nothing of who ordered or asked. */
export interface Facts {
  readonly event: NotificationEvent;
  /** By the network's clock. */
  readonly at: Date;
  /** Who is told: a cooperative's id, or null for the customer and the coordinator. */
  readonly cooperative: string | null;
  /** The order that it is about; null for an offer, and for a cooperative that does not answer. */
  readonly order: { readonly id: string; readonly reference: string } | null;
  /** The offer that it is about. */
  readonly offer: OfferFacts | null;
  /** Where the work is; null where nothing of the work is told. */
  readonly municipality: string | null;
  readonly works: readonly WorkFacts[];
}

export interface OfferFacts {
  readonly id: string;
  /** Real time. */
  readonly deadline: Date;
  readonly needsSpokenYes: boolean;
}

/** What happened, of which somebody is told. */
interface Told {
  readonly event: NotificationEvent;
  readonly at: Date;
}

/**
 * What is told of an order. A cooperative is told of its own legs, one that leads the order of all.
 * @param numbers - Of the legs that are meant. @param cooperative - Who is told; null for the customer.
 */
export function factsOfOrder(
  { _id: id, reference, buyer, legs, leadCooperative }: OrderRecord,
  { event, at }: Told,
  numbers: readonly number[],
  cooperative: string | null,
): Facts {
  const works = numbers.flatMap((number): WorkFacts[] => {
    const leg = legs[number];
    if (leg === undefined) return [];
    const owner = cooperativeOf(leg);
    const isTold = cooperative === null || cooperative === leadCooperative || cooperative === owner;
    if (!isTold) return [];
    const { serviceId: service, title, languages, minutes, quantity } = leg;
    const start = leg.agreedStart ?? leg.start;
    return [{ number, cooperative: owner, service, title, languages, start, minutes, quantity }];
  });
  const { municipality } = buyer;
  return { event, at, cooperative, order: { id, reference }, offer: null, municipality, works };
}

/** What is told of an offer to the cooperative that has it; that somebody else has taken it, and no more of it, once that is so. */
export function factsOfOffer(
  request: WorkRequestRecord,
  { id, cooperative, service, deadline, needsSpokenYes = false }: WorkOfferRecord,
  { event, at }: Told,
): Facts {
  const { start, minutes, quantity, municipality } = request;
  const isOver = event === 'OFFER_TAKEN';
  const work = { number: null, cooperative, service, title: null, languages: [] };
  return {
    ...{ event, at, cooperative, order: null },
    offer: { id, deadline, needsSpokenYes },
    municipality: isOver ? null : municipality,
    works: isOver ? [] : [{ ...work, start, minutes, quantity }],
  };
}

/** What is told of a cooperative that does not answer. */
export function factsOfSilence(cooperative: string, { event, at }: Told): Facts {
  return { event, at, cooperative, order: null, offer: null, municipality: null, works: [] };
}
