import { z } from 'zod';
import { isOfForm } from '../../../../schema/scalars.js';
import { CURRENCY_CODES, PRICE_UNITS } from '../../../shared/words/closed-sets.js';
import { formatMinorUnits, parseMinorUnits, parseVatRate } from '../../../shared/words/money.js';
import { BOOKING_STATES, USER_ERROR_CODES } from '../../store/closed-sets.js';
import type { QuoteRecord } from '../../store/records.js';
import type { Refusal } from '../../store/refusal.js';

// The forms of what owners answer.

const Instant = z
  .string()
  .refine((text) => isOfForm('DateTime', text))
  .transform((text) => new Date(text));
const Count = z.number().int().min(0).max(2_147_483_647);
const Amount = z.string().transform((text, context) => {
  const minor = parseMinorUnits(text);
  if (minor !== null) return minor;
  context.addIssue({ code: 'custom', message: 'wanted an amount' });
  return z.NEVER;
});
/** An amount as it leaves, whoever wrote it. */
const AmountText = Amount.transform((minor) => formatMinorUnits(minor));
const VatRate = z.string().transform((text, context) => {
  const hundredths = parseVatRate(text);
  if (hundredths !== null) return String(hundredths / 100);
  context.addIssue({ code: 'custom', message: 'wanted a rate' });
  return z.NEVER;
});
const Units = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,4})?$/)
  .transform((text) => String(Number(text)));

const Line = z.object({
  units: Units,
  unit: z.enum(PRICE_UNITS),
  unitNet: AmountText,
  net: AmountText,
  vatRate: VatRate,
  vat: AmountText,
  gross: AmountText,
});

/** What an owner says that something costs. */
export const Quote = z
  .object({
    net: Amount,
    vat: Amount,
    gross: Amount,
    currency: z.enum(CURRENCY_CODES),
    lines: z.array(Line).min(1).max(20),
  })
  .refine(({ net, vat, gross }) => net + vat === gross, 'net and vat do not make gross')
  .refine(
    ({ gross, lines }) =>
      lines.reduce((sum, line) => sum + (parseMinorUnits(line.gross) ?? NaN), 0) === gross,
    'the lines do not add up',
  )
  .transform(({ net, vat, gross, ...rest }): QuoteRecord => {
    return { netMinor: net, vatMinor: vat, grossMinor: gross, ...rest };
  });

const Title = z.object({ text: z.string().max(1_000), language: z.string().max(10) }).nullish();

/** A leg of an order as its owner has it. */
export const Leg = z.object({
  leg: Count,
  state: z.enum(BOOKING_STATES),
  start: Instant,
  minutes: Count,
  quantity: Count,
  expiresAt: Instant.nullable(),
  waitingPosition: Count.nullable(),
  bookings: z
    .array(z.object({ id: z.string().max(100), deliveredMinutes: Count.nullish() }))
    .max(1_000),
  quote: Quote,
  service: z.object({
    id: z.string(),
    languages: z.array(z.string().max(10)).max(20).optional(),
    fi: Title,
    sv: Title,
    en: Title,
  }),
});

/**
 * Refusals that decide nothing about the bookings, of which there may be some: something else was carried out under this key,
 * the token was not accepted, the owner's books are out of reach, it has too much to do.
 */
const NO_DECISION: readonly Refusal['code'][] = [
  'IDEMPOTENCY_CONFLICT',
  'FORBIDDEN',
  'COOPERATIVE_UNAVAILABLE',
  'TOO_BUSY',
];

/** Whether an owner that refuses so has said nothing of what was asked. */
export function decidesNothing({ code }: Pick<Refusal, 'code'>): boolean {
  return NO_DECISION.includes(code);
}

/** Why an owner refuses. Its `message` is the owner's own text: for the operator's log alone. */
export const UserError = z.object({
  code: z.enum(USER_ERROR_CODES),
  message: z.string().transform((text) => text.slice(0, 300)),
  field: z
    .array(z.string().transform((name) => name.slice(0, 40)))
    .transform((path) => path.slice(0, 6))
    .nullish(),
  alternatives: z.array(Instant).max(100).nullish(),
});

/** What is answered to reading: each leg is judged by itself. */
export const Rows = z.object({
  legs: z.array(z.unknown()).max(100),
  userErrors: z
    .array(z.object({ code: z.string() }))
    .max(1_000)
    .default([]),
});

/** A row of which at least is known which leg it is about. */
export const Numbered = z.object({ leg: Count });

/** What every command on an order's bookings is answered. */
export const Payload = z.object({
  legs: z.array(Leg).max(100),
  userErrors: z.array(UserError).max(1_000),
});
