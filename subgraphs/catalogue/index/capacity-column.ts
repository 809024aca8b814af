import { epochDayOf } from '../../shared/words/dates.js';
import type { CapacitySummary } from '../store/listing.js';
import type { AvailabilityQuery } from './parts/search-types.js';

/** Places in a row's block; its days follow. */
const HEAD = {
  /** How many numbers the block has. */
  size: 0,
  /** Days since 1970-01-01. */
  firstDay: 1,
  minMinutes: 2,
  dayCount: 3,
  length: 4,
} as const;

/** Sizes rise in such steps, so that an owner who gives ever more days leaves few blocks behind. */
const BLOCK_STEP = 100;

/** The block of rows of which nothing was ever known: no days, no minimum. */
const NOTHING = 0;

/**
 * What can probably be booked of each row, by slot. One block of numbers a row, in one array: a search reads it from front to
 * back. A row pays for the days that its owner gave, and for no other's.
 */
export class CapacityColumn {
  #blockOf = new Uint32Array(0);
  #numbers = new Int32Array(BLOCK_STEP);
  #end = BLOCK_STEP;

  /** @param summary - Null when nothing is known. */
  put(slot: number, summary: CapacitySummary | null): void {
    const days = summary?.longestMinutes ?? [];
    const block = summary ? this.#roomFor(slot, days.length) : (this.#blockOf[slot] ?? NOTHING);
    if (block === NOTHING) return;
    this.#numbers[block + HEAD.firstDay] = summary ? epochDayOf(summary.from) : 0;
    this.#numbers[block + HEAD.minMinutes] = summary?.minMinutes ?? 0;
    this.#numbers[block + HEAD.dayCount] = days.length;
    this.#numbers.set(days, block + HEAD.length);
  }

  /**
   * Whether a row may have what is asked for. What is not known excludes nothing: neither a row without a summary nor days
   * outside of it.
   */
  mayHave({ from, to, minutes }: AvailabilityQuery): (slot: number) => boolean {
    const first = epochDayOf(from);
    const last = epochDayOf(to);
    if (last < first) return () => false;
    const numbers = this.#numbers;
    const blockOf = this.#blockOf;
    return (slot) => {
      const block = blockOf[slot] ?? NOTHING;
      if (minutes < (numbers[block + HEAD.minMinutes] ?? 0)) return false;
      const firstDay = numbers[block + HEAD.firstDay] ?? 0;
      const dayCount = numbers[block + HEAD.dayCount] ?? 0;
      if (first < firstDay || last >= firstDay + dayCount) return true;
      const end = block + HEAD.length + last - firstDay;
      for (let at = block + HEAD.length + first - firstDay; at <= end; at += 1) {
        if ((numbers[at] ?? 0) >= minutes) return true;
      }
      return false;
    };
  }

  /** Whether a row's summary covers every one of the days asked for. */
  covers({ from, to }: AvailabilityQuery): (slot: number) => boolean {
    const first = epochDayOf(from);
    const last = epochDayOf(to);
    return (slot) => {
      const block = this.#blockOf[slot] ?? NOTHING;
      const firstDay = this.#numbers[block + HEAD.firstDay] ?? 0;
      return first >= firstDay && last < firstDay + (this.#numbers[block + HEAD.dayCount] ?? 0);
    };
  }

  /** A row's own block, with room for so many days. */
  #roomFor(slot: number, dayCount: number): number {
    const block = this.#blockOf[slot] ?? NOTHING;
    const wanted = HEAD.length + dayCount;
    if (wanted <= (this.#numbers[block + HEAD.size] ?? 0)) return block;
    if (slot >= this.#blockOf.length) {
      const grown = new Uint32Array(Math.max(1_024, slot * 2));
      grown.set(this.#blockOf);
      this.#blockOf = grown;
    }
    const size = Math.ceil(wanted / BLOCK_STEP) * BLOCK_STEP;
    if (this.#end + size > this.#numbers.length) {
      const grown = new Int32Array((this.#end + size) * 2);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    const made = this.#end;
    this.#end += size;
    this.#numbers[made + HEAD.size] = size;
    this.#blockOf[slot] = made;
    return made;
  }
}
