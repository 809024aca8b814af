import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import { distanceKm } from '../../shared/words/geo.js';
import { MOST_OF_A_KIND, NOTHING_ELSE, type Searched } from './other-searches.js';
import type { Suggestion } from './parts/search-types.js';

/**
 * The nearest municipality in which somebody does what a text asks for, where nobody does it in the place that the text names; null
 * where somebody does, or nobody anywhere, and where the search is limited to places of its own.
 */
export function nearestToNamed(searched: Searched, lists: ReferenceLists): Suggestion | null {
  const { query, asked, isFoundThere } = searched;
  if (isFoundThere || query.municipalities.length > 0 || query.near) return null;
  const municipalities = asked?.places ?? [];
  return suggestPlaces({ ...searched, query: { ...query, municipalities } }, lists)[0] ?? null;
}

/** The nearest municipalities in which there is what was not found where it was looked for. */
export function suggestPlaces(
  { store, query, find }: Pick<Searched, 'store' | 'query' | 'find'>,
  { municipalityByCode }: ReferenceLists,
): Suggestion[] {
  if (query.municipalities.length === 0 && !query.near) return [];
  const elsewhere = find({ ...query, municipalities: [], near: null });
  const counts = new Map<string, number>();
  for (const slot of elsewhere.slots) {
    if (elsewhere.isRanked && elsewhere.fitOf(slot) !== 'GOOD') continue;
    for (const code of store.rows()[slot]?.municipalities ?? []) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const centreOf = (code: string) => {
    const { latitude = null, longitude = null } = municipalityByCode.get(code) ?? {};
    return latitude === null || longitude === null ? [] : [{ latitude, longitude }];
  };
  const from = query.near ? [query.near] : query.municipalities.flatMap(centreOf);
  const kilometresTo = (code: string): number =>
    Math.min(...centreOf(code).flatMap((centre) => from.map((place) => distanceKm(place, centre))));
  return [...counts]
    .map(([municipality, count]) => ({ municipality, count, away: kilometresTo(municipality) }))
    .sort((a, b) => byNumber(a.away, b.away) || (a.municipality < b.municipality ? -1 : 1))
    .slice(0, MOST_OF_A_KIND)
    .map(({ municipality, count, away }) => ({
      ...NOTHING_ELSE,
      kind: 'PLACE',
      text: query.text,
      municipality,
      distanceKm: Number.isFinite(away) ? Math.round(away * 10) / 10 : null,
      count,
    }));
}

/** Compares distances of which both may be infinite. */
function byNumber(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
