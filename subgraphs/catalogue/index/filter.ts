import { SERVICE_KINDS } from '../../shared/words/closed-sets.js';
import { isAtOrBelowCpv } from '../../shared/words/cpv.js';
import type { MunicipalityEntry } from '../../shared/words/municipality.js';
import { distanceKm } from '../../shared/words/geo.js';
import { NOBODY, numberOfCurrency } from './columns.js';
import type { ServiceKind } from '../store/listing.js';
import type { Owner } from './owner.js';
import type { RowStore } from './row-store.js';
import type { NearQuery, SearchQuery } from './parts/search-types.js';

/** How a row meets the CPV condition, best last; `none` also where there is no condition. */
export const CPV_FIT = { none: 0, broader: 1, narrower: 2, exact: 3 } as const;

/** The codes of substitutes and of teaching, whatever they stand in for or teach: what they are of without being asked for. */
const OWN_CODES: Partial<Record<ServiceKind, string>> = {
  SUBSTITUTION: '79600000',
  TRAINING: '80000000',
};

type Lists = readonly (readonly string[])[];

/**
 * The conditions of one search other than its text, worked out once for every value that rows have. An array is null where
 * nothing is asked of that property.
 */
export interface CompiledFilter {
  /** Slots of the rows among some that meet all conditions. */
  accepted(slots: Iterable<number>): number[];
  /** One of `CPV_FIT`. */
  cpvFitOf(slot: number): number;
  /** Whether the codes asked for are of what its kind only stands in for or teaches, and neither is asked for. */
  isOfOtherKind(slot: number): boolean;
  /** Kilometres to the nearest of its municipalities, unrounded; infinite where none is known or nothing was asked. */
  distanceOf(slot: number): number;
  /** Whether its summary covers all of the time asked for; true where none was. */
  isAvailabilityKnown(slot: number): boolean;
}

/** Which lists have any of some values; null where none are wanted. */
export function flagLists(lists: Lists, wanted: readonly string[]): Uint8Array | null {
  if (wanted.length === 0) return null;
  const set = new Set(wanted);
  return Uint8Array.from(lists, (values) => Number(values.some((value) => set.has(value))));
}

function cpvFit(code: string, asked: string): number {
  if (code === asked) return CPV_FIT.exact;
  if (isAtOrBelowCpv(code, asked)) return CPV_FIT.narrower;
  return isAtOrBelowCpv(asked, code) ? CPV_FIT.broader : CPV_FIT.none;
}

/** The kinds of which nothing is meant by the codes asked for; none where no codes are. */
function otherKinds({ cpv, kinds }: SearchQuery): ReadonlySet<ServiceKind> {
  if (cpv.length === 0) return new Set();
  const isMeant = (kind: ServiceKind, own: string): boolean =>
    kinds.includes(kind) ||
    cpv.some((asked) => isAtOrBelowCpv(asked, own) || isAtOrBelowCpv(own, asked));
  const kindsWithCodes = SERVICE_KINDS.filter((kind) => {
    const own = OWN_CODES[kind];
    return own !== undefined && !isMeant(kind, own);
  });
  return new Set(kindsWithCodes);
}

function cpvFits(lists: Lists, wanted: readonly string[]): Uint8Array | null {
  if (wanted.length === 0) return null;
  const fitByCode = new Map<string, number>();
  const fitOf = (code: string): number => {
    const known = fitByCode.get(code);
    if (known !== undefined) return known;
    const fit = Math.max(...wanted.map((asked) => cpvFit(code, asked)));
    fitByCode.set(code, fit);
    return fit;
  };
  return Uint8Array.from(lists, (codes) => Math.max(0, ...codes.map(fitOf)));
}

