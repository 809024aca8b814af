/** What the values of a field look like, beyond their type. */
export interface ValueForm {
  /** Completes the sentence `wanted …`. */
  readonly wanted: string;
  readonly accepts: (value: unknown) => boolean;
}

const matching =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && pattern.test(value);

/** Sums may have more digits than one price. */
const AMOUNT: ValueForm = {
  wanted: 'an amount, a decimal string with at most two decimals',
  accepts: matching(/^\d{1,18}(\.\d{1,2})?$/),
};
const VAT_RATE: ValueForm = {
  wanted: 'per cent, a decimal string of 0 to 100 with at most two decimals',
  accepts: matching(/^(\d{1,2}(\.\d{1,2})?|100(\.0{1,2})?)$/),
};
const UNITS: ValueForm = {
  wanted: 'a decimal string with at most four decimals',
  accepts: matching(/^\d{1,18}(\.\d{1,4})?$/),
};

/** Fields of a cooperative's endpoint that the contract types as `String` and whose text is a number, as `Type.field`. */
export const VALUE_FORMS: ReadonlyMap<string, ValueForm> = new Map([
  ...['Price.net', 'Price.gross', 'Quote.net', 'Quote.vat', 'Quote.gross'].map(
    (field) => [field, AMOUNT] as const,
  ),
  ...['QuoteLine.unitNet', 'QuoteLine.net', 'QuoteLine.vat', 'QuoteLine.gross'].map(
    (field) => [field, AMOUNT] as const,
  ),
  ['Price.vatRate', VAT_RATE],
  ['QuoteLine.vatRate', VAT_RATE],
  ['QuoteLine.units', UNITS],
]);
