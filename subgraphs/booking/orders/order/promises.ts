import type { CommandOutcome, OrderRecord } from '../../store/records.js';

// What a caller is told must stay true. An answer that leaves before a command is decided is a promise: the order is theirs, or
// the change is under way, whatever comes of it. It is written down before it leaves, and stands for ever.

/** In `promised`, the command that made the order. */
export const MADE = 'made';

/** What is answered to a command that is not decided yet. */
export const GOES_ON: CommandOutcome = { isEffective: true, userErrors: [] };

type Promising = Pick<OrderRecord, 'promised' | 'answer' | 'commands'>;

/** Whether the caller of a command was told that it goes on. @param keyHash - Null for the one that made the order. */
export function isPromised(
  { promised = [] }: Pick<OrderRecord, 'promised'>,
  keyHash: string | null,
): boolean {
  return promised.includes(keyHash ?? MADE);
}

/** How a command was decided; null while it is not, or is not known here. @param keyHash - As in `isPromised`. */
export function decidedAs(
  { answer, commands }: Pick<Promising, 'answer' | 'commands'>,
  keyHash: string | null,
): CommandOutcome | null {
  if (keyHash === null) return answer;
  return commands.find((command) => command.keyHash === keyHash)?.outcome ?? null;
}

/** What a command is answered; null when that is open still, and must be promised first. @param keyHash - As in `isPromised`. */
export function answerTo(order: Promising, keyHash: string | null): CommandOutcome | null {
  return decidedAs(order, keyHash) ?? (isPromised(order, keyHash) ? GOES_ON : null);
}

/** What is told to the caller of a command. @throws Error where that is open: what may still change must not leave. */
export function toldTo(order: Promising, keyHash: string | null): CommandOutcome {
  const told = answerTo(order, keyHash);
  if (told) return told;
  throw new Error('An answer that is neither decided nor promised must not leave.');
}

/** What is kept of an outcome: where its caller was told already that it goes on, that stays the answer. */
export function keptOutcome(
  order: Pick<OrderRecord, 'promised'>,
  keyHash: string | null,
  outcome: CommandOutcome,
): CommandOutcome {
  return isPromised(order, keyHash) ? { ...GOES_ON, late: outcome.userErrors } : outcome;
}
