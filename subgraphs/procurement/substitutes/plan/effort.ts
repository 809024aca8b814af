/** After so many steps others may have a turn: some milliseconds. */
const STEPS_OF_A_TURN = 5_000;

/** How much may still be tried. It is counted and not timed, so that the same search ends at the same step on each machine. */
export class Effort {
  private untilPause = STEPS_OF_A_TURN;

  /**
   * @param left - In steps. One is the look at one plan at one instant: about a microsecond.
   * @param isOver - Whether nobody waits any longer.
   */
  constructor(
    private left: number,
    private readonly isOver: () => boolean = () => false,
  ) {}

  get isSpent(): boolean {
    return this.left <= 0;
  }

  /** Counts what was tried. @returns Whether it is time to let others have a turn. */
  spend(steps: number): boolean {
    this.left -= steps;
    this.untilPause -= steps;
    if (this.untilPause > 0) return false;
    this.untilPause = STEPS_OF_A_TURN;
    if (this.isOver()) this.left = 0;
    return true;
  }

  /** A part of it, for one thing: what is spent of it is spent of the whole. @param most - In steps. */
  part(most: number): Effort {
    return new Part(this, Math.min(most, this.left));
  }
}

class Part extends Effort {
  constructor(
    private readonly whole: Effort,
    steps: number,
  ) {
    super(steps);
  }

  override get isSpent(): boolean {
    return super.isSpent || this.whole.isSpent;
  }

  override spend(steps: number): boolean {
    super.spend(steps);
    return this.whole.spend(steps);
  }
}
