import { badUserInput, publicError } from '../../../schema/errors.js';
import { isGrade } from '../../shared/evidence/evidence.js';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import { COUNTRY_CODES } from '../../shared/words/closed-sets.js';
import { isPlainText, shown } from '../../shared/words/plain-text.js';
import { daysIn, daysOfTwoYears, type Weekday } from '../../shared/words/dates.js';
import { timeZoneOf } from '../../shared/words/municipality.js';
import {
  checkCpv,
  checkMunicipality,
  checkNotOver,
  checkPeriod,
  checkWeekdays,
} from './check-parts.js';
import type { Lot, Need, ReservedKind, WantedEvidence, WorkingDays } from './need.js';
import { workingDays } from './working-days.js';

const MOST_LOTS = 50;
const LONGEST_LOT_ID = 64;
/** Controls, what turns the direction of writing, what joins or parts letters unseen, half of a character, ends of lines. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;
const MOST_MINUTES_PER_DAY = 1_000_000;
/** Of all lots on all days: sums of minutes are GraphQL's Int. */
const MOST_MINUTES = 2_147_483_647;
const MOST_CERTIFICATIONS = 20;
/** Of the network file. */
const LONGEST_GRADE = 50;

/** A need as a client writes it; what is absent may be null. Codes and dates have the form of their scalars. */
export interface NeedInput {
  readonly municipality: string;
  readonly from: string;
  readonly to: string;
  readonly weekdays: readonly Weekday[];
  readonly excludePublicHolidays?: string | null | undefined;
  readonly reserved?: ReservedKind | null | undefined;
  readonly lots: readonly LotInput[];
}

export interface LotInput {
  readonly id: string;
  readonly cpv: string;
  readonly minutesPerDay: number;
  readonly municipality?: string | null | undefined;
  readonly certifications?:
    | readonly { readonly scheme: string; readonly grade?: string | null | undefined }[]
    | null
    | undefined;
}

/** A need to go on with, and its days: one at least. */
export interface CheckedNeed {
  readonly need: Need;
  readonly working: WorkingDays;
}

/**
 * Checks what an officer looks for.
 * @param now - By the network's clock: which day it is at the need's municipality.
 * @param argument - Where it came, for messages and `extensions.argument`.
 * @throws One error for the first thing that is wrong, in the order of the input's fields, each with a code of its own; last
 * NO_WORKING_DAY, and MINUTES_OUT_OF_RANGE for all lots on all days.
 */
export function checkNeed(
  input: NeedInput,
  lists: ReferenceLists,
  now: Date,
  argument = 'need',
): CheckedNeed {
  const municipality = checkMunicipality(input.municipality, `${argument}.municipality`, lists);
  checkPeriod(input.from, input.to, daysOfTwoYears(input.from), argument);
  const today = daysIn(timeZoneOf(municipality))(now);
  checkNotOver(input.to, today, argument);
  const need: Need = {
    municipality,
    from: input.from,
    to: input.to,
    weekdays: checkWeekdays(input.weekdays, `${argument}.weekdays`),
    excludePublicHolidays: checkCountry(
      input.excludePublicHolidays ?? null,
      `${argument}.excludePublicHolidays`,
    ),
    reserved: input.reserved ?? null,
    lots: checkLots(input.lots, municipality, `${argument}.lots`, lists),
  };
  const working = workingDays(need, today);
  if (working.days.length === 0) {
    throw publicError('NO_WORKING_DAY', noWorkingDay(need, working, argument), { argument });
  }
  checkDemand(need.lots, working.days.length, `${argument}.lots`);
  return { need, working };
}

function checkDemand(lots: readonly Lot[], days: number, argument: string): void {
  const minutes = lots.reduce((sum, { minutesPerDay }) => sum + minutesPerDay, 0) * days;
  if (minutes <= MOST_MINUTES) return;
  throw publicError(
    'MINUTES_OUT_OF_RANGE',
    `"${argument}": wanted at most ${MOST_MINUTES} person-minutes of all lots on all days, got ${minutes}, on ${days} days.`,
    { argument },
  );
}

