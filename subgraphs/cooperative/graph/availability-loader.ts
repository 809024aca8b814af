import DataLoader from 'dataloader';
import { badUserInput } from '../../../schema/errors.js';
import { Turns } from '../../shared/turns/turns.js';
import { epochDayOf } from '../../shared/words/dates.js';
import type { BookingDesk } from '../bookings/desk/booking-desk.js';
import type { Rulebook } from '../bookings/rules/rulebook.js';
import {
  loadAvailability,
  type AvailabilityQuestion,
} from '../bookings/desk/service-availability.js';
import type { DayCapacity } from '../capacity/index.js';
import type { AvailabilityDayParent } from '../store/parents.js';

/** What is free, within one request. */
export interface AvailabilityLoader {
  /**
   * @returns One row a day.
   * @throws BAD_USER_INPUT when the request asks for too much: then none of what was asked together is answered.
   */
  load(question: AvailabilityQuestion): Promise<readonly AvailabilityDayParent[]>;
}

/** Different ranges and lengths that one request may ask for, whatever the number of services. */
const MOST_COMBINATIONS = 20;
/** Starts times resources of one question: 93 days of every quarter of an hour on 50 resources. What is within takes some 100 ms. */
export const MOST_LOOKS = 93 * 96 * 50;
/** Of all questions of one request together. */
const MOST_LOOKS_IN_ALL = 10 * MOST_LOOKS;
/** Days and starts in one answer, those of an alias that asks the same again counted again: each has to be written. */
const MOST_ROWS_IN_ALL = 500_000;
/** GraphQL's Int. */
export const LARGEST_INT = 2_147_483_647;

/** How many starts a grid has on a day of 24 hours. */
export function startsADay(gridMinutes: number): number {
  return Math.ceil(1440 / gridMinutes);
}

/**
 * A loader of one request: what it asks at one time is read and worked out together, equal questions once, and handed out in turns: to
 * write the rows of an answer takes as long as to work them out.
 * @param rulebook - The rules as the request found them.
 * @param signal - Aborted when nobody waits for the answer any more.
 */
export function createAvailabilityLoader(
  desk: BookingDesk,
  rulebook: () => Promise<Rulebook>,
  signal: AbortSignal,
): AvailabilityLoader {
  const combinations = new Set<string>();
  const timesAsked = new Map<string, number>();
  /** Of the questions that are worked out. */
  const startsByKey = new Map<string, number>();
  let looks = 0;
  let rows = 0;
  let handingOut = new Turns(signal);
  const checkRows = (): void => {
    checkMost('days and starts in the answer', MOST_ROWS_IN_ALL, rows);
  };
  const loader = new DataLoader<AvailabilityQuestion, readonly AvailabilityDayParent[], string>(
    async (questions) => {
      signal.throwIfAborted();
      for (const { from, to, minutes } of questions) combinations.add([from, to, minutes].join());
      checkMost('different ranges and lengths', MOST_COMBINATIONS, combinations.size);
      looks += questions.reduce((sum, question) => sum + looksOf(question), 0);
      checkMost('starts of resources to look at', MOST_LOOKS_IN_ALL, looks);
      checkRows();
      const rules = await rulebook();
      const found = await loadAvailability(desk, rules, questions, signal);
      const answers = found.map((days) => days.map((day) => parentOf(day, rules.country)));
      for (const [index, question] of questions.entries()) {
        const starts = startsIn(answers[index] ?? []);
        startsByKey.set(keyOf(question), starts);
        rows += starts * (timesAsked.get(keyOf(question)) ?? 1);
      }
      checkRows();
      handingOut = new Turns(signal);
      return answers;
    },
    { cacheKeyFn: keyOf },
  );
  return {
    load: async (question) => {
      const key = keyOf(question);
      timesAsked.set(key, (timesAsked.get(key) ?? 0) + 1);
      rows += daysOf(question) + (startsByKey.get(key) ?? 0);
      if (startsByKey.has(key)) checkRows();
      const days = await loader.load(question);
      await handingOut.passInLine();
      return days;
    },
  };
}

/** Equal names are one question. */
function keyOf({ service, from, to, minutes }: AvailabilityQuestion): string {
  return [service._id, from, to, minutes].join(' ');
}

function daysOf({ from, to }: AvailabilityQuestion): number {
  return epochDayOf(to) - epochDayOf(from) + 1;
}

function looksOf(question: AvailabilityQuestion): number {
  const { gridMinutes, resources } = question.service;
  return daysOf(question) * startsADay(gridMinutes) * Math.max(resources.length, 1);
}

function startsIn(days: readonly AvailabilityDayParent[]): number {
  return days.reduce((sum, { starts }) => sum + starts.length, 0);
}

/** A day as it is answered, made once for all who ask the same. */
function parentOf(day: DayCapacity, country: string): AvailabilityDayParent {
  return {
    ...day,
    languages: country === 'SE' ? ['sv'] : ['fi', 'sv'],
    freeMinutes: Math.min(day.freeMinutes, LARGEST_INT),
    starts: day.starts.map(({ startsAt, places }) => ({
      time: new Date(startsAt),
      places: Math.min(places, LARGEST_INT),
    })),
  };
}

/** @throws BAD_USER_INPUT */
function checkMost(what: string, most: number, got: number): void {
  if (got <= most) return;
  const message = `Wanted "availability" of at most ${most} ${what} in one request, got ${got}.`;
  throw badUserInput(message, 'availability');
}
