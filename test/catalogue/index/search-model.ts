import type {
  SearchQuery,
  SearchSort,
} from '../../../subgraphs/catalogue/index/parts/search-types.js';
import type {
  CooperativeListing,
  FollowedService,
} from '../../../subgraphs/catalogue/store/listing.js';
import { isAtOrBelowCpv } from '../../../subgraphs/shared/words/cpv.js';
import { localize } from '../../../subgraphs/shared/words/localized.js';
import { distanceKm } from '../../../subgraphs/shared/words/geo.js';
import { LISTS } from './listings.js';

/** What is in the index, as plain lists. */
export interface ModelState {
  readonly services: readonly FollowedService[];
  readonly cooperatives: readonly CooperativeListing[];
  readonly listed: ReadonlySet<string>;
}

function distanceOf({ municipalities }: FollowedService, { near }: SearchQuery): number {
  const distances = municipalities.map((code) => {
    const { latitude, longitude } = LISTS.municipalityByCode.get(code) ?? {
      latitude: null,
      longitude: null,
    };
    return near && latitude !== null && longitude !== null
      ? distanceKm(near, { latitude, longitude })
      : Infinity;
  });
  return Math.min(...distances);
}

/** The less, the better; 3 where no code meets the condition. */
function cpvTier({ cpv }: FollowedService, query: SearchQuery): number {
  const tiers = cpv.flatMap((code) =>
    query.cpv.map((asked) => {
      if (code === asked) return 0;
      if (isAtOrBelowCpv(code, asked)) return 1;
      return isAtOrBelowCpv(asked, code) ? 2 : 3;
    }),
  );
  return Math.min(3, ...tiers);
}

/** Whether it stands in for, or teaches, what the codes mean, and nobody asked for that. */
function isOfOtherKind({ kind }: FollowedService, { cpv, kinds }: SearchQuery): boolean {
  const own = { SUBSTITUTION: '796', TRAINING: '80', SERVICE: '', SPACE: '' }[kind];
  return !kinds.includes(kind) && !cpv.some((asked) => asked.startsWith(own));
}

/** Every day from one to another, both included. */
function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (const day = new Date(from); day <= new Date(to); day.setUTCDate(day.getUTCDate() + 1)) {
    days.push(day.toISOString().slice(0, 10));
  }
  return days;
}

/** Whether the summary covers all days asked for; true where none are. */
export function isAvailabilityKnown(
  { capacity }: FollowedService,
  { available }: SearchQuery,
): boolean {
  if (available === null) return true;
  const end = new Date(capacity?.from ?? 0);
  end.setUTCDate(end.getUTCDate() + (capacity?.longestMinutes.length ?? 0));
  return (
    capacity !== null &&
    capacity.from <= available.from &&
    available.to < end.toISOString().slice(0, 10)
  );
}

function mayHave({ capacity }: FollowedService, { available }: SearchQuery): boolean {
  if (available === null) return true;
  if (available.to < available.from) return false;
  if (capacity === null) return true;
  if (available.minutes < capacity.minMinutes) return false;
  const end = new Date(capacity.from);
  end.setUTCDate(end.getUTCDate() + capacity.longestMinutes.length - 1);
  const known = daysBetween(capacity.from, end.toISOString().slice(0, 10));
  return daysBetween(available.from, available.to).some((day) => {
    const longest = capacity.longestMinutes[known.indexOf(day)];
    return longest === undefined || longest >= available.minutes;
  });
}

function meets(
  service: FollowedService,
  query: SearchQuery,
  { cooperatives, listed }: ModelState,
): boolean {
  const evidence = cooperatives.find(({ id }) => id === service.cooperative)?.evidence ?? [];
  const ranks = ['AAA', 'AA', 'A'];
  const holds = ({ scheme, grade }: SearchQuery['certifications'][number]): boolean =>
    evidence.some(
      (held) =>
        held.scheme === scheme &&
        (grade === null ||
          (held.grade !== null && ranks.indexOf(held.grade) <= ranks.indexOf(grade))) &&
        (held.validFrom === null || held.validFrom <= query.validOn) &&
        (held.validTo === null || held.validTo >= query.validOn),
    );
  const { ids, kinds, cpv, municipalities, near, certifications, maxNetPrice } = query;
  const { price } = service;
  return (
    service.withdrawnAt === null &&
    listed.has(service.cooperative) &&
    (ids.length === 0 || ids.includes(service.id)) &&
    (kinds.length === 0 || kinds.includes(service.kind)) &&
    (cpv.length === 0 || cpvTier(service, query) < 3) &&
    (municipalities.length === 0 ||
      municipalities.some((code) => service.municipalities.includes(code))) &&
    (near === null || distanceOf(service, query) <= near.radiusKm) &&
    certifications.every(holds) &&
    (!query.cooperatives?.length || query.cooperatives.includes(service.cooperative)) &&
    (maxNetPrice === null ||
      (price.currency === maxNetPrice.currency && price.netMinor <= maxNetPrice.minor)) &&
    mayHave(service, query)
  );
}

/** Ids of what a search without text finds, in order: slow and obvious. */
export function modelSearch(state: ModelState, query: SearchQuery, sort: SearchSort): string[] {
  const collator = new Intl.Collator(query.language ?? 'fi');
  const titleOf = ({ title, languages }: FollowedService): string =>
    localize(title, query.language, languages)?.text ?? '';
  const byTitle = (one: FollowedService, other: FollowedService): number =>
    collator.compare(titleOf(one), titleOf(other));
  const byTier = (one: FollowedService, other: FollowedService): number =>
    Number(cpvTier(one, query) === 2) - Number(cpvTier(other, query) === 2) ||
    Number(isOfOtherKind(one, query)) - Number(isOfOtherKind(other, query)) ||
    cpvTier(one, query) - cpvTier(other, query);
  const byTie = (one: FollowedService, other: FollowedService): number =>
    Number(!isAvailabilityKnown(one, query)) - Number(!isAvailabilityKnown(other, query)) ||
    Number(isForeign(one)) - Number(isForeign(other));
  const isForeign = ({ languages }: FollowedService): boolean =>
    query.language !== null && !languages.includes(query.language);
  const comparisons: Record<SearchSort, (one: FollowedService, other: FollowedService) => number> =
    {
      RELEVANCE: (one, other) =>
        query.cpv.length > 0
          ? byTier(one, other) || byTie(one, other)
          : byTie(one, other) || byTitle(one, other),
      TITLE: byTitle,
      NET_PRICE: (one, other) =>
        one.price.currency.localeCompare(other.price.currency) ||
        one.price.netMinor - other.price.netMinor ||
        byTie(one, other),
      DISTANCE: (one, other) =>
        distanceOf(one, query) - distanceOf(other, query) || byTie(one, other),
      UPDATED: (one, other) => one.updatedAt.getTime() - other.updatedAt.getTime(),
    };
  return state.services
    .filter((service) => meets(service, query, state))
    .toSorted((one, other) => comparisons[sort](one, other) || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);
}
