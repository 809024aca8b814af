import type { Evidence, Need, Supplier } from '../need/need.js';
import { art77Years, isArt77Service, leastShare } from '../rules/reserved-contracts.js';
import { judgeHeld, sortOut, type EvidenceFacts, type Held } from './holdings.js';
import { reason, type SupplierReason } from './reason-codes.js';

/** Schemes that tell of disadvantaged workers or of a mission. */
const INTEGRATION_SCHEMES: readonly string[] = ['WISE', 'SELF_DECLARED'];

/** A share as it is written in values, with two decimals at least: `0.20`, `0.295`. */
function written(share: number): string {
  return share.toFixed(6).replace(/0{1,4}$/, '');
}

/**
 * What the reservation of a contract says of a supplier.
 * @returns All days where nothing is reserved.
 */
export function judgeReservation(
  need: Pick<Need, 'from' | 'reserved' | 'lots'>,
  days: readonly string[],
  supplier: Supplier,
  facts: EvidenceFacts,
): Held {
  switch (need.reserved) {
    case null:
      return { days: new Set(days.keys()), reasons: [], warnings: [], verified: [] };
    case 'RES_WS':
      return judgeEvidence(days, supplier, facts, leastShare(need.from));
    case 'RES_PUB_SER': {
      const evidence = judgeEvidence(days, supplier, facts, null);
      return {
        ...evidence,
        reasons: [...refuseServices(need), ...evidence.reasons],
        warnings: [...evidence.warnings, ...conditionsOfArt77(need.from)],
      };
    }
  }
}

/** One reason for all lots that may not be reserved so: each with its code, in the same order. */
function refuseServices({ lots, from }: Pick<Need, 'from' | 'lots'>): SupplierReason[] {
  const refused = lots.filter(({ cpv }) => !isArt77Service(cpv, from));
  if (refused.length === 0) return [];
  const values = { lot: refused.map(({ id }) => id), cpv: refused.map(({ cpv }) => cpv) };
  return [reason('CPV_NOT_ART77', values)];
}

/** What the network cannot know of Art. 77, and the buyer has to look at. */
function conditionsOfArt77(day: string): SupplierReason[] {
  const years = art77Years(day);
  if (!years) return [];
  const { mostYears, yearsSinceAward } = years;
  return [
    reason('ART77_CONDITIONS', {
      mostYears: String(mostYears),
      yearsSinceAward: String(yearsSinceAward),
    }),
  ];
}

/** @param least - Share that is asked for, from 0 to 1; null for none. */
function judgeEvidence(
  days: readonly string[],
  { cooperative, evidence }: Supplier,
  facts: EvidenceFacts,
  least: number | null,
): Held {
  const told = evidence.filter(({ scheme }) => INTEGRATION_SCHEMES.includes(scheme));
  const { own, refused } = sortOut(told, cooperative, facts);
  if (own.length === 0) {
    const reasons = [...refused, reason('NO_EVIDENCE')];
    return { days: new Set(), reasons, warnings: [], verified: [] };
  }
  const enough = own.filter(({ disadvantagedShare }) => (disadvantagedShare ?? 0) >= (least ?? 0));
  const pieces = enough.length > 0 ? enough : own;
  const held = judgeHeld(pieces, days, facts, { scheme: schemesOf(pieces) });
  return {
    ...held,
    reasons: [...(enough.length > 0 ? [] : refuseShare(own, least ?? 0)), ...held.reasons],
    warnings: [...refused, ...held.warnings],
  };
}

function schemesOf(pieces: readonly Evidence[]): string {
  return [...new Set(pieces.map(({ scheme }) => scheme))].join(',');
}

function refuseShare(evidence: readonly Evidence[], least: number): SupplierReason[] {
  const shares = evidence.flatMap(({ disadvantagedShare }) => disadvantagedShare ?? []);
  const wanted = written(least);
  return shares.length === 0
    ? [reason('SHARE_NOT_STATED', { wanted })]
    : [reason('SHARE_BELOW_30', { share: written(Math.max(...shares)), wanted })];
}
