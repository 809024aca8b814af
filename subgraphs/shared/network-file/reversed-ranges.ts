import type { z } from 'zod';
import type { Fault } from './fault.js';
import { DateText, DateTimeText, EndTimeText, TimeText } from './forms.js';
import type { JsonView } from './json-view.js';

/** Two keys of a row that begin and end a range. */
interface Range {
  readonly from: string;
  readonly to: string;
  /** What each must be; all of one form, whose texts sort as what they mean. */
  readonly forms: readonly [z.ZodType, z.ZodType];
  readonly isEndIncluded: boolean;
}

const DAYS: Range = {
  from: 'validFrom',
  to: 'validTo',
  forms: [DateText, DateText],
  isEndIncluded: true,
};
const HOURS: Range = {
  from: 'from',
  to: 'to',
  forms: [TimeText, EndTimeText],
  isEndIncluded: false,
};
const STRETCH: Range = {
  from: 'from',
  to: 'to',
  forms: [DateTimeText, DateTimeText],
  isEndIncluded: false,
};

function findReversed(row: JsonView, { from, to, forms, isEndIncluded }: Range): Fault[] {
  const [begin, end] = [row.text(from), row.text(to)];
  if (begin === null || end === null) return [];
  // An end of a wrong form is a fault of its own.
  if (!forms[0].safeParse(begin).success || !forms[1].safeParse(end).success) return [];
  if (begin < end || (isEndIncluded && begin === end)) return [];
  const wanted = isEndIncluded ? `${begin} or later` : `later than ${begin}`;
  return [row.fault(to, `wanted ${wanted}, got "${end}"`)];
}

/** Finds ranges of time that end before they begin, and those of times that are empty. */
export function findReversedRanges(file: JsonView): Fault[] {
  const resources = file.rows('resources');
  const hours = resources.flatMap((row) => row.rows('hours'));
  // Where instants say which of two equal wall times is meant, the clocks may have gone back in between.
  const bookings = file.rows('bookings').filter((row) => !row.has('startsAt'));
  const stretches = [...resources.flatMap((row) => row.rows('closures')), ...bookings];
  return [
    ...hours.flatMap((row) => findReversed(row, HOURS)),
    ...stretches.flatMap((row) => findReversed(row, STRETCH)),
    ...[...file.rows('evidence'), ...hours].flatMap((row) => findReversed(row, DAYS)),
  ];
}
