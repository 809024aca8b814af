import type { Coverage, FreeCapacity, Lot, Reason, VerifiedEvidence } from '../need/need.js';
import type { Proposal } from '../matching/proposals.js';
import type { ListedSupplier } from '../owners/supplier-pages.js';
import type { FoundVerdict, SupplierSearchResult } from '../search/result.js';
import type { KeptRecord, KeptVerdict, KeptVerification } from './kept-record.js';

/**
 * What a search has found, as it is kept: field by field, so that nothing else is signed along.
 * @param listed - The cooperatives as the catalogue lists them: how they are called. One that is gone since is called by its id.
 */
export function keepResult(
  { need, at, working, suppliers, lots, joint, answers, ...found }: SupplierSearchResult,
  listed: readonly ListedSupplier[],
): Pick<KeptRecord, 'at' | 'need' | 'result' | 'answers'> {
  const byId = new Map(listed.map((each) => [each.cooperative, each]));
  return {
    at: at.toISOString(),
    need: { ...need, lots: need.lots.map(keepLot) },
    result: {
      workingDays: working.days,
      holidaysSkipped: working.holidaysSkipped,
      pastDays: working.pastDays,
      suppliers: suppliers.map(({ cooperative, eligible, reasons, warnings, verified }) => ({
        cooperative,
        name: byId.get(cooperative)?.name ?? cooperative,
        businessId: byId.get(cooperative)?.supplier?.businessId ?? '',
        ...{ eligible, reasons: reasons.map(keepReason), warnings: warnings.map(keepReason) },
        verified: verified.map(keepVerified),
      })),
      lots: lots.map(({ lotId, offers, ...coverage }) => ({
        ...keepCoverage(coverage),
        lot: lotId,
        offers: offers.map(({ cooperative, service, match }) => ({ cooperative, service, match })),
      })),
      joint: keepCoverage(joint),
      proposals: found.proposals.map(keepProposal),
      proposalsCut: found.proposalsCut,
      complete: answers.every(({ reason }) => reason === null),
    },
    answers: answers.map(({ cooperative, at: cameAt, capacity, reason }) => ({
      ...{ cooperative, at: cameAt.toISOString() },
      answer: capacity && keepCapacity(capacity),
      reason: reason && keepReason(reason),
    })),
  };
}

const keepReason = <Code extends string>({ code, values }: Reason<Code>): Reason<Code> => ({
  code,
  values: values.map(({ name, value }) => ({ name, value })),
});

const keepVerified = ({ verifiedAt, disadvantagedShare, ...rest }: VerifiedEvidence) => {
  const { verification, document, scheme, issuer, number, grade, validFrom, validTo } = rest;
  return {
    ...{ verification, document, scheme, issuer, number, grade, validFrom, validTo },
    verifiedAt: verifiedAt.toISOString(),
    disadvantagedShare: disadvantagedShare === null ? null : String(disadvantagedShare),
  } satisfies KeptVerification;
};

const keepLot = ({ id, cpv, minutesPerDay, municipality, certifications }: Lot): Lot => ({
  ...{ id, cpv, minutesPerDay, municipality },
  certifications: certifications.map(({ scheme, grade }) => ({ scheme, grade })),
});

const keepCoverage = (coverage: Coverage): Coverage => ({
  demandMinutes: coverage.demandMinutes,
  coveredMinutes: coverage.coveredMinutes,
  strictMinutes: coverage.strictMinutes,
  shortfall: coverage.shortfall.map(({ date, minutes }) => ({ date, minutes })),
});

const keepProposal = ({ cooperatives, lead, coverage, ...rest }: Proposal): Proposal => ({
  ...{ cooperatives, lead, coverage: keepCoverage(coverage) },
  shares: rest.shares.map(({ lot, cooperative, minutes }) => ({ lot, cooperative, minutes })),
  weakestLinks: rest.weakestLinks.map(keepReason),
});

const keepCapacity = ({ cooperative, from, resources, budgets }: FreeCapacity): FreeCapacity => ({
  ...{ cooperative, from },
  resources: resources.map(({ id, services, minutes }) => ({ id, services, minutes })),
  budgets: budgets.map(({ services, minutes }) => ({ services, minutes })),
});

/** A record's search as it was found. */
export function foundIn({ at, need, result, answers }: KeptRecord): SupplierSearchResult {
  return {
    ...{
      at: new Date(at),
      need,
      suppliers: result.suppliers.map(foundVerdict),
      joint: result.joint,
    },
    ...{ proposals: result.proposals, proposalsCut: result.proposalsCut },
    working: {
      ...{ days: result.workingDays, holidaysSkipped: result.holidaysSkipped },
      pastDays: result.pastDays ?? 0,
    },
    lots: result.lots.map(({ lot, offers, ...coverage }) => ({
      ...coverage,
      lotId: lot,
      offers: offers.map((offer) => ({ ...offer, lot })),
    })),
    answers: answers.map(({ cooperative, at: cameAt, answer, reason }) => ({
      ...{ cooperative, at: new Date(cameAt), capacity: answer, reason },
    })),
  };
}

function foundVerdict({ verified = [], ...verdict }: KeptVerdict): FoundVerdict {
  return {
    ...verdict,
    verified: verified.map(({ verifiedAt, disadvantagedShare: share, ...evidence }) => ({
      ...{ ...evidence, verifiedAt: new Date(verifiedAt) },
      disadvantagedShare: share === null ? null : Number(share),
    })),
  };
}
