import { toCsv } from '../../../shared/formats/csv.js';
import type { Lot, Reason } from '../../need/need.js';
import type { KeptLot, KeptVerdict, KeptVerification, OpenedRecord } from '../kept-record.js';
import { offersOf } from './offers-of.js';
import type { NamesForPage } from './page-context.js';

/** One cooperative, for one lot. */
interface Line {
  readonly opened: OpenedRecord;
  readonly names: NamesForPage;
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
  period_from: ({ opened }) => opened.record.need.from,
  period_to: ({ opened }) => opened.record.need.to,
  weekdays: ({ opened }) => opened.record.need.weekdays.join(' '),
  working_days: ({ opened }) => opened.record.result.workingDays.length,
  past_days: ({ opened }) => opened.record.result.pastDays ?? 0,
  shortfall_days: ({ found }) => found.shortfall.length,
  shortfall: ({ opened, found }) => shortfallCell(opened, found),
  joint_demand_minutes: ({ opened }) => opened.record.result.joint.demandMinutes,
  joint_covered_minutes: ({ opened }) => opened.record.result.joint.coveredMinutes,
  joint_strict_minutes: ({ opened }) => opened.record.result.joint.strictMinutes,
  joint_shortfall_days: ({ opened }) => opened.record.result.joint.shortfall.length,
  proposals: (line) => proposalsCell(line),
  why: ({ supplier, names }) =>
    [...supplier.reasons, ...supplier.warnings].map((reason) => names.reason(reason)).join(' '),
  notice: ({ names }) => names.notice,
};

/**
 * One line for each lot and cooperative, in the order of the need and of the result.
 * @param names - In the language of `why` and `notice`; all else is the same in every language.
 * @param isForExcel - As `toCsv`.
 */
export function recordToCsv(opened: OpenedRecord, names: NamesForPage, isForExcel = false): string {
  const { need, result } = opened.record;
  const lines = need.lots.flatMap((lot) => {
    const found = result.lots.find((each) => each.lot === lot.id);
    return found
      ? result.suppliers.map((supplier) => ({ opened, names, lot, found, supplier }))
      : [];
  });
  return toCsv(COLUMNS, lines, isForExcel);
}

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

/** Working days one after the other are one interval: `2027-06-21/2027-06-23; 2027-06-25`. */
function shortfallCell({ record }: OpenedRecord, { shortfall }: KeptLot): string {
  const short = new Set(shortfall.map(({ date }) => date));
  const intervals: { readonly from: string; readonly to: string }[] = [];
  let isOpen = false;
  for (const day of record.result.workingDays) {
    const last = isOpen ? intervals.pop() : undefined;
    isOpen = short.has(day);
    if (isOpen) intervals.push({ from: last?.from ?? day, to: day });
    else if (last) intervals.push(last);
  }
  return intervals.map(({ from, to }) => (from === to ? from : `${from}/${to}`)).join('; ');
}

/** In which proposals the cooperative is, the best being 1, and how much of the lot it would do there: `1 lead minutes=900; 2 minutes=0`. */
function proposalsCell({ opened, lot, supplier: { cooperative } }: Line): string {
  return opened.record.result.proposals
    .flatMap(({ cooperatives, lead, shares }, index) => {
      if (!cooperatives.includes(cooperative)) return [];
      const own = shares.find((share) => share.lot === lot.id && share.cooperative === cooperative);
      const role = lead === cooperative ? ' lead' : '';
      return `${index + 1}${role} minutes=${own?.minutes ?? 0}`;
    })
    .join('; ');
}

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
