/** A time, of which all erasures are sent at once; null where it has no such end. */
export interface Stretch {
  readonly from: Date | null;
  /** The first instant after it. */
  readonly before: Date | null;
}

/** What is sent at once. */
export interface Batch<Erasure> {
  readonly some: readonly Erasure[];
  /** Of all that is not sent what may be told in answer; stretches cover all times, and none twice. */
  readonly stretch: Stretch;
}

/**
 * Erasures as they are sent; of none at all an empty batch, since a cooperative may know of some.
 * @param all - In the order of `at`.
 */
export function inBatches<Erasure extends { readonly at: Date }>(
  all: readonly Erasure[],
  most: number,
): Batch<Erasure>[] {
  return Array.from({ length: Math.max(1, Math.ceil(all.length / most)) }, (_, index) => {
    const [start, end] = [index * most, (index + 1) * most];
    const from = index === 0 ? null : (all[start]?.at ?? null);
    return { some: all.slice(start, end), stretch: { from, before: all[end]?.at ?? null } };
  });
}
