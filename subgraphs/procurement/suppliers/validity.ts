import { isValidOn } from '../../shared/evidence/evidence.js';
import type { Evidence } from '../need/need.js';
import { reason, type SupplierReason } from './reason-codes.js';

/** On which of the days some piece of evidence is valid, and what is to be said of the others. */
export interface Validity {
  /** Indexes of the days; empty where there are reasons. */
  readonly days: ReadonlySet<number>;
  /** Why it is valid on none. */
  readonly reasons: readonly SupplierReason[];
  /** Why it is not valid on all. */
  readonly warnings: readonly SupplierReason[];
}

type Values = Readonly<Record<string, string | null>>;

const latest = (dates: readonly string[]): string => dates.toSorted().at(-1) ?? '';
const earliest = (dates: readonly string[]): string => dates.toSorted()[0] ?? '';

/**
 * @param pieces - Any of which will do; one at least.
 * @param days - In order; one at least.
 * @param values - What the pieces are, for the reasons.
 */
export function validityOf(
  pieces: readonly Evidence[],
  days: readonly string[],
  values: Values,
): Validity {
  const valid = new Set<number>();
  for (const [index, day] of days.entries()) {
    if (pieces.some((piece) => isValidOn(piece, day))) valid.add(index);
  }
  if (valid.size === 0)
    return { days: valid, reasons: neverValid(pieces, days, values), warnings: [] };
  const isAlways = valid.size === days.length;
  const warnings = isAlways ? [] : partlyValid(pieces, days, valid, values);
  return { days: valid, reasons: [], warnings };
}

function neverValid(
  pieces: readonly Evidence[],
  days: readonly string[],
  values: Values,
): SupplierReason[] {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const ended = pieces.flatMap(({ validTo }) =>
    validTo !== null && validTo < first ? validTo : [],
  );
  const coming = pieces.flatMap(({ validFrom }) =>
    validFrom !== null && validFrom > last ? validFrom : [],
  );
  return [
    ...(ended.length > 0
      ? [reason('EVIDENCE_EXPIRED', { ...values, validTo: latest(ended), firstDay: first })]
      : []),
    ...(coming.length > 0
      ? [
          reason('EVIDENCE_NOT_YET_VALID', {
            ...values,
            validFrom: earliest(coming),
            lastDay: last,
          }),
        ]
      : []),
    ...(ended.length + coming.length < pieces.length
      ? [reason('EVIDENCE_VALID_ON_NO_DAY', values)]
      : []),
  ];
}

function partlyValid(
  pieces: readonly Evidence[],
  days: readonly string[],
  valid: ReadonlySet<number>,
  values: Values,
): SupplierReason[] {
  const isLapse = (index: number): boolean => valid.has(index - 1) && !valid.has(index);
  const lapse = days.findIndex((_, index) => isLapse(index));
  const firstValid = days[days.findIndex((_, index) => valid.has(index))] ?? '';
  const datesOn = (day: string, end: 'validFrom' | 'validTo'): string[] =>
    pieces.filter((piece) => isValidOn(piece, day)).flatMap((piece) => piece[end] ?? []);
  return [
    ...(valid.has(0)
      ? []
      : [
          reason('EVIDENCE_STARTS_IN_PERIOD', {
            ...values,
            validFrom: earliest(datesOn(firstValid, 'validFrom')),
          }),
        ]),
    ...(lapse < 0
      ? []
      : [
          reason('EVIDENCE_EXPIRES_IN_PERIOD', {
            ...values,
            validTo: latest(datesOn(days[lapse - 1] ?? '', 'validTo')),
          }),
        ]),
  ];
}
