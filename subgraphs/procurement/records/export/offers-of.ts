import type { KeptLot, KeptOffer, KeptVerdict } from '../kept-record.js';

/** What a cooperative offers for a lot. */
export function offersOf({ offers }: KeptLot, { cooperative }: KeptVerdict): readonly KeptOffer[] {
  return offers.filter((offer) => offer.cooperative === cooperative);
}
