import type { FittingService } from './find-services.js';
import { compareByFit } from './fit.js';

/** Whom a search asks. */
export interface SearchScope {
  /** So many cooperatives that can are enough. */
  readonly enough: number;
  /** Cooperatives that are left out. */
  readonly without?: readonly string[];
  /** Whether the coordinator names whom to ask: then only `cooperatives` and the owners of `services` are. */
  readonly isByName?: boolean;
  readonly cooperatives?: readonly string[];
  /** Public ids. Their owners are asked about these alone, also where the words do not find them. */
  readonly services?: readonly string[];
}

/** What the next round of a request needs: enough to offer it to, of those who were not offered it yet. */
export function roundScope({
  roundSize,
  offers,
}: {
  readonly roundSize: number;
  readonly offers: readonly { readonly cooperative: string }[];
}): SearchScope {
  return { enough: roundSize, without: offers.map(({ cooperative }) => cooperative) };
}

/** What a cooperative is asked about. */
export interface CooperativeServices {
  readonly cooperative: string;
  /** The best-fitting first; at least one. */
  readonly services: readonly FittingService[];
}

/**
 * Which cooperatives are asked about which of their services, the best-fitting and nearest first. What fits well goes before what
 * perhaps fits, of one cooperative and of all: nobody is asked about the latter while somebody's fits well, unless it is named.
 */
export function chooseServices(
  services: readonly FittingService[],
  { without = [], isByName = false, cooperatives = [], services: named = [] }: SearchScope,
): CooperativeServices[] {
  const byCooperative = new Map<string, FittingService[]>();
  for (const service of services.toSorted(compareServices)) {
    const { cooperative } = service;
    const own = byCooperative.get(cooperative);
    if (own) own.push(service);
    else byCooperative.set(cooperative, [service]);
  }
  const isAnyGood = services.some(({ fit }) => fit === 'GOOD');
  return [...byCooperative].flatMap(([cooperative, own]) => {
    const chosen = own.filter(({ id }) => named.includes(id));
    if (chosen.length > 0) return { cooperative, services: chosen };
    if (isByName)
      return cooperatives.includes(cooperative) ? { cooperative, services: bestOf(own) } : [];
    const isLeftOut = without.includes(cooperative) || (isAnyGood && own[0]?.fit !== 'GOOD');
    return isLeftOut ? [] : { cooperative, services: bestOf(own) };
  });
}

/** Those that fit as well as the first does. */
function bestOf(services: readonly FittingService[]): FittingService[] {
  return services.filter(({ fit }) => fit === services[0]?.fit);
}

function compareServices(one: FittingService, other: FittingService): number {
  return compareByFit(one, other) || (one.id < other.id ? -1 : 1);
}
