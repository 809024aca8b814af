import type { Lot, Need } from '../need/need.js';
import { art77Years } from '../rules/reserved-contracts.js';
import { cpvMatch } from './cpv-match.js';
import { reason, type SupplierReason } from './reason-codes.js';

/** A contract reserved by Art. 77 that the buyer is known to have awarded to a supplier. */
export interface Art77Award {
  readonly cpv: readonly string[];
  /** Its first day. */
  readonly day: string;
}

/** The same day so many years before; of 29 February it may be a day that is not, in its place in the order. */
function yearsBefore(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
}

/**
 * Why a supplier may not be given a lot again so soon by Art. 77(2)(d), which is about the services concerned; null where it may.
 * @param awards - By the same buyer, to this supplier.
 */
export function refuseRecent(
  { reserved, from }: Pick<Need, 'reserved' | 'from'>,
  { id: lot, cpv }: Lot,
  awards: readonly Art77Award[],
): SupplierReason | null {
  const limits = reserved === 'RES_PUB_SER' ? art77Years(from) : null;
  if (limits === null) return null;
  const days = awards.filter((award) => cpvMatch(award.cpv, cpv) !== null).map(({ day }) => day);
  const awarded = days.toSorted().at(-1);
  const years = limits.yearsSinceAward;
  return awarded === undefined || awarded <= yearsBefore(from, years)
    ? null
    : reason('ART77_AWARDED_RECENTLY', { lot, awarded, years: String(years) });
}
