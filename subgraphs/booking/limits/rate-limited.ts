import { say, type Said } from '../../shared/words/said/say.js';
import { refuse, undecided, type Refusal } from '../store/refusal.js';

/** A claim of which nothing was begun after so long belongs to a process that was killed in between; real time. */
export const IN_BETWEEN_MS = 60_000;

/** When something that is awaited may have ended. */
const AWAITED_SECONDS = 10;

/**
 * Refuses what goes beyond a limit. Nothing is decided: once there is room again, the same command may be carried out.
 * @param message - Says what there is already.
 * @param limit - As `network.json` names it.
 * @param field - Path into the client's input; null for no single one.
 * @param freeAt - When there may be room again; null for soon.
 */
export function rateLimited(
  message: Said,
  limit: string,
  field: readonly string[] | null,
  freeAt: Date | null,
  now: Date,
): Refusal {
  const leftMs = freeAt === null ? AWAITED_SECONDS * 1_000 : freeAt.getTime() - now.getTime();
  const retryAfterSeconds = Math.max(Math.ceil(leftMs / 1_000), 1);
  return comeBack('RATE_LIMITED', message, limit, field, retryAfterSeconds);
}

/**
 * Refuses what there is no room for now, and says when to send it again, with the same key.
 * @param limit - As `network.json` names it.
 * @param field - Path into the client's input; null for no single one.
 */
export function comeBack(
  code: Refusal['code'],
  message: Said,
  limit: string,
  field: readonly string[] | null,
  retryAfterSeconds: number,
): Refusal {
  const text = say`${message} (limits.${limit}); wait ${waitOf(retryAfterSeconds)}.`;
  return { ...undecided(refuse(code, text, field)), retryAfterSeconds };
}

function waitOf(seconds: number): Said {
  if (seconds < 100) return say`${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 100) return say`${minutes} min`;
  const hours = Math.ceil(minutes / 60);
  return hours < 100 ? say`${hours} h` : say`${Math.ceil(hours / 24)} days`;
}
