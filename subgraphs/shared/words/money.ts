import type { CURRENCY_CODES, PRICE_UNITS } from './closed-sets.js';
import { MINUTE_MS, epochDayOf } from './dates.js';

const AMOUNT = /^(\d{1,12})(?:\.(\d{1,2}))?$/;
const RATE = /^(\d{1,3})(?:\.(\d{1,2}))?$/;

/** Minor units (cents, öre) of a decimal string; null when it is not one of at most two decimals. */
export function parseMinorUnits(amount: string): number | null {
  const match = AMOUNT.exec(amount);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}

/** Decimal string with two decimals. */
export function formatMinorUnits(minor: number | bigint): string {
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Hundredths of a per cent of a VAT rate such as `25.5`; null when it is not one from 0 to 100. */
export function parseVatRate(rate: string): number | null {
  const match = RATE.exec(rate);
  if (!match) return null;
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return hundredths <= 10_000 ? hundredths : null;
}

/** Net plus value added tax in minor units, rounded half-up. */
export function grossMinorUnits(netMinor: number, vatHundredths: number): number {
  return Number(grossOfLine(BigInt(netMinor), vatHundredths));
}

/** The same for sums beyond what a number holds exactly. */
function grossOfLine(netMinor: bigint, vatHundredths: number): bigint {
  return divideHalfUp(netMinor * BigInt(10_000 + vatHundredths), 10_000n);
}

/** The quotient of two numbers that are not negative, rounded half-up. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}

/** Per cent as people write it, such as `25.5`, of hundredths of a per cent. */
export function formatVatRate(hundredths: number): string {
  return String(hundredths / 100);
}

/** What one unit costs. */
export interface UnitPrice {
  /** Cents or öre. */
  readonly netMinor: number;
  /** Hundredths of a per cent. */
  readonly vatHundredths: number;
  readonly currency: (typeof CURRENCY_CODES)[number];
  readonly unit: (typeof PRICE_UNITS)[number];
}

/** What is bought. */
export interface Purchase {
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly minutes: number;
  readonly quantity: number;
}

/** Decimal strings of one currency. */
interface Amounts {
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
}

/** What something costs, and how that is made up. */
export interface LegPrice extends Amounts {
  readonly currency: UnitPrice['currency'];
  readonly lines: (Amounts & {
    readonly units: string;
    readonly unit: UnitPrice['unit'];
    readonly unitNet: string;
    readonly vatRate: string;
  })[];
}

const MINUTES_PER_HOUR = 60n;
/** Four decimals. */
const SHOWN_PARTS = 10_000n;

/**
 * What a leg costs, as one line: hours and days for each of the quantity, pieces and seats by the quantity alone. A day is
 * a local day that is touched. Exact whatever the size; net and gross are rounded half-up, the tax is their difference.
 * @param dateAt - The owner's local date of an instant.
 */
export function priceLeg(
  price: UnitPrice,
  purchase: Purchase,
  dateAt: (instant: number) => string,
): LegPrice {
  const { units, per } = unitsOf(price.unit, purchase, dateAt);
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
  dateAt: (instant: number) => string,
): { readonly units: bigint; readonly per: bigint } {
  const count = BigInt(quantity);
  switch (unit) {
    case 'HOUR':
      return { units: BigInt(minutes) * count, per: MINUTES_PER_HOUR };
    case 'DAY': {
      const last = startsAt + minutes * MINUTE_MS - 1;
      const days = epochDayOf(dateAt(last)) - epochDayOf(dateAt(startsAt)) + 1;
      return { units: BigInt(days) * count, per: 1n };
    }
    case 'PIECE':
    case 'SEAT':
      return { units: count, per: 1n };
  }
}

/** `3` or `1.5`: at most four decimals, none that says nothing. */
function formatUnits(units: bigint, per: bigint): string {
  const parts = divideHalfUp(units * SHOWN_PARTS, per);
  const decimals = String(parts % SHOWN_PARTS).padStart(4, '0');
  return `${String(parts / SHOWN_PARTS)}.${decimals}`.replace(/\.?0+$/, '');
}
