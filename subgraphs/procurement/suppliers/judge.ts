import type { CpvMatch, Lot, LotOffer, Need, Offer, Supplier, Verdict } from '../need/need.js';
import { refuseRecent, type Art77Award } from './awards.js';
import { judgeCertifications, type Certification } from './certifications.js';
import { cpvMatch } from './cpv-match.js';
import type { EvidenceFacts } from './holdings.js';
import { reason, type SupplierReason } from './reason-codes.js';
import { judgeReservation } from './reservation.js';

/** What is known of a supplier beside what the catalogue lists. */
export interface SupplierFacts extends EvidenceFacts {
  /** What the buyer is known to have awarded it by Art. 77; none where nobody knows who buys. */
  readonly art77Awards: readonly Art77Award[];
}

/** What is said of a supplier, and what it offers. */
export interface Judgement {
  readonly verdict: Verdict;
  /** For each lot that it is eligible for; empty where it is not eligible. By lot, then in the supplier's order. */
  readonly offers: readonly LotOffer[];
}

/** A lot, and the offers that could take it, certificates aside. */
interface Fitting {
  readonly lot: Lot;
  readonly fits: readonly { readonly service: string; readonly match: CpvMatch }[];
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
  const work = supplier.offers.filter(isWork);
  const fitting = need.lots.map((lot) => fitLot(lot, work)).filter(({ fits }) => fits.length > 0);
  const reservation = judgeReservation(need, days, supplier, facts);
  const certifications = judgeCertifications(
    fitting.length > 0 ? fitting.map(({ lot }) => lot) : need.lots,
    days,
    supplier,
    facts,
  );
  const recent = new Map(
    fitting.flatMap(({ lot }) => {
      const refusal = refuseRecent(need, lot, facts.art77Awards);
      return refusal === null ? [] : [[lot, refusal] as const];
    }),
  );
  const able = fitting.filter(
    ({ lot }) => asked(certifications, lot).every(isHeld) && !recent.has(lot),
  );
  const lacking = [
    ...certifications.flatMap(({ validity }) => validity.reasons),
    ...recent.values(),
  ];
  const reasons = [
    ...reservation.reasons,
    ...(fitting.length === 0 ? refuseOffers(need.lots, supplier) : []),
    ...(able.length === 0 ? lacking : []),
  ];
  const isEligible = reasons.length === 0;
  return {
    verdict: {
      cooperative: supplier.cooperative,
      eligible: isEligible,
      reasons,
      warnings: [
        ...reservation.warnings,
        ...certifications.flatMap(({ validity }) => validity.warnings),
        ...(able.length === 0 ? [] : lacking),
        ...(able.length > 0 && able.every(isPartial) ? [reason('PARTIAL_CPV_ONLY')] : []),
      ],
      verified: [
        ...new Set([
          ...reservation.verified,
          ...certifications.flatMap(({ validity }) => validity.verified),
        ]),
      ],
      strictDays: isEligible ? reservation.days : new Set(),
    },
    offers: (isEligible ? able : []).flatMap(({ lot, fits }) => {
      const held = asked(certifications, lot).map(({ validity }) => validity.days);
      const strictDays = intersect(reservation.days, held);
      const { cooperative } = supplier;
      return fits.map((fit) => ({ lot: lot.id, cooperative, ...fit, strictDays }));
    }),
  };
}

/** Whether an offer is work: seats of a course, rooms and people to stand in for others deliver no lot. */
function isWork({ kind }: Offer): boolean {
  return kind === 'SERVICE';
}

function fitLot(lot: Lot, work: readonly Offer[]): Fitting {
  const fits = work.flatMap(({ service, cpv, municipalities }) => {
    const match = municipalities.includes(lot.municipality) ? cpvMatch(cpv, lot.cpv) : null;
    return match === null ? [] : { service, match };
  });
  return { lot, fits };
}

function isPartial({ fits }: Fitting): boolean {
  return fits.every(({ match }) => match === 'PARTIAL');
}

function asked(certifications: readonly Certification[], lot: Lot): Certification[] {
  return certifications.filter(({ lots }) => lots.includes(lot));
}

function isHeld({ validity }: Certification): boolean {
  return validity.days.size > 0;
}

/** The first set itself where there are no others: of years and many lots it is long. */
function intersect(
  first: ReadonlySet<number>,
  others: readonly ReadonlySet<number>[],
): ReadonlySet<number> {
  if (others.length === 0) return first;
  return new Set([...first].filter((index) => others.every((other) => other.has(index))));
}

/** Why no offer fits any lot. */
function refuseOffers(lots: readonly Lot[], { offers }: Supplier): SupplierReason[] {
  const work = offers.filter(isWork);
  const isWanted = ({ cpv }: Offer): boolean => lots.some((lot) => cpvMatch(cpv, lot.cpv) !== null);
  const isOfferedHere = work.some(({ municipalities }) =>
    lots.some(({ municipality }) => municipalities.includes(municipality)),
  );
  const isMatching = work.some(isWanted);
  // Of offers of something else it is said all the same that they are made elsewhere.
  const isElsewhere = isMatching || (work.length > 0 && !isOfferedHere);
  const municipalities = [...new Set(lots.map(({ municipality }) => municipality))];
  const cpv = [...new Set(lots.map((lot) => lot.cpv))].join(', ');
  const isOtherKind = !isMatching && offers.some(isWanted);
  return [
    ...(isOtherKind ? [reason('NO_WORK_OFFERED', { cpv })] : []),
    ...(isMatching || isOtherKind ? [] : [reason('NO_MATCHING_CPV', { cpv })]),
    ...(isElsewhere ? [reason('OUTSIDE_AREA', { municipalities })] : []),
  ];
}
