import { publicError } from '../../../schema/errors.js';
import { lookUpCpv, lookUpMunicipality } from '../../shared/lists/look-up-code.js';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import { epochDayOf, type Weekday } from '../../shared/words/dates.js';
import { shown } from '../../shared/words/plain-text.js';
import { saidError } from '../../shared/words/said/said-error.js';
import { say } from '../../shared/words/said/say.js';

/**
 * Checks that a period ends, and soon enough.
 * @param mostDays - With both ends.
 * @param argument - That of the need, such as `need`.
 * @throws PERIOD_REVERSED, PERIOD_TOO_LONG.
 */
export function checkPeriod(from: string, to: string, mostDays: number, argument: string): void {
  const days = epochDayOf(to) - epochDayOf(from) + 1;
  if (days < 1) {
    throw saidError(
      'PERIOD_REVERSED',
      say`"${argument}.to": wanted a day from ${from} on, got ${to}.`,
      { argument: `${argument}.to` },
    );
  }
  if (days > mostDays) {
    throw saidError(
      'PERIOD_TOO_LONG',
      say`"${argument}.to": wanted at most ${mostDays} days from ${from} on, got ${days}, to ${to}.`,
      { argument: `${argument}.to` },
    );
  }
}

/** Checks that a period is not over. @param today - By the clocks of the place. @throws PERIOD_IN_THE_PAST. */
export function checkNotOver(to: string, today: string, argument: string): void {
  if (to >= today) return;
  throw publicError(
    'PERIOD_IN_THE_PAST',
    `"${argument}.to": wanted a day from today, ${today}, on, got ${to}.`,
    { argument: `${argument}.to` },
  );
}

/** @returns Each weekday once. @throws NO_WEEKDAY when there is none. */
export function checkWeekdays(weekdays: readonly Weekday[], argument: string): Weekday[] {
  if (weekdays.length > 0) return [...new Set(weekdays)];
  throw publicError('NO_WEEKDAY', `"${argument}": wanted at least one weekday, got none.`, {
    argument,
  });
}

/**
 * Checks that a municipality is one of today: whoever buys names where it is, and is not understood halfway.
 * @throws MUNICIPALITY_MERGED naming the successor, MUNICIPALITY_UNKNOWN when no list has it.
 */
export function checkMunicipality(code: string, argument: string, lists: ReferenceLists): string {
  const verdict = lookUpMunicipality(lists, code);
  if (verdict.kind === 'known') return code;
  if (verdict.kind === 'merged') {
    throw publicError(
      'MUNICIPALITY_MERGED',
      `"${argument}": wanted a municipality of today, got ${shown(code)}, which is part of ${nameOf(lists, verdict.code)} now.`,
      { argument, successor: verdict.code },
    );
  }
  throw publicError(
    'MUNICIPALITY_UNKNOWN',
    `"${argument}": wanted a municipality of Finland or Sweden such as "FI-609", got ${shown(code)}.`,
    { argument },
  );
}

function nameOf({ municipalityByCode }: ReferenceLists, code: string): string {
  const { name } = municipalityByCode.get(code) ?? {};
  const text = name?.fi ?? name?.sv;
  return text === undefined ? code : `${code} (${text})`;
}

/**
 * A CPV code without its check digit. Those without a label are as good as others.
 * @throws CPV_UNKNOWN when no list has it, CPV_CHECK_DIGIT when the digit after the hyphen is another than the table's.
 */
export function checkCpv(text: string, argument: string, lists: ReferenceLists): string {
  const verdict = lookUpCpv(lists, text);
  switch (verdict.kind) {
    case 'known':
      return verdict.code;
    case 'refused':
      throw saidError('CPV_CHECK_DIGIT', say`"${argument}": ${verdict.reason}.`, { argument });
    case 'unverified':
      throw saidError(
        'CPV_UNKNOWN',
        say`"${argument}": wanted a code of the CPV 2008 such as "90910000", got ${shown(text)}.`,
        { argument },
      );
  }
}
