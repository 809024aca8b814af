import { badUserInput, publicError } from '../../../schema/errors.js';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import { isPlainText, shown } from '../../shared/words/plain-text.js';
import { daysIn, MINUTE_MS, type Weekday } from '../../shared/words/dates.js';
import { timeZoneOf } from '../../shared/words/municipality.js';
import {
  checkCpv,
  checkMunicipality,
  checkNotOver,
  checkPeriod,
  checkWeekdays,
} from '../need/check-parts.js';
import type { SubstituteNeed, Time } from './plan/types.js';
import { windowsOf } from './plan/windows.js';

/** The contract's most for `freeSubstitutes`. */
export const MOST_DAYS = 93;
const MOST_SKILLS = 20;
const LONGEST_SKILL = 100;
const MOST_LANGUAGES = 10;
const MOST_CPV = 20;
const MOST_HANDOVERS = 10;
const USUAL_HANDOVERS = 3;

/** A need as a client writes it. Codes, dates and times have the form of their scalars. */
export interface SubstituteNeedInput {
  readonly municipality: string;
  readonly from: string;
  readonly to: string;
  readonly weekdays: readonly Weekday[];
  readonly dailyFrom: string;
  readonly dailyTo: string;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly cpv?: readonly string[] | null | undefined;
  readonly maxHandovers?: number | null | undefined;
}

/** A need to go on with, and its times: one at least. */
export interface CheckedSubstituteNeed {
  readonly need: SubstituteNeed;
  readonly windows: readonly Time[];
}

/**
 * Checks who is looked for.
 * @param now - By the network's clock: what is over is left out.
 * @throws One error for the first thing that is wrong, in the order of the input's fields, each with a code of its own; NO_WORKING_DAY last.
 */
export function checkSubstituteNeed(
  input: SubstituteNeedInput,
  lists: ReferenceLists,
  now: Date,
): CheckedSubstituteNeed {
  const argument = 'need';
  const municipality = checkMunicipality(input.municipality, `${argument}.municipality`, lists);
  checkPeriod(input.from, input.to, MOST_DAYS, argument);
  checkNotOver(input.to, daysIn(timeZoneOf(municipality))(now), argument);
  const need: SubstituteNeed = {
    ...{ municipality, from: input.from, to: input.to },
    weekdays: checkWeekdays(input.weekdays, `${argument}.weekdays`),
    ...checkTimes(input.dailyFrom, input.dailyTo, argument),
    skills: checkSkills(input.skills, `${argument}.skills`),
    languages: atMost(MOST_LANGUAGES, 'languages', input.languages, `${argument}.languages`),
    cpv: atMost(MOST_CPV, 'codes', input.cpv ?? [], `${argument}.cpv`).map((code, position) =>
      checkCpv(code, `${argument}.cpv.${position}`, lists),
    ),
    maxHandovers: checkHandovers(input.maxHandovers ?? USUAL_HANDOVERS, `${argument}.maxHandovers`),
  };
  const windows = stillToCome(windowsOf(need), Math.ceil(now.getTime() / MINUTE_MS));
  if (windows.length > 0) return { need, windows };
  throw publicError(
    'NO_WORKING_DAY',
    `"${argument}": wanted a period with a wanted time (${need.weekdays.join(', ')}, ${need.dailyFrom} to ${need.dailyTo}), got ${need.from} to ${need.to}, in which there is none that is still to come.`,
    { argument },
  );
}

/** Of times that have begun, what is left of them. @param now - In minutes since 1970. */
function stillToCome(windows: readonly Time[], now: number): Time[] {
  return windows.flatMap(({ from, to }) => (to > now ? { from: Math.max(from, now), to } : []));
}

function checkTimes(
  dailyFrom: string,
  dailyTo: string,
  argument: string,
): Pick<SubstituteNeed, 'dailyFrom' | 'dailyTo'> {
  // Both have two digits for the hour.
  if (dailyFrom < dailyTo) return { dailyFrom, dailyTo };
  throw publicError(
    'TIMES_REVERSED',
    `"${argument}.dailyTo": wanted a time after ${dailyFrom}, got ${dailyTo}; a night is searched in two: until 24:00, and from 00:00 on the days after.`,
    { argument: `${argument}.dailyTo` },
  );
}

function checkSkills(skills: readonly string[], argument: string): string[] {
  return atMost(MOST_SKILLS, 'skills', skills, argument).map((skill, position) => {
    if (skill.trim() !== '' && skill.length <= LONGEST_SKILL && isPlainText(skill)) return skill;
    throw badUserInput(
      `"${argument}.${position}": wanted a skill of 1 to ${LONGEST_SKILL} characters such as "cafe-service", got ${shown(skill)}.`,
      `${argument}.${position}`,
    );
  });
}

/** @returns Each once. @throws TOO_MANY_WISHES when there are more. */
function atMost(most: number, what: string, wishes: readonly string[], argument: string): string[] {
  const once = [...new Set(wishes)];
  if (once.length <= most) return once;
  throw publicError(
    'TOO_MANY_WISHES',
    `"${argument}": wanted at most ${most} ${what}, got ${once.length}.`,
    { argument },
  );
}

function checkHandovers(handovers: number, argument: string): number {
  if (handovers >= 0 && handovers <= MOST_HANDOVERS) return handovers;
  throw publicError(
    'HANDOVERS_OUT_OF_RANGE',
    `"${argument}": wanted 0 to ${MOST_HANDOVERS} changes of person, got ${handovers}.`,
    { argument },
  );
}
