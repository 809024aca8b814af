/** An exact number: `coefficient × 10^exponent`. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

const bits = new DataView(new ArrayBuffer(8));

/** Reads what `Decimal128#toString` writes, finite values only. */
export function parseDecimal(text: string): Decimal {
  const [mantissa = '0', exponent = '0'] = text.toUpperCase().split('E');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return {
    coefficient: BigInt(whole + fraction),
    exponent: Number(exponent) - fraction.length,
  };
}

/** The exact value of a finite double: every binary fraction has a finite decimal form. */
function decimalOfDouble(value: number): Decimal {
  bits.setFloat64(0, value);
  const high = bits.getUint32(0);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(bits.getUint32(4));
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  const power = (biased === 0 ? 1 : biased) - 1075;
  const signed = value < 0 ? -mantissa : mantissa;
  return power >= 0
    ? { coefficient: signed << BigInt(power), exponent: 0 }
    : { coefficient: signed * 5n ** BigInt(-power), exponent: power };
}

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const exponent = Math.min(left.exponent, right.exponent);
  const scaled = (part: Decimal) => part.coefficient * 10n ** BigInt(part.exponent - exponent);
  return { coefficient: scaled(left) + scaled(right), exponent };
}

export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return {
    coefficient: left.coefficient * right.coefficient,
    exponent: left.exponent + right.exponent,
  };
}

function negateDecimal(value: Decimal): Decimal {
  return { coefficient: -value.coefficient, exponent: value.exponent };
}

/** The largest finite double that is not above `value`, and what is missing to `value`, exactly. */
export function splitAtDouble(value: Decimal): { floor: number; rest: Decimal } {
  const nearest = Number(`${String(value.coefficient)}e${value.exponent}`);
  let floor = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, nearest));
  if (floor !== nearest && floor < 0) return { floor: -Infinity, rest: offsetFromLowest(value) };
  let rest = addDecimals(value, negateDecimal(decimalOfDouble(floor)));
  if (rest.coefficient < 0n) {
    floor = doubleBelow(floor);
    rest = addDecimals(value, negateDecimal(decimalOfDouble(floor)));
  }
  return { floor, rest };
}

/** Decimals below every finite double sort by their distance from the lowest decimal there is. */
function offsetFromLowest(value: Decimal): Decimal {
  return addDecimals(value, { coefficient: 10n ** 34n, exponent: 6111 });
}

function doubleBelow(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? -1n : 1n));
  return bits.getFloat64(0);
}
