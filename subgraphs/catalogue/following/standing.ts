import type { FeedFault } from '../feed/feed-fault.js';
import type { Standing } from '../store/records.js';

/** After how many failures in a row a cooperative counts as not answering. */
const FAILURES_UNTIL_UNREACHABLE = 2;

export interface LookResult {
  /** Null when the look succeeded: the copy equals the cooperative's data. */
  readonly fault: FeedFault | null;
  /** How many looks in a row the cooperative did not answer, this one included. */
  readonly silentLooks: number;
  readonly now: Date;
  readonly freshForMs: number;
}

/**
 * Where a cooperative stands after a look at its feed; `before` itself when nothing but `syncedAt` would change.
 * @param before - With `syncedAt` as last known.
 */
export function standingAfter(before: Standing, look: LookResult): Standing {
  const after =
    look.fault === null ? afterSuccess(before, look) : afterFault(before, look.fault, look);
  const isSame =
    after.status === before.status &&
    after.reason === before.reason &&
    after.state === before.state &&
    after.stateReason === before.stateReason &&
    (after.stateDetail ?? null) === (before.stateDetail ?? null);
  return isSame ? before : after;
}

function afterSuccess(before: Standing, { now }: LookResult): Standing {
  const read = {
    state: 'FRESH',
    stateReason: null,
    stateDetail: undefined,
    syncedAt: now,
  } as const;
  return { ...withStatus(before, 'ACTIVE', null, now), ...read };
}

function afterFault(before: Standing, fault: FeedFault, look: LookResult): Standing {
  const { syncedAt } = before;
  const why = { stateReason: fault.message, stateDetail: fault.detail ?? undefined };
  const stand = (status: 'JOINING' | 'ACTIVE' | 'UNREACHABLE'): Standing =>
    withStatus(before, status, fault.message, look.now);
  // A cooperative that was never read stays NEVER and JOINING, whatever the reason.
  if (syncedAt === null) return { ...stand('JOINING'), state: 'NEVER', ...why };
  if (fault.kind !== 'silent') return { ...stand('ACTIVE'), state: 'STALE', ...why };
  if (look.silentLooks >= FAILURES_UNTIL_UNREACHABLE) {
    return { ...stand('UNREACHABLE'), state: 'UNREACHABLE', ...why };
  }
  const isOld = look.now.getTime() - syncedAt.getTime() > look.freshForMs;
  return before.state === 'FRESH' && isOld ? { ...before, state: 'STALE', ...why } : before;
}

/** Moves between the states that looks decide; the operators' own (PROBATION, PAUSED, LEFT) keep status and reason. */
function withStatus(
  before: Standing,
  status: 'JOINING' | 'ACTIVE' | 'UNREACHABLE',
  reason: string | null,
  now: Date,
): Standing {
  switch (before.status) {
    case 'PROBATION':
    case 'PAUSED':
    case 'LEFT':
      return before;
    case 'JOINING':
    case 'ACTIVE':
    case 'UNREACHABLE':
      return { ...before, status, reason, since: status === before.status ? before.since : now };
  }
}
