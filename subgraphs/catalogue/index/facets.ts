import type { RowStore } from './row-store.js';
import type { FacetCount, Facets } from './parts/search-types.js';

/** How many matches have each value of a column. Quickly counted, so that it is done while the rows stand still. */
export interface Tally {
  readonly kinds: Uint32Array;
  readonly owners: Uint32Array;
  readonly areas: Uint32Array;
  readonly codeLists: Uint32Array;
  readonly tradeLists: Uint32Array;
}

/** @param slots - Of the matches. */
export function tallyMatches(slots: readonly number[], { columns }: RowStore): Tally {
  const count = (column: Uint8Array | Uint32Array, values: number): Uint32Array => {
    const counts = new Uint32Array(values);
    for (const slot of slots) {
      const value = column[slot] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  };
  return {
    kinds: count(columns.kind, columns.kinds.size),
    owners: count(columns.owner, columns.owners.size),
    areas: count(columns.area, columns.areas.lists().length),
    codeLists: count(columns.codeList, columns.codeLists.lists().length),
    tradeLists: count(columns.tradeList, columns.tradeLists.lists().length),
  };
}

class Counts {
  readonly #countByValue = new Map<string, number>();

  add(values: Iterable<string>, count: number): void {
    for (const value of values) {
      this.#countByValue.set(value, (this.#countByValue.get(value) ?? 0) + count);
    }
  }

  /** Most first, ties by value. */
  toFacets(): FacetCount[] {
    return [...this.#countByValue]
      .map(([value, count]) => ({ value, count }))
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  }
}

/** Facets of one property. @param valuesOf - The values for which a row of this number counts, each once. */
function toFacets(
  counts: Uint32Array,
  valuesOf: (number: number) => Iterable<string>,
): FacetCount[] {
  const totals = new Counts();
  counts.forEach((count, number) => {
    if (count > 0) totals.add(valuesOf(number), count);
  });
  return totals.toFacets();
}

/** @param validOn - `YYYY-MM-DD`, for certifications. */
export function createFacets(tally: Tally, store: RowStore, validOn: string): Facets {
  const { kinds, owners, areas, divisionsByCodeList, tradeLists } = store.columns;
  return {
    kinds: toFacets(tally.kinds, (number) => [kinds.valueOf(number)]),
    cpvDivisions: toFacets(tally.codeLists, (number) => divisionsByCodeList[number] ?? []),
    trades: toFacets(tally.tradeLists, (number) => tradeLists.lists()[number] ?? []),
    municipalities: toFacets(tally.areas, (number) => areas.lists()[number] ?? []),
    cooperatives: toFacets(tally.owners, (number) => [owners.valueOf(number)]),
    certifications: toFacets(
      tally.owners,
      (number) => store.findOwner(owners.valueOf(number))?.schemesValidOn(validOn) ?? [],
    ),
  };
}
