import type { UserError } from '../schema.generated.js';

/** What the caller of a command can correct. @param field - Path into the client's input; null when no single field is at fault. */
export function refuse(
  code: UserError['code'],
  message: string,
  field: readonly string[] | null = null,
): UserError {
  return { code, message, field: field && [...field], alternatives: [], retry: false };
}

/** Of a command whose key another one had. */
export const KEY_WAS_USED: UserError = refuse(
  'IDEMPOTENCY_CONFLICT',
  'This key was used before, with another input.',
  ['idempotencyKey'],
);