function distances(
  lists: Lists,
  near: NearQuery | null,
  municipalityByCode: ReadonlyMap<string, MunicipalityEntry>,
): Float64Array | null {
  if (!near) return null;
  const distanceByCode = new Map<string, number>();
  const distanceTo = (code: string): number => {
    const known = distanceByCode.get(code);
    if (known !== undefined) return known;
    const { latitude = null, longitude = null } = municipalityByCode.get(code) ?? {};
    const isPlaced = latitude !== null && longitude !== null;
    const kilometres = isPlaced ? distanceKm(near, { latitude, longitude }) : Infinity;
    distanceByCode.set(code, kilometres);
    return kilometres;
  };
  return Float64Array.from(lists, (codes) => Math.min(...codes.map(distanceTo)));
}

/** Which owners are listed and meet the conditions on cooperatives, by their numbers. */
function flagOwners(store: RowStore, query: SearchQuery): Uint8Array {
  const ids = new Set(query.cooperatives);
  const meets = (owner: Owner): boolean => {
    if (!owner.isListed || (ids.size > 0 && !ids.has(owner.id))) return false;
    return query.certifications.every((asked) => owner.holds(asked, query.validOn));
  };
  const flags = new Uint8Array(store.columns.owners.size);
  for (const owner of store.owners()) flags[owner.number] = Number(meets(owner));
  flags[NOBODY] = 0;
  return flags;
}

/** @param municipalityByCode - Where municipalities are. */
export function compileFilter(
  query: SearchQuery,
  store: RowStore,
  municipalityByCode: ReadonlyMap<string, MunicipalityEntry>,
): CompiledFilter {
  const { columns } = store;
  const owners = flagOwners(store, query);
  const ids = query.ids.length === 0 ? null : new Set(query.ids);
  const kinds = flagLists(
    columns.kinds.values().map((kind) => [kind]),
    query.kinds,
  );
  const areas = flagLists(columns.areas.lists(), query.municipalities);
  const trades = flagLists(columns.tradeLists.lists(), query.trades);
  const fits = cpvFits(columns.codeLists.lists(), query.cpv);
  const kilometres = distances(columns.areas.lists(), query.near, municipalityByCode);
  const radiusKm = query.near?.radiusKm ?? Infinity;
  const ceiling = query.maxNetPrice;
  const currency = ceiling && numberOfCurrency(ceiling.currency);
  const isFree = query.available && columns.capacity.mayHave(query.available);

  const cpvFitOf = (slot: number): number => fits?.[columns.codeList[slot] ?? 0] ?? CPV_FIT.none;
  const others = otherKinds(query);
  const isOfOtherKind = (slot: number): boolean => {
    const kind = others.size > 0 ? store.rows()[slot]?.kind : undefined;
    return kind !== undefined && others.has(kind);
  };
  const distanceOf = (slot: number): number => kilometres?.[columns.area[slot] ?? 0] ?? Infinity;
  const accepts = (slot: number): boolean =>
    owners[columns.owner[slot] ?? NOBODY] === 1 &&
    (ids === null || ids.has(store.rows()[slot]?.id ?? '')) &&
    (kinds === null || kinds[columns.kind[slot] ?? 0] === 1) &&
    (areas === null || areas[columns.area[slot] ?? 0] === 1) &&
    (trades === null || trades[columns.tradeList[slot] ?? 0] === 1) &&
    (fits === null || cpvFitOf(slot) !== CPV_FIT.none) &&
    (kilometres === null || distanceOf(slot) <= radiusKm) &&
    (ceiling === null ||
      (columns.currency[slot] === currency &&
        (columns.netMinor[slot] ?? Infinity) <= ceiling.minor)) &&
    (isFree === null || isFree(slot));
  const accepted = (slots: Iterable<number>): number[] => {
    const found: number[] = [];
    for (const slot of slots) if (accepts(slot)) found.push(slot);
    return found;
  };
  const isAvailabilityKnown = query.available
    ? columns.capacity.covers(query.available)
    : () => true;
  return { accepted, cpvFitOf, isOfOtherKind, distanceOf, isAvailabilityKnown };
}
