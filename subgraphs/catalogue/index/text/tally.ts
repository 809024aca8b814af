/** Of a share above one in so many, all is put back at once: it is quicker in the order of memory. */
const MANY = 16;

/**
 * Scores and reasons of rows by their slots. Arrays as long as the catalogue are kept from search to search; only what was
 * touched is put back, so that a rare word costs what it finds.
 */
export class Tally {
  /** Rows with a score, in no particular order. */
  readonly slots: number[] = [];
  /** 0 where a row has none. */
  scoreBySlot = new Float64Array(0);
  /** Bits, see `reasonBit`. */
  reasonsBySlot = new Uint8Array(0);

  /** Empties it. @param slots - How many are in use. */
  restart(slots: number): void {
    if (this.slots.length * MANY > this.scoreBySlot.length) {
      this.scoreBySlot.fill(0);
      this.reasonsBySlot.fill(0);
    } else {
      for (const slot of this.slots) {
        this.scoreBySlot[slot] = 0;
        this.reasonsBySlot[slot] = 0;
      }
    }
    this.slots.length = 0;
    if (this.scoreBySlot.length >= slots) return;
    const room = Math.max(1_024, slots * 2);
    this.scoreBySlot = new Float64Array(room);
    this.reasonsBySlot = new Uint8Array(room);
  }

  has(slot: number): boolean {
    return (this.scoreBySlot[slot] ?? 0) > 0;
  }

  /** Keeps the best of a row's scores, and all its reasons. @param score - Above 0. */
  keepBest(slot: number, score: number, reasons: number): void {
    const best = this.scoreBySlot[slot] ?? 0;
    if (best === 0) this.slots.push(slot);
    if (score > best) this.scoreBySlot[slot] = score;
    this.reasonsBySlot[slot] = (this.reasonsBySlot[slot] ?? 0) | reasons;
  }

  /** Adds what another one has of the rows of this one. */
  add(other: Tally): void {
    for (const slot of this.slots) {
      this.scoreBySlot[slot] = (this.scoreBySlot[slot] ?? 0) + (other.scoreBySlot[slot] ?? 0);
      this.reasonsBySlot[slot] = (this.reasonsBySlot[slot] ?? 0) | (other.reasonsBySlot[slot] ?? 0);
    }
  }

  /** Gives each row its share of a sum. */
  divide(by: number): void {
    if (by === 1) return;
    for (const slot of this.slots) this.scoreBySlot[slot] = (this.scoreBySlot[slot] ?? 0) / by;
  }

  /** Takes one reason from all rows that have others too. @param reason - Its bit. */
  dropBesideOthers(reason: number): void {
    for (const slot of this.slots) {
      const reasons = this.reasonsBySlot[slot] ?? 0;
      if (reasons !== reason) this.reasonsBySlot[slot] = reasons & ~reason;
    }
  }
}
