import type { CpvMatch, Lot, LotOffer, Need, Supplier, Verdict } from '../need/need.js';
import { judgeCertifications, type Certification } from './certifications.js';
import { cpvMatch } from './cpv-match.js';
import type { EvidenceFacts } from './holdings.js';
import { reason, type SupplierReason } from './reason-codes.js';
import { judgeReservation } from './reservation.js';

/** What is known of a supplier beside what the catalogue lists. */
export interface SupplierFacts extends EvidenceFacts {
  /** Latest day on which the buyer is known to have awarded it a contract by Art. 77; null where none is known. */
  readonly awardedUnderArt77: string | null;
  /** Whether it told what it has free. */
  readonly capacity: 'KNOWN' | 'NOT_TOLD' | 'NOT_ASKED';
}

/** What is said of a supplier, and what it offers. */
export interface Judgement {
  readonly verdict: Verdict;
  /** For each lot that it is eligible for; empty where it is not eligible. By lot, then in the supplier's order. */
  readonly offers: readonly LotOffer[];
}

/** An offer that a lot could take, certificates aside. */
interface Fit {
  readonly lot: Lot;
  readonly service: string;
  readonly match: CpvMatch;
}

/**
 * Says whether a supplier could be given some lot of a need, and why not. It is indicative: the contracting authority decides.
 * @param days - The need's working days; one at least.
 * @returns All reasons that apply. Where it may be given some lots, what it lacks for others is a warning.
 */
export function judge(
  need: Need,
  days: readonly string[],
  supplier: Supplier,
  facts: SupplierFacts,
): Judgement {
  const fits = need.lots.flatMap((lot) => fitsOf(lot, supplier));
  const fitting = need.lots.filter((lot) => fits.some((fit) => fit.lot === lot));
  const reservation = judgeReservation(need, days, supplier, facts, facts.awardedUnderArt77);
  const certifications = judgeCertifications(
    fitting.length > 0 ? fitting : need.lots,
    days,
    supplier,
    facts,
  );
  const able = fitting.filter((lot) => asked(certifications, lot).every(isHeld));
  const lacking = certifications.flatMap(({ validity }) => validity.reasons);
  const reasons = [
    ...reservation.reasons,
    ...refuseOffers(need.lots, supplier, fits),
    ...(able.length === 0 ? lacking : []),
  ];
  const isEligible = reasons.length === 0;
  const offered = isEligible ? fits.filter(({ lot }) => able.includes(lot)) : [];
  return {
    verdict: {
      cooperative: supplier.cooperative,
      eligible: isEligible,
      reasons,
      warnings: [
        ...reservation.warnings,
        ...certifications.flatMap(({ validity }) => validity.warnings),
        ...(able.length === 0 ? [] : lacking),
        ...(offered.length > 0 && offered.every(({ match }) => match === 'PARTIAL')
          ? [reason('PARTIAL_CPV_ONLY')]
          : []),
        ...(facts.capacity === 'NOT_TOLD' ? [reason('CAPACITY_UNKNOWN')] : []),
      ],
      strictDays: isEligible ? reservation.days : new Set(),
    },
    offers: offered.map(({ lot, service, match }) => ({
      lot: lot.id,
      cooperative: supplier.cooperative,
      service,
      match,
      strictDays: intersect([
        reservation.days,
        ...asked(certifications, lot).map(({ validity }) => validity.days),
      ]),
    })),
  };
}

function fitsOf(lot: Lot, { offers }: Supplier): Fit[] {
  return offers.flatMap(({ service, cpv, municipalities }) => {
    const match = municipalities.includes(lot.municipality) ? cpvMatch(cpv, lot.cpv) : null;
    return match === null ? [] : { lot, service, match };
  });
}

function asked(certifications: readonly Certification[], lot: Lot): Certification[] {
  return certifications.filter(({ lots }) => lots.includes(lot));
}

function isHeld({ validity }: Certification): boolean {
  return validity.days.size > 0;
}

function intersect([first = new Set(), ...others]: readonly ReadonlySet<number>[]): Set<number> {
  return new Set([...first].filter((index) => others.every((other) => other.has(index))));
}

/** Why no offer fits any lot. */
function refuseOffers(
  lots: readonly Lot[],
  { offers }: Supplier,
  fits: readonly Fit[],
): SupplierReason[] {
  if (fits.length > 0) return [];
  const matching = offers.filter(({ cpv }) => lots.some((lot) => cpvMatch(cpv, lot.cpv) !== null));
  // Of offers of something else it is said all the same that they are made elsewhere.
  const placed = matching.length > 0 ? matching : offers;
  const municipalities = [...new Set(lots.map(({ municipality }) => municipality))].join(', ');
  const cpv = [...new Set(lots.map((lot) => lot.cpv))].join(', ');
  const isElsewhere =
    placed.length > 0 &&
    (matching.length > 0 ||
      !placed.some((offer) => lots.some((lot) => offer.municipalities.includes(lot.municipality))));
  return [
    ...(matching.length > 0 ? [] : [reason('NO_MATCHING_CPV', { cpv })]),
    ...(isElsewhere ? [reason('OUTSIDE_AREA', { municipalities })] : []),
  ];
}
