import { epochDayOf } from '../../shared/words/dates.js';
import { formatMinorUnits } from '../../shared/words/money.js';
import type { Reason } from '../need/need.js';
import type { AgreementRecord } from '../store/agreement-records.js';
import type { CallOffs } from './call-offs-client.js';
import { dayIn } from './time-of.js';
import { useOf } from './use-of.js';

/** What is to be looked at in an agreement. */
export type AgreementWarningCode =
  'CEILING_80' | 'CEILING_100' | 'EXPIRES_WITHIN_60_DAYS' | 'EXPIRED' | 'OTHER_CURRENCY';

const DAYS_BEFORE = 60;

/** @param callOffs - Null where they are not known: then nothing is said of the ceiling. */
export function warningsOf(
  agreement: AgreementRecord,
  callOffs: CallOffs | null,
  now: Date,
): Reason<AgreementWarningCode>[] {
  return [...(callOffs === null ? [] : ofCeiling(agreement, callOffs)), ...ofTime(agreement, now)];
}

function ofCeiling(agreement: AgreementRecord, callOffs: CallOffs): Reason<AgreementWarningCode>[] {
  const { currency, ceilingMinor } = agreement;
  const { netMinor, percent } = useOf(agreement, callOffs);
  const values = [
    { name: 'used', value: formatMinorUnits(netMinor) },
    { name: 'ceiling', value: formatMinorUnits(ceilingMinor) },
    { name: 'currency', value: currency },
    { name: 'percent', value: percent },
  ];
  const ceiling = BigInt(ceilingMinor);
  const others = new Set(
    callOffs.sums.map((one) => one.currency).filter((one) => one !== currency),
  );
  return [
    ...(netMinor >= ceiling ? [{ code: 'CEILING_100', values } as const] : []),
    ...(netMinor < ceiling && netMinor * 10n >= ceiling * 8n
      ? [{ code: 'CEILING_80', values } as const]
      : []),
    ...[...others].map((other) => ({
      code: 'OTHER_CURRENCY' as const,
      values: [{ name: 'currency', value: other }],
    })),
  ];
}

function ofTime({ country, to }: AgreementRecord, now: Date): Reason<AgreementWarningCode>[] {
  const days = epochDayOf(to) - epochDayOf(dayIn(country, now));
  const values = [
    { name: 'to', value: to },
    { name: 'days', value: String(Math.max(days, 0)) },
  ];
  if (days < 0) return [{ code: 'EXPIRED', values }];
  return days <= DAYS_BEFORE ? [{ code: 'EXPIRES_WITHIN_60_DAYS', values }] : [];
}
