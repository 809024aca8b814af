import { cpvPrefix, isAtOrBelowCpv, isOnBranchOfCpv } from '../../../shared/words/cpv.js';
import type { AgreedPriceRecord } from '../../store/records.js';
import { say } from '../../../shared/words/said/say.js';
import { refuse, type Refusal } from '../../store/refusal.js';
import type { AgreementPrice, AgreementTerms } from './agreements-client.js';

/** Of a service, what decides whether an agreement buys it. */
export type OfferedService = Pick<AgreedPriceRecord, 'unit' | 'currency'> & {
  /** Of 8 digits. */
  readonly cpv: readonly string[];
};

/**
 * Why a service is none that an agreement buys; null where it is one. As in a search of suppliers, a code that lies above one of the
 * agreement's offers that too.
 * @param path - Of the service in the client's input.
 */
export function refusalOfService(
  { cpv, currency }: AgreementTerms,
  service: OfferedService,
  path: readonly (string | number)[],
): Refusal | null {
  const isBought = service.cpv.some((own) => cpv.some((code) => isOnBranchOfCpv(own, code)));
  if (!isBought) {
    const wanted = cpv.join(', ');
    const came = service.cpv.join(', ') || say`none`;
    const message = say`Wanted a service of ${wanted}, which the agreement buys, got one of ${came}.`;
    return refuse('OUTSIDE_AGREEMENT', message, path);
  }
  if (service.currency === currency) return null;
  const message = say`Wanted a service priced in ${currency}, the agreement’s currency, got one in ${service.currency}.`;
  return refuse('OUTSIDE_AGREEMENT', message, path);
}

/**
 * What one unit of a service costs under an agreement: by the most special of its prices, in the service's unit, whose code is or lies above one of the
 * service's. Where there is none, by the only one that lies below. Null where the service's own price counts.
 */
export function agreedPriceOf(
  { prices, currency }: AgreementTerms,
  { cpv, unit }: OfferedService,
): AgreedPriceRecord | null {
  const rows = prices.filter((row) => row.unit === unit);
  const covering = cpv.flatMap((own) => rows.filter((row) => isAtOrBelowCpv(own, row.cpv)));
  const below = rows.filter((row) => cpv.some((own) => isAtOrBelowCpv(row.cpv, own)));
  const found = covering.toSorted(bySpecialness)[0] ?? (below.length === 1 ? below[0] : null);
  return found ? { netMinor: found.netMinor, unit, currency } : null;
}

/** Of equally special ones the first stays first: that of the service's first code. */
function bySpecialness(a: AgreementPrice, b: AgreementPrice): number {
  return cpvPrefix(b.cpv).length - cpvPrefix(a.cpv).length;
}
