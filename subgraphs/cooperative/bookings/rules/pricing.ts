import type { UnitPrice } from '../../store/booking-records.js';
import { MINUTE_MS, epochDayOf } from '../../../shared/words/dates.js';
import {
  divideHalfUp,
  formatMinorUnits,
  grossOfLine,
  formatVatRate,
} from '../../../shared/words/money.js';
import { dateAt } from '../../capacity/index.js';
import type { Quote } from '../../schema.generated.js';

/** What is bought. */
export interface Purchase {
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly minutes: number;
  readonly quantity: number;
}

const MINUTES_PER_HOUR = 60n;
/** Four decimals. */
const SHOWN_PARTS = 10_000n;

/**
 * What a leg costs, as one line: hours and days for each of the quantity, pieces and seats by the quantity alone. A day is
 * a local day that is touched. Exact whatever the size; net and gross are rounded half-up, the tax is their difference.
 */
export function quoteLeg(price: UnitPrice, purchase: Purchase, timeZone: string): Quote {
  const { units, per } = unitsOf(price.unit, purchase, timeZone);
  const net = divideHalfUp(BigInt(price.netMinor) * units, per);
  const gross = grossOfLine(net, price.vatHundredths);
  const amounts = {
    net: formatMinorUnits(net),
    vat: formatMinorUnits(gross - net),
    gross: formatMinorUnits(gross),
  };
  const line = {
    ...amounts,
    units: formatUnits(units, per),
    unit: price.unit,
    unitNet: formatMinorUnits(price.netMinor),
    vatRate: formatVatRate(price.vatHundredths),
  };
  return { ...amounts, currency: price.currency, lines: [line] };
}

/** The units charged, as a fraction `units / per`. */
function unitsOf(
  unit: UnitPrice['unit'],
  { startsAt, minutes, quantity }: Purchase,
  timeZone: string,
): { readonly units: bigint; readonly per: bigint } {
  const count = BigInt(quantity);
  switch (unit) {
    case 'HOUR':
      return { units: BigInt(minutes) * count, per: MINUTES_PER_HOUR };
    case 'DAY':
      return { units: BigInt(daysTouched(startsAt, minutes, timeZone)) * count, per: 1n };
    case 'PIECE':
    case 'SEAT':
      return { units: count, per: 1n };
  }
}

function daysTouched(startsAt: number, minutes: number, timeZone: string): number {
  const last = startsAt + minutes * MINUTE_MS - 1;
  return epochDayOf(dateAt(timeZone, last)) - epochDayOf(dateAt(timeZone, startsAt)) + 1;
}

/** `3` or `1.5`: at most four decimals, none that says nothing. */
function formatUnits(units: bigint, per: bigint): string {
  const parts = divideHalfUp(units * SHOWN_PARTS, per);
  const decimals = String(parts % SHOWN_PARTS).padStart(4, '0');
  return `${String(parts / SHOWN_PARTS)}.${decimals}`.replace(/\.?0+$/, '');
}