function noWorkingDay(
  need: Need,
  { holidaysSkipped, pastDays }: WorkingDays,
  argument: string,
): string {
  const others = [
    ...(holidaysSkipped.length === 0 ? [] : [`public holidays (${holidaysSkipped.join(', ')})`]),
    ...(pastDays === 0 ? [] : [`days that are over (${pastDays})`]),
  ];
  const skipped = others.length === 0 ? '' : ` but ${others.join(' and ')}`;
  return `"${argument}": wanted a period with a day on which work is wanted (${need.weekdays.join(', ')}), got ${need.from} to ${need.to}, in which there is none${skipped}.`;
}

function checkCountry(country: string | null, argument: string): Need['excludePublicHolidays'] {
  const known = COUNTRY_CODES.find((code) => code === country);
  if (country === null || known) return known ?? null;
  throw badUserInput(
    `"${argument}": wanted one of ${COUNTRY_CODES.join(', ')}, got ${shown(country)}.`,
    argument,
  );
}

function checkLots(
  lots: readonly LotInput[],
  municipality: string,
  argument: string,
  lists: ReferenceLists,
): Lot[] {
  if (lots.length < 1 || lots.length > MOST_LOTS) {
    throw publicError(
      'LOTS_OUT_OF_RANGE',
      `"${argument}": wanted 1 to ${MOST_LOTS} lots, got ${lots.length}.`,
      { argument },
    );
  }
  const ids = new Set<string>();
  return lots.map((input, position) => {
    const lot = checkLot(input, municipality, `${argument}.${position}`, lists);
    if (!ids.has(lot.id)) {
      ids.add(lot.id);
      return lot;
    }
    throw publicError(
      'LOT_ID_DUPLICATE',
      `"${argument}.${position}.id": wanted an id that no other lot has, got ${shown(lot.id)} again.`,
      { argument: `${argument}.${position}.id` },
    );
  });
}

function checkLot(
  { id, cpv, minutesPerDay, municipality, certifications }: LotInput,
  ofNeed: string,
  argument: string,
  lists: ReferenceLists,
): Lot {
  return {
    id: checkLotId(id, `${argument}.id`),
    cpv: checkCpv(cpv, `${argument}.cpv`, lists),
    minutesPerDay: checkMinutes(minutesPerDay, `${argument}.minutesPerDay`),
    municipality:
      municipality === null || municipality === undefined
        ? ofNeed
        : checkMunicipality(municipality, `${argument}.municipality`, lists),
    certifications: checkCertifications(certifications ?? [], `${argument}.certifications`),
  };
}

/** Ids that look the same are the same: blanks around them do not count, and letters are composed. */
function checkLotId(id: string, argument: string): string {
  const written = id.normalize('NFC').trim();
  const isFit = written !== '' && written.length <= LONGEST_LOT_ID && !UNSEEN.test(written);
  if (isFit) return written;
  throw publicError(
    'LOT_ID_INVALID',
    `"${argument}": wanted 1 to ${LONGEST_LOT_ID} characters that can be seen, got ${shown(id)}, ${id.length} long.`,
    { argument },
  );
}

function checkMinutes(minutes: number, argument: string): number {
  if (minutes >= 1 && minutes <= MOST_MINUTES_PER_DAY) return minutes;
  throw publicError(
    'MINUTES_OUT_OF_RANGE',
    `"${argument}": wanted 1 to ${MOST_MINUTES_PER_DAY} person-minutes a day, got ${minutes}.`,
    { argument },
  );
}

function checkCertifications(
  wanted: NonNullable<LotInput['certifications']>,
  argument: string,
): WantedEvidence[] {
  if (wanted.length > MOST_CERTIFICATIONS) {
    throw badUserInput(
      `"${argument}": wanted at most ${MOST_CERTIFICATIONS} pieces of evidence, got ${wanted.length}.`,
      argument,
    );
  }
  return wanted.map(({ scheme, grade }, position) => ({
    scheme,
    grade: checkGrade(scheme, grade ?? null, `${argument}.${position}.grade`),
  }));
}

function checkGrade(scheme: string, grade: string | null, argument: string): string | null {
  const trimmed = grade?.trim() ?? null;
  if (trimmed === null) return null;
  const isText = trimmed !== '' && trimmed.length <= LONGEST_GRADE && isPlainText(trimmed);
  if (isText && isGrade(scheme, trimmed)) return trimmed;
  throw badUserInput(
    `"${argument}": wanted a grade that there is of ${scheme}, of 1 to ${LONGEST_GRADE} characters such as "AAA", got ${shown(trimmed)}.`,
    argument,
  );
}
