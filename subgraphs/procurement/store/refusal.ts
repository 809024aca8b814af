import type { UserErrorCode } from '../schema.generated.js';

/** What the caller of a command can correct. */
export interface Refusal {
  readonly code: UserErrorCode;
  readonly message: string;
  /** Path into the client's input; null when no single field is at fault. */
  readonly field: string[] | null;
}

/** @param field - Path into the client's input. */
export function refuse(
  code: UserErrorCode,
  message: string,
  field: readonly (string | number)[] | null = null,
): Refusal {
  return { code, message, field: field && field.map(String) };
}
