import { CURRENCY_CODES } from '../../shared/words/closed-sets.js';
import { formatMinorUnits, parseMinorUnits } from '../../shared/words/money.js';
import { isPlainText, shown } from '../../shared/words/plain-text.js';
import { say, type Said } from '../../shared/words/said/say.js';
import type { SaveSupplierSearchInput, UserError } from '../schema.generated.js';
import type { EstimatedValue } from './kept-record.js';
import { refuse } from '../store/refusal.js';

const LONGEST_TEXT = 200;
const SHORTEST_KEY = 8;

/** What an input says besides the need, checked. */
export interface CheckedInput {
  readonly title: string | null;
  readonly organisationName: string | null;
  readonly estimatedValue: EstimatedValue | null;
}

/** Checks what an input says besides the need. @returns The first thing that is wrong, in the order of the input's fields. */
export function checkInput(input: SaveSupplierSearchInput): CheckedInput | UserError {
  const { idempotencyKey, title, organisationName, estimatedValue } = input;
  if (idempotencyKey.length < SHORTEST_KEY || idempotencyKey.length > LONGEST_TEXT) {
    return wrong(
      'idempotencyKey',
      say`${SHORTEST_KEY} to ${LONGEST_TEXT} characters`,
      `${idempotencyKey.length}`,
    );
  }
  for (const [field, text] of Object.entries({ title, organisationName })) {
    if (text == null) continue;
    const isFit = text.length <= LONGEST_TEXT && isPlainText(text);
    if (!isFit) {
      return wrong(
        field,
        say`a text without control characters, of at most ${LONGEST_TEXT}`,
        shown(text),
      );
    }
  }
  const value = estimatedValue ? readValue(estimatedValue) : null;
  if (value !== null && 'code' in value) return value;
  return {
    title: title?.trim() || null,
    organisationName: organisationName?.trim() || null,
    estimatedValue: value,
  };
}

function readValue({
  amount,
  currency,
}: NonNullable<SaveSupplierSearchInput['estimatedValue']>): EstimatedValue | UserError {
  const minor = parseMinorUnits(amount);
  if (minor === null) {
    return wrong('estimatedValue', say`an amount such as "120000.00"`, shown(amount));
  }
  if (!CURRENCY_CODES.includes(currency)) {
    return wrong('estimatedValue', say`one of ${CURRENCY_CODES.join(', ')}`, shown(currency));
  }
  return { amount: formatMinorUnits(minor), currency };
}

function wrong(field: string, wanted: Said, got: string): UserError {
  return refuse('BAD_USER_INPUT', say`"${field}": wanted ${wanted}, got ${got}.`, [field]);
}
