import { createHash } from 'node:crypto';
import { contentLines, type ContentLine } from './content-lines.js';

/** All others are left out, with what stands in them. */
const PARTS: ReadonlySet<string> = new Set([
  ...['VCALENDAR', 'VEVENT', 'VFREEBUSY', 'VTIMEZONE', 'STANDARD', 'DAYLIGHT'],
]);

const FRAME: ReadonlySet<string> = new Set(['BEGIN', 'END']);

const MOMENT = String.raw`\d{8}(?:T\d{6}Z?)?`;
const DURATION = String.raw`\+?P(?=[\dT])(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?`;
const TIME = String.raw`${MOMENT}(?:/(?:${MOMENT}|${DURATION}))?`;
const DAYS = String.raw`(?:[+-]?\d{0,2}(?:SU|MO|TU|WE|TH|FR|SA),?)+`;
const RULE_PARTS = [
  'FREQ=(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)',
  `UNTIL=${MOMENT}`,
  `(?:BYDAY|WKST)=${DAYS}`,
  String.raw`(?:COUNT|INTERVAL|BYSECOND|BYMINUTE|BYHOUR|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYMONTH|BYSETPOS)=[\d,+-]+`,
].join('|');

/** What decides when a resource is taken. One of another form is not passed on, nor left out. */
const TIMES: ReadonlyMap<string, RegExp> = new Map([
  ['CALSCALE', form('GREGORIAN')],
  ['DTSTAMP', form(MOMENT)],
  ['DTSTART', form(MOMENT)],
  ['DTEND', form(MOMENT)],
  ['DURATION', form(DURATION)],
  ['RECURRENCE-ID', form(MOMENT)],
  ['RRULE', form(`(?:(?:${RULE_PARTS});?)+`)],
  ['RDATE', form(`${TIME}(?:,${TIME})*`)],
  ['EXDATE', form(`${MOMENT}(?:,${MOMENT})*`)],
  ['FREEBUSY', form(`${TIME}(?:,${TIME})*`)],
  ['SEQUENCE', form(String.raw`\d+`)],
  ['TZID', form('.{1,100}')],
  ['TZOFFSETFROM', form(String.raw`[+-]\d{4}(?:\d{2})?`)],
  ['TZOFFSETTO', form(String.raw`[+-]\d{4}(?:\d{2})?`)],
]);

/** What else is passed on, where it is of its form. */
const WORDS: ReadonlyMap<string, RegExp> = new Map([
  ['VERSION', form(String.raw`[\d.;]+`)],
  ['METHOD', form('PUBLISH|REQUEST|REPLY|ADD|CANCEL|REFRESH|COUNTER|DECLINECOUNTER')],
  ['CLASS', form('PUBLIC|PRIVATE|CONFIDENTIAL')],
  ['TRANSP', form('OPAQUE|TRANSPARENT')],
  ['STATUS', form('TENTATIVE|CONFIRMED|CANCELLED')],
  // The id of the resource.
  ['X-WR-CALNAME', form(String.raw`[a-z0-9-]{2,31}:[\w.-]{1,64}`)],
]);

const PARAMETERS = form(
  'VALUE=(?:DATE|DATE-TIME|PERIOD)|TZID=.{1,102}|RANGE=THISANDFUTURE|FBTYPE=(?:FREE|BUSY|BUSY-UNAVAILABLE|BUSY-TENTATIVE)',
);
/** A colon or a semicolon within double quotes ends nothing. */
const NAME = /^[\w.-]+/;
const LINE = /^[\w.-]+((?:;[\w-]+=(?:"[^"]*"|[^":;])*)*):(.*)$/s;
const PARAMETER = /;([\w-]+=(?:"[^"]*"|[^":;])*)/g;
const PRODUCT = '-//Cooperatives federation hub//Busy times//EN';
const DIGEST = /^[\w-]{43}$/;
/** With the space before it a line of 75 octets. */
const PIECE = /.{1,74}/gs;

function form(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'i');
}

interface Part {
  readonly name: string;
  /** Names of what stands in it. */
  readonly seen: Set<string>;
}

/**
 * What a whole calendar says of times, without its titles, names, places and notes; each line that says nothing else is left
 * as it is. Titles become `Busy`, and a UID that is no digest becomes one.
 * @returns Null when an event does not say when it begins and ends, or a time is of no form of RFC 5545: it might look free.
 */
export function bareCalendar(text: Buffer): Buffer | null {
  const written: string[] = [];
  const open: Part[] = [];
  let leftOut = 0;
  for (const line of contentLines(text.toString('latin1'))) {
    const [said = ''] = NAME.exec(line.text) ?? [];
    const name = said.toUpperCase();
    const read = LINE.exec(line.text);
    if (!read && (FRAME.has(name) || TIMES.has(name))) return null;
    const [, parameters = '', rest = ''] = read ?? [];
    const value = rest.trim();
    if (name === 'BEGIN') {
      const part = { name: value.toUpperCase(), seen: new Set<string>() };
      if (leftOut > 0 || !PARTS.has(part.name)) leftOut++;
      else {
        open.push(part);
        written.push(pass(line, `${said}:${rest}`));
      }
    } else if (leftOut > 0) {
      if (name === 'END') leftOut--;
    } else if (name === 'END') {
      if (!isTimed(open.pop())) return null;
      written.push(pass(line, `${said}:${rest}`));
    } else {
      const part = open.at(-1);
      part?.seen.add(name);
      const time = TIMES.get(name);
      if (time && !time.test(value)) return null;
      const bare = time
        ? `${said}${keptOf(parameters)}:${rest}`
        : wordsOf(name, said, value, part?.name);
      if (bare !== null) written.push(pass(line, bare));
    }
  }
  return Buffer.from(written.join(''), 'latin1');
}

function isTimed(part: Part | undefined): boolean {
  if (part?.name !== 'VEVENT') return true;
  return part.seen.has('DTSTART') && (part.seen.has('DTEND') || part.seen.has('DURATION'));
}

/** Null for what is left out. */
function wordsOf(
  name: string,
  said: string,
  value: string,
  part: string | undefined,
): string | null {
  if (name === 'PRODID') return `${said}:${PRODUCT}`;
  if (name === 'SUMMARY') return part === 'VEVENT' ? `${said}:Busy` : null;
  if (name === 'UID') return `${said}:${DIGEST.test(value) ? value : digestOf(value)}`;
  return WORDS.get(name)?.test(value) ? `${said}:${value}` : null;
}

/** Equal for equal ones, which are about the same event. */
function digestOf(uid: string): string {
  return createHash('sha256').update(uid, 'latin1').digest('base64url');
}

function keptOf(parameters: string): string {
  return Array.from(parameters.matchAll(PARAMETER), ([, parameter = '']) => parameter)
    .filter((parameter) => PARAMETERS.test(parameter))
    .map((parameter) => `;${parameter}`)
    .join('');
}

/** The line as it came, where nothing of it has changed. */
function pass({ text, raw }: ContentLine, bare: string): string {
  if (bare === text) return raw;
  const pieces = bare.match(PIECE) ?? [];
  return `${pieces.join('\r\n ')}\r\n`;
}
