import type { Reason, ReasonValue } from '../need/need.js';

/** Why a supplier is not eligible; or, of one that is, what is to be looked at. Codes are added, never renamed. */
export type SupplierReasonCode =
  | 'SHARE_BELOW_30'
  | 'SHARE_NOT_STATED'
  | 'NO_EVIDENCE'
  | 'EVIDENCE_EXPIRED'
  | 'EVIDENCE_NOT_YET_VALID'
  | 'EVIDENCE_VALID_ON_NO_DAY'
  | 'EVIDENCE_STARTS_IN_PERIOD'
  | 'EVIDENCE_EXPIRES_IN_PERIOD'
  | 'EVIDENCE_INCOMPLETE'
  | 'EVIDENCE_NUMBER_OF_ANOTHER'
  | 'SELF_DECLARED_ONLY'
  | 'MISSING_CERTIFICATION'
  | 'NO_MATCHING_CPV'
  | 'NO_WORK_OFFERED'
  | 'PARTIAL_CPV_ONLY'
  | 'OUTSIDE_AREA'
  | 'CPV_NOT_ART77'
  | 'ART77_AWARDED_RECENTLY'
  | 'ART77_CONDITIONS'
  | 'CAPACITY_UNKNOWN';

export type SupplierReason = Reason<SupplierReasonCode>;

/** A reason with its values: those that are null are left out, and of a list each is one. */
export function reason(
  code: SupplierReasonCode,
  values: Readonly<Record<string, string | readonly string[] | null>> = {},
): SupplierReason {
  const given = Object.entries(values).flatMap(([name, value]): ReasonValue[] =>
    value === null ? [] : [value].flat().map((each) => ({ name, value: each })),
  );
  return { code, values: given };
}
