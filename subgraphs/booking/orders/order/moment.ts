/** When and how answers are judged. */
export interface Moment {
  /** The network's clock. */
  readonly now: Date;
  /** Whether whoever waits for the order can wait no longer. */
  readonly isTimeUp: boolean;
  /** How long holds last, in minutes. */
  readonly holdMinutes: number;
}

/** Beyond its length, a hold is surely over after this many more minutes, whatever the owner's clock says. */
const SURELY_MINUTES = 5;

/** When nothing can be left of a hold that an owner makes by now. */
export function surelyOver({ now, holdMinutes }: Moment): Date {
  return new Date(now.getTime() + (holdMinutes + SURELY_MINUTES) * 60_000);
}

/** Whether a hold that its owner said to end then is over, whatever the owner's clock says. */
export function isSurelyOver(expiresAt: Date, now: Date): boolean {
  return expiresAt.getTime() + SURELY_MINUTES * 60_000 <= now.getTime();
}
