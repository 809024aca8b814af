import { toCsv } from '../../../shared/formats/csv.js';
import type { Lot, Reason } from '../../need/need.js';
import type { KeptLot, KeptVerdict, KeptVerification, OpenedRecord } from '../kept-record.js';
import { offersOf } from './offers-of.js';

/** One cooperative, for one lot. */
interface Line {
  readonly opened: OpenedRecord;
  readonly lot: Lot;
  /** Of the lot. */
  readonly found: KeptLot;
  readonly supplier: KeptVerdict;
}

/** The header is the same for every record: columns are added at its end. */
const COLUMNS: Readonly<Record<string, (line: Line) => string | number>> = {
  record: ({ opened }) => opened.record.id,
  hash: ({ opened }) => opened.hash,
  searched_at: ({ opened }) => opened.record.at,
  organisation: ({ opened }) => opened.record.organisation,
  organisation_name: ({ opened }) => opened.record.organisationName ?? '',
  title: ({ opened }) => opened.record.title ?? '',
  complete: ({ opened }) => yesOrNo(opened.record.result.complete),
  lot: ({ lot }) => lot.id,
  cpv: ({ lot }) => lot.cpv,
  municipality: ({ lot }) => lot.municipality,
  minutes_per_day: ({ lot }) => lot.minutesPerDay,
  demand_minutes: ({ found }) => found.demandMinutes,
  covered_minutes: ({ found }) => found.coveredMinutes,
  strict_minutes: ({ found }) => found.strictMinutes,
  cooperative: ({ supplier }) => supplier.cooperative,
  name: ({ supplier }) => supplier.name,
  business_id: ({ supplier }) => supplier.businessId,
  eligible: ({ supplier }) => yesOrNo(supplier.eligible),
  reasons: ({ supplier }) => supplier.reasons.map(reasonCell).join('; '),
  warnings: ({ supplier }) => supplier.warnings.map(reasonCell).join('; '),
  services: ({ found, supplier }) =>
    offersOf(found, supplier)
      .map(({ service, match }) => `${service} ${match}`)
      .join('; '),
  capacity: ({ opened, supplier }) => capacityOf(opened, supplier),
  verified: ({ supplier: { verified = [] } }) => verified.map(verifiedCell).join('; '),
};

/** One line for each lot and cooperative, in the order of the need and of the result. */
export function recordToCsv(opened: OpenedRecord): string {
  const { need, result } = opened.record;
  const lines = need.lots.flatMap((lot) => {
    const found = result.lots.find((each) => each.lot === lot.id);
    return found ? result.suppliers.map((supplier) => ({ opened, lot, found, supplier })) : [];
  });
  return toCsv(COLUMNS, lines);
}

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

/** Such as `SHARE_BELOW_30 share=0.20`. */
function reasonCell({ code, values }: Reason): string {
  return [code, ...values.map(({ name, value }) => `${name}=${value}`)].join(' ');
}

/** Such as `WISE number=W-1 verifiedAt=2027-04-30T08:00:00.000Z`; what is not stated is left out. */
function verifiedCell({ scheme, ...said }: KeptVerification): string {
  const names = ['issuer', 'number', 'grade', 'validTo', 'verifiedAt'] as const;
  return [
    scheme,
    ...names.flatMap((name) => (said[name] === null ? [] : `${name}=${said[name]}`)),
  ].join(' ');
}

/** Whether the cooperative has told what it has free: only some are asked. */
function capacityOf({ record }: OpenedRecord, { cooperative }: KeptVerdict): string {
  const given = record.answers.find((each) => each.cooperative === cooperative);
  if (given === undefined) return 'not asked';
  return given.answer === null ? 'not answered' : 'answered';
}
