import type { RegistrationRecord } from './records.js';

/** What registering changes; null where nothing. Who comes back after leaving keeps what was known. */
export function registrationChange(
  found: RegistrationRecord | null,
  url: string,
  now: Date,
): Partial<RegistrationRecord> | null {
  if (found && found.status !== 'LEFT') return found.url === url ? null : { url };
  const joining = {
    url,
    status: 'JOINING',
    reason: null,
    since: now,
    state: found?.syncedAt ? 'STALE' : 'NEVER',
    stateReason: 'not read yet',
  } as const;
  return found
    ? joining
    : { ...joining, syncedAt: null, position: null, serviceCount: 0, profile: null };
}
