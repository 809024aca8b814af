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
export function grossOfLine(netMinor: bigint, vatHundredths: number): bigint {
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
