/** A source of numbers from 0 to below 1. */
export type Random = () => number;

/** The same numbers every time, by Tommy Ettinger's mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of a list, all alike. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** One of a list, the early ones far more often, as words stand in a text (Zipf). */
export function pickOften<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(items.length ** random()) - 1] as Item;
}
