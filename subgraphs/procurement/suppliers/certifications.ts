import { isAsAsked } from '../../shared/evidence/evidence.js';
import type { Evidence, Lot, Supplier, WantedEvidence } from '../need/need.js';
import { judgeHeld, sortOut, type EvidenceFacts, type Held } from './holdings.js';
import { reason } from './reason-codes.js';

/** One thing that some lots ask for, and how a supplier holds it. */
export interface Certification {
  readonly lots: readonly Lot[];
  readonly validity: Held;
}

const keyOf = ({ scheme, grade }: WantedEvidence): string => JSON.stringify([scheme, grade]);

/** What lots ask of their suppliers beside the reservation: each scheme and grade once, whichever lots ask for it. */
export function judgeCertifications(
  lots: readonly Lot[],
  days: readonly string[],
  { cooperative, evidence }: Supplier,
  facts: EvidenceFacts,
): Certification[] {
  const wanted = new Map(
    lots.flatMap(({ certifications }) =>
      certifications.map((each) => [keyOf(each), each] as const),
    ),
  );
  return [...wanted].map(([key, asked]) => {
    const asking = lots.filter(({ certifications }) =>
      certifications.some((each) => keyOf(each) === key),
    );
    const { own, refused } = sortOut(
      evidence.filter(({ scheme }) => scheme === asked.scheme),
      cooperative,
      facts,
    );
    const values = { ...asked, lots: asking.map(({ id }) => id).join(', ') };
    const held = judgeAsked(own, asked, days, facts, values);
    return {
      lots: asking,
      validity:
        held.reasons.length > 0
          ? { ...held, reasons: [...refused, ...held.reasons] }
          : { ...held, warnings: [...refused, ...held.warnings] },
    };
  });
}

/** @param own - The supplier's evidence of the scheme. */
function judgeAsked(
  own: readonly Evidence[],
  asked: WantedEvidence,
  days: readonly string[],
  facts: EvidenceFacts,
  values: Readonly<Record<string, string | null>>,
): Held {
  const pieces = own.filter((piece) => isAsAsked(piece, asked));
  if (pieces.length > 0) return judgeHeld(pieces, days, facts, values);
  const grades = own.flatMap(({ grade }) => grade ?? []);
  const held = grades.length === 0 ? null : grades.join(', ');
  return {
    days: new Set(),
    reasons: [reason('MISSING_CERTIFICATION', { ...values, held })],
    warnings: [],
    verified: [],
  };
}
