import { OwnerChances } from '../../../../subgraphs/procurement/substitutes/plan/chances.js';
import type {
  Candidate,
  FreeSubstitutes,
  FreeTime,
  ServiceMinutes,
  Substitute,
  SubstituteNeed,
  Terms,
  Time,
} from '../../../../subgraphs/procurement/substitutes/plan/types.js';
import {
  findDrafts,
  type Drafts,
} from '../../../../subgraphs/procurement/substitutes/plan/find-drafts.js';
import { Effort } from '../../../../subgraphs/procurement/substitutes/plan/effort.js';

/** 08:00 on the wall in Pori on Monday 2027-06-21, in minutes. */
export const MONDAY = Date.parse('2027-06-21T05:00Z') / 60_000;
export const DAY = 1440;

export function need(fields: Partial<SubstituteNeed> = {}): SubstituteNeed {
  return {
    ...{ municipality: 'FI-609', from: '2027-06-21', to: '2027-06-21' },
    weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
    ...{ dailyFrom: '08:00', dailyTo: '16:00', skills: [], languages: [], cpv: [] },
    maxHandovers: 3,
    ...fields,
  };
}

export function terms(fields: Partial<Terms> = {}): Terms {
  return {
    ...{ id: 'karhu:sijainen', municipalities: ['FI-609'] },
    ...{ minMinutes: 60, gridMinutes: 30, bufferMinutes: 0, earliestStart: 0, minutes: null },
    waitedFor: new Set(),
    price: { netMinor: 2800, vatHundredths: 2550, currency: 'EUR', unit: 'HOUR' },
    ...fields,
  };
}

/** Hours of days from the Monday on, such as `[0, 8, 16]`. */
export function hours(day: number, from: number, to: number): FreeTime {
  const midnight = MONDAY - 8 * 60 + day * DAY;
  return { from: midnight + from * 60, to: midnight + to * 60, takenFrom: null };
}

export function person(
  name: string,
  free: readonly FreeTime[],
  fields: Partial<Substitute> = {},
): Substitute {
  return {
    ...{ id: `karhu:${name}`, skills: [], languages: ['fi'], municipality: 'FI-609' },
    ...{ radiusKm: null, serviceIds: ['karhu:sijainen'], minutes: null, free },
    ...fields,
  };
}

export function answer(
  substitutes: readonly Substitute[],
  fields: Partial<FreeSubstitutes> = {},
): FreeSubstitutes {
  return {
    ...{ cooperative: 'karhu', from: '2027-06-21', timeZone: 'Europe/Helsinki' },
    services: [terms()],
    substitutes,
    ...fields,
  };
}

/** Those of an answer, all of whose services count. */
function candidatesOf(
  owner: FreeSubstitutes,
  windows: readonly Time[],
): { readonly candidates: Candidate[]; readonly serviceMinutes: ServiceMinutes } {
  const chances = new OwnerChances(owner, windows);
  const { cooperative, timeZone, services, substitutes } = owner;
  const candidates = substitutes.map((substitute) => ({
    ...{ id: substitute.id, cooperative, timeZone, distanceKm: null },
    ...{ skills: substitute.skills, languages: substitute.languages },
    chances: chances.of(
      substitute,
      services.filter(({ id }) => substitute.serviceIds.includes(id)),
    ),
  }));
  return { candidates, serviceMinutes: chances.serviceMinutes() };
}

export function draftsFor(
  owner: FreeSubstitutes,
  windows: readonly Time[],
  maxHandovers = 3,
  effort = new Effort(Infinity),
): Drafts {
  return carriedOut(draftSearch(owner, windows, effort, maxHandovers));
}

/** The search of the same, step by step. */
export function draftSearch(
  owner: FreeSubstitutes,
  windows: readonly Time[],
  effort: Effort,
  maxHandovers = 3,
): Generator<undefined, Drafts> {
  const { candidates, serviceMinutes } = candidatesOf(owner, windows);
  return findDrafts(candidates, { windows, serviceMinutes }, maxHandovers, 1_000, effort);
}

/** What comes of something that gives others their turn. */
export function carriedOut<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Such as `karhu:a 0 8-12`, days from the Monday on. */
export function shown({ segments }: Drafts['drafts'][number]): string[] {
  return segments.map(({ candidate, from, to }) => {
    const day = Math.floor((from - MONDAY + 8 * 60) / DAY);
    const clock = (at: number): number => (at - MONDAY - day * DAY) / 60 + 8;
    return `${candidate.id.slice('karhu:'.length)} ${String(day)} ${String(clock(from))}-${String(clock(to))}`;
  });
}
