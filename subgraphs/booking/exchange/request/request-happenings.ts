import { addHappenings, type Happening } from '../../telling/outbox/happening.js';
import type { WorkOfferRecord, WorkRequestRecord } from './records.js';

/** The next version of a request with what has happened to its offers, for others to be told. @param before - Null: it is new. */
export function withHappenings(
  before: WorkRequestRecord | null,
  next: WorkRequestRecord,
  at: Date,
): WorkRequestRecord {
  const happenings = happeningsOf(before, next);
  return happenings.length === 0 ? next : { ...next, outbox: addHappenings(next, happenings, at) };
}

/** What of a request those who are or were offered it are to be told. */
function happeningsOf(
  before: WorkRequestRecord | null,
  next: WorkRequestRecord,
): readonly Happening[] {
  const offerById = new Map((before?.offers ?? []).map((offer) => [offer.id, offer]));
  return next.offers.flatMap((offer): Happening[] => {
    const was = offerById.get(offer.id) ?? null;
    const event = eventOf(was, offer, next);
    return event === null ? [] : [{ event, offer: offer.id }];
  });
}

function eventOf(was: WorkOfferRecord | null, offer: WorkOfferRecord, next: WorkRequestRecord) {
  if (was === null) return offer.state === 'OFFERED' ? 'OFFER_MADE' : null;
  const hasEnded = was.state === 'OFFERED' && offer.state === 'WITHDRAWN';
  if (hasEnded) return next.state === 'TAKEN' ? 'OFFER_TAKEN' : null;
  return offer.isWarned && !was.isWarned ? 'OFFER_EXPIRING' : null;
}
