import { isValidOn } from '../../shared/evidence/evidence.js';
import { businessIdsIn } from '../../shared/network-file/business-id.js';
import type { Evidence, VerifiedEvidence } from '../need/need.js';
import { reason, type SupplierReason } from './reason-codes.js';
import { validityOf, type Validity } from './validity.js';

/** What is known of a supplier's evidence beside what it tells of itself. */
export interface EvidenceFacts {
  /** What the coordinator has verified of this supplier's, the latest first. */
  readonly verified: readonly VerifiedEvidence[];
  /** The cooperatives of the network by their business ids, canonical. */
  readonly ownerByBusinessId: ReadonlyMap<string, string>;
}

/** Evidence that is held, and what of it is verified. */
export interface Held extends Validity {
  /** Of what is valid on some of the days. */
  readonly verified: readonly VerifiedEvidence[];
}

/** Whether two pieces of evidence say the same. */
export function isSame(one: Evidence, other: Evidence): boolean {
  return (
    one.scheme === other.scheme &&
    one.issuer === other.issuer &&
    one.number === other.number &&
    one.grade === other.grade &&
    one.validFrom === other.validFrom &&
    one.validTo === other.validTo &&
    one.disadvantagedShare === other.disadvantagedShare
  );
}

/** The other cooperative whose business id is given as an issuer's number, or within it; null where it is nobody's. */
function otherOwnerOf(
  { number }: Evidence,
  cooperative: string,
  { ownerByBusinessId }: EvidenceFacts,
): string | null {
  const owners = businessIdsIn(number ?? '').flatMap((id) => ownerByBusinessId.get(id) ?? []);
  return owners.find((owner) => owner !== cooperative) ?? null;
}

/** Evidence that counts, and why the rest does not. */
export interface Sorted {
  readonly own: readonly Evidence[];
  /** EVIDENCE_NUMBER_OF_ANOTHER for each piece that is left out. */
  readonly refused: readonly SupplierReason[];
}

/** Leaves out what bears the business id of another cooperative as its number. */
export function sortOut(
  evidence: readonly Evidence[],
  cooperative: string,
  facts: EvidenceFacts,
): Sorted {
  const owners = evidence.map((piece) => otherOwnerOf(piece, cooperative, facts));
  return {
    own: evidence.filter((_, index) => owners[index] === null),
    refused: evidence.flatMap(({ scheme, number }, index) => {
      const owner = owners[index] ?? null;
      return owner === null
        ? []
        : reason('EVIDENCE_NUMBER_OF_ANOTHER', { scheme, number, cooperative: owner });
    }),
  };
}

/**
 * On which days evidence is valid, with what is to be looked at: whether the coordinator has verified what is valid on each of them, and
 * whether any of it says who issued it and until when it is valid.
 * @param pieces - Any of which will do; one at least.
 * @param values - What the pieces are, for the reasons.
 */
export function judgeHeld(
  pieces: readonly Evidence[],
  days: readonly string[],
  { verified }: EvidenceFacts,
  values: Readonly<Record<string, string | null>>,
): Held {
  const validity = validityOf(pieces, days, values);
  if (validity.reasons.length > 0) return { ...validity, verified: [] };
  const valid = pieces.filter((piece) => days.some((day) => isValidOn(piece, day)));
  const known = valid.flatMap((piece) => verified.find((other) => isSame(piece, other)) ?? []);
  const isVerified = days.every(
    (day, index) => !validity.days.has(index) || known.some((piece) => isValidOn(piece, day)),
  );
  const isComplete = valid.some(({ issuer, validTo }) => issuer !== null && validTo !== null);
  return {
    ...validity,
    verified: known,
    warnings: [
      ...validity.warnings,
      ...(isVerified ? [] : [reason('SELF_DECLARED_ONLY', values)]),
      ...(isComplete ? [] : [reason('EVIDENCE_INCOMPLETE', values)]),
    ],
  };
}
