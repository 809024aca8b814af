import { parseMinorUnits, type UnitPrice } from '../../../shared/words/money.js';
import { shown } from '../../../shared/words/plain-text.js';
import type { AgreedPriceInput } from '../../schema.generated.js';
import type { ServiceRecord } from '../../store/records.js';
import { unitPriceOf } from './rulebook.js';

/** Null or undefined: the service's own price counts. */
export type AgreedPrice = AgreedPriceInput | null | undefined;

/** Why a service cannot be had at an agreed price; null where it can, or none was agreed. */
export function faultOfAgreedPrice(service: ServiceRecord, agreed: AgreedPrice): string | null {
  if (agreed == null) return null;
  const { net, unit, currency } = agreed;
  const own = unitPriceOf(service);
  if (parseMinorUnits(net) === null) return `Wanted an amount such as "20.50", got ${shown(net)}.`;
  if (unit === own.unit && currency === own.currency) return null;
  return `Wanted a price in ${own.currency} by ${own.unit}, got one in ${currency} by ${unit}.`;
}

/** What a unit of a service costs. @param agreed - One in which `faultOfAgreedPrice` finds no fault. */
export function priceAt(service: ServiceRecord, agreed: AgreedPrice): UnitPrice {
  const own = unitPriceOf(service);
  const netMinor = agreed == null ? null : parseMinorUnits(agreed.net);
  return { ...own, netMinor: netMinor ?? own.netMinor };
}
