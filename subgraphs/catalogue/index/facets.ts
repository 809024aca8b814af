import type { ListNumbering } from './parts/list-numbering.js';
import type { Numbering } from './parts/numbering.js';
import type { RowStore } from './row-store.js';
import type { FacetCount, Facets } from './parts/search-types.js';

/** How many matches have each value of a column. Quickly counted, so that it is done while the rows stand still. */
export interface Tally {
  readonly kinds: Uint32Array;
  readonly owners: Uint32Array;
  readonly areas: Uint32Array;
  readonly divisionLists: Uint32Array;
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
    divisionLists: count(columns.divisionList, columns.divisionLists.lists().length),
    tradeLists: count(columns.tradeList, columns.tradeLists.lists().length),
  };
}

/** Most first, ties by value. */
function sorted(counts: readonly FacetCount[]): FacetCount[] {
  return [...counts].sort(
    (one, other) => other.count - one.count || (one.value < other.value ? -1 : 1),
  );
}

/** Facets of values that each row has one of. @param counts - By the values' numbers. */
function facetsOfValues(counts: Uint32Array, values: Numbering): FacetCount[] {
  const all = values.values().map((value, number) => ({ value, count: counts[number] ?? 0 }));
  return sorted(all.filter(({ count }) => count > 0));
}

/** Facets of values of which a row has several. @param counts - By the lists' numbers. */
function facetsOfLists(counts: Uint32Array, lists: ListNumbering): FacetCount[] {
  const totals = new Uint32Array(lists.values.size);
  const members = lists.members();
  for (let list = 0; list < counts.length; list += 1) {
    const count = counts[list] ?? 0;
    if (count === 0) continue;
    for (const value of members[list] ?? []) totals[value] = (totals[value] ?? 0) + count;
  }
  return facetsOfValues(totals, lists.values);
}

/** A row counts for each scheme of which its cooperative holds evidence that is valid on a day. */
function facetsOfSchemes(owners: Uint32Array, store: RowStore, validOn: string): FacetCount[] {
  const countByScheme = new Map<string, number>();
  for (const owner of store.owners()) {
    const count = owners[owner.number] ?? 0;
    if (count === 0) continue;
    for (const scheme of owner.schemesValidOn(validOn)) {
      countByScheme.set(scheme, (countByScheme.get(scheme) ?? 0) + count);
    }
  }
  return sorted([...countByScheme].map(([value, count]) => ({ value, count })));
}

/** @param validOn - `YYYY-MM-DD`, for certifications. */
export function createFacets(tally: Tally, store: RowStore, validOn: string): Facets {
  const { kinds, owners, areas, divisionLists, tradeLists } = store.columns;
  return {
    kinds: facetsOfValues(tally.kinds, kinds),
    cpvDivisions: facetsOfLists(tally.divisionLists, divisionLists),
    trades: facetsOfLists(tally.tradeLists, tradeLists),
    municipalities: facetsOfLists(tally.areas, areas),
    cooperatives: facetsOfValues(tally.owners, owners),
    certifications: facetsOfSchemes(tally.owners, store, validOn),
  };
}
