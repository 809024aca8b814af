import { isAtOrBelowCpv } from '../../../shared/words/cpv.js';
import type { DistanceBetween } from '../../../shared/words/municipality.js';
import type { Reason } from '../../need/need.js';
import { OwnerChances } from './chances.js';
import { minutesOf } from './windows.js';
import type {
  Candidate,
  FreeSubstitutes,
  ServiceMinutes,
  Substitute,
  SubstituteNeed,
  Terms,
  Time,
} from './types.js';

/** Why somebody cannot stand in. Added to, never renamed. */
export type ExclusionCode =
  'MISSING_SKILL' | 'MISSING_LANGUAGE' | 'OUTSIDE_RADIUS' | 'OUTSIDE_AREA' | 'BUSY';

/** Somebody who cannot stand in, and all that is in the way. */
export interface Excluded {
  readonly candidate: Candidate;
  readonly reasons: readonly Reason<ExclusionCode>[];
}

/** As so many services one person is tried, the cheapest. */
const MOST_SERVICES = 5;

/** The people of one cooperative. */
export interface Judged {
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly Excluded[];
  readonly serviceMinutes: ServiceMinutes;
}

/** Whether a service of these codes is what is wanted: any of the wanted ones, one below it or one above it. */
export function isWantedCpv(codes: readonly string[], wanted: readonly string[]): boolean {
  return (
    wanted.length === 0 ||
    codes.some((code) =>
      wanted.some((other) => isAtOrBelowCpv(code, other) || isAtOrBelowCpv(other, code)),
    )
  );
}

/**
 * Who of a cooperative could stand in for some of a need, and why others could not. Where no centre of a municipality is known, how far
 * somebody goes cannot be judged, and is left aside.
 * @param owner - With those services alone that are wanted.
 * @yields After each person, so that others can have a turn.
 */
export function* judgeSubstitutes(
  need: SubstituteNeed,
  windows: readonly Time[],
  owner: FreeSubstitutes,
  distanceBetween: DistanceBetween,
): Generator<undefined, Judged> {
  const chances = new OwnerChances(owner, windows);
  const candidates: Candidate[] = [];
  const excluded: Excluded[] = [];
  for (const substitute of owner.substitutes) {
    const services = owner.services.filter(({ id }) => substitute.serviceIds.includes(id));
    const serving = services.filter(({ municipalities }) =>
      municipalities.includes(need.municipality),
    );
    const candidate: Candidate = {
      id: substitute.id,
      cooperative: owner.cooperative,
      timeZone: owner.timeZone,
      skills: substitute.skills,
      languages: substitute.languages,
      distanceKm: distanceBetween(substitute.municipality, need.municipality),
      chances: chances.of(substitute, cheapestOf(serving.length > 0 ? serving : services)),
    };
    const reasons = reasonsAgainst(need, substitute, candidate, serving);
    if (reasons.length === 0) candidates.push(candidate);
    else excluded.push({ candidate, reasons });
    yield;
  }
  return { candidates, excluded, serviceMinutes: chances.serviceMinutes() };
}

function reasonsAgainst(
  need: SubstituteNeed,
  { skills, languages, radiusKm }: Substitute,
  { distanceKm, chances }: Candidate,
  serving: readonly Terms[],
): Reason<ExclusionCode>[] {
  const missing = (name: string, wanted: readonly string[], has: readonly string[]) =>
    wanted.filter((one) => !has.includes(one)).map((value) => ({ name, value }));
  const skill = missing('skill', need.skills, skills);
  const language = missing('language', need.languages, languages);
  const isTooFar = radiusKm !== null && distanceKm !== null && distanceKm > radiusKm;
  const isBusy = chances.every(({ stretches }) => minutesOf(stretches) === 0);
  return [
    ...(skill.length > 0 ? [{ code: 'MISSING_SKILL' as const, values: skill }] : []),
    ...(language.length > 0 ? [{ code: 'MISSING_LANGUAGE' as const, values: language }] : []),
    ...(isTooFar ? [outsideRadius(distanceKm, radiusKm)] : []),
    ...(serving.length === 0 ? [outsideArea(need)] : []),
    ...(isBusy ? [{ code: 'BUSY' as const, values: [] }] : []),
  ];
}

function outsideRadius(distanceKm: number, radiusKm: number): Reason<ExclusionCode> {
  const values = [
    { name: 'distanceKm', value: distanceKm.toFixed(1) },
    { name: 'radiusKm', value: String(radiusKm) },
  ];
  return { code: 'OUTSIDE_RADIUS', values };
}

function outsideArea({ municipality }: SubstituteNeed): Reason<ExclusionCode> {
  return { code: 'OUTSIDE_AREA', values: [{ name: 'municipality', value: municipality }] };
}

/** By the price of a unit: where one person can be booked as several services, the cheaper one is preferred. */
function cheapestOf(services: readonly Terms[]): Terms[] {
  return services
    .toSorted((one, other) => one.price.netMinor - other.price.netMinor)
    .slice(0, MOST_SERVICES);
}
