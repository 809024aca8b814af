import { z } from 'zod';
import type { CooperativeStatus, RegistrationRecord } from './records.js';

const LONGEST_REASON = 300;

const Reason = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_REASON)
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text));

/** Whether the services of a cooperative in this state are found. */
export function isListed(status: CooperativeStatus): boolean {
  return status !== 'PAUSED' && status !== 'LEFT';
}

/** Where an operator puts a cooperative, and why. Back is `ACTIVE`, of which the reason may be left out. */
export const StateChange = z.discriminatedUnion('state', [
  z.strictObject({ state: z.enum(['PAUSED', 'PROBATION']), reason: Reason }),
  z.strictObject({ state: z.literal('ACTIVE'), reason: Reason.optional() }),
]);
export type StateChange = z.output<typeof StateChange>;

export const STATE_CHANGE_FORM = `{"state": "PAUSED" | "PROBATION" | "ACTIVE", "reason": "…"}; the reason is for people, 1 to ${LONGEST_REASON} characters on one line, and may be left out with ACTIVE only`;

/**
 * What an operator's decision changes; null where nothing. PAUSED and PROBATION stay until the next one, whatever the endpoint
 * does; ACTIVE gives it back to what looking at it shows.
 */
export function stateChange(
  found: RegistrationRecord,
  { state, reason }: StateChange,
  now: Date,
): Partial<RegistrationRecord> | null {
  const after =
    state === 'ACTIVE'
      ? { status: statusByLooks(found), reason: reason ?? found.stateReason }
      : { status: state, reason };
  if (after.status === found.status && after.reason === found.reason) return null;
  return { ...after, since: after.status === found.status ? found.since : now };
}

function statusByLooks({ syncedAt, state }: RegistrationRecord): RegistrationRecord['status'] {
  if (syncedAt === null) return 'JOINING';
  return state === 'UNREACHABLE' ? 'UNREACHABLE' : 'ACTIVE';
}
