import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWholeCalendar } from '../../../gateway/calendars/whole-calendar.js';
import { writeFeed } from '../../../subgraphs/cooperative/calendar/write-feed.js';
import { cpuMs } from '../../support/cpu-ms.js';
import { units } from '../../support/unit.js';

const HOUR = 3_600_000;
const isWhole = (text: string): boolean => isWholeCalendar(Buffer.from(text));
const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\r\n`).join('');
const within = (...texts: readonly string[]): string =>
  lines('BEGIN:VCALENDAR', 'VERSION:2.0', ...texts, 'END:VCALENDAR');
const event = ['BEGIN:VEVENT', 'UID:1', 'DTSTART:20270322T080000Z', 'END:VEVENT'];
const zone = [
  ...['BEGIN:VTIMEZONE', 'TZID:Own', 'BEGIN:STANDARD', 'DTSTART:20260101T000000', 'END:STANDARD'],
  ...['BEGIN:STANDARD', 'DTSTART:20261025T040000', 'END:STANDARD', 'END:VTIMEZONE'],
];
const alarm = ['BEGIN:VALARM', 'DURATION:PT5M', 'END:VALARM'];

/** What a cooperative of ours answers. */
const feed = fc.array(fc.nat(1_000), { maxLength: 5 }).map((starts) =>
  writeFeed(
    'karhu:w1-äö',
    starts.map((hour) => ({ from: hour * HOUR, to: (hour + 1) * HOUR })),
    0,
  ),
);

describe('a calendar', () => {
  it.each([
    ['without events', within()],
    ['with events and a zone', within(...zone, ...event, ...event)],
    ['with an alarm', within(...event.slice(0, 3), ...alarm, ...event.slice(3))],
    ['of line feeds alone', within(...event).replaceAll('\r', '')],
    ['without the last line break', within(...event).trimEnd()],
    ['with empty lines after it', `${within(...event)}\r\n\n`],
    ['in small letters', within(...event).toLowerCase()],
    ['folded anywhere', within('X-LO', ' NG;A="b:', '\tc":d', 'BEGIN:VEV', ' ENT', 'END:VEVENT')],
  ])('is whole: one %s', (_what, text) => {
    expect(isWhole(text)).toBe(true);
  });

  it.each([
    ['that does not begin', lines('VERSION:2.0', 'END:VCALENDAR')],
    ['that does not end', within(...event).replace('END:VCALENDAR', '')],
    ['whose end is another’s', within(...event).replace('END:VCALENDAR', 'END:VEVENT')],
    ['with an event that does not end', within(...event.slice(0, 3))],
    ['with an event that does not begin', within(...event.slice(1))],
    ['with an event in another', within(...event.slice(0, 3), ...event, 'END:VEVENT')],
    [
      'with the end and the beginning of events missing',
      within(...event.slice(0, 3), ...event.slice(1)),
    ],
    [
      'in another',
      within(
        ...within(...event)
          .trimEnd()
          .split('\r\n'),
      ),
    ],
    ['with a line that is cut', within(...event, 'DTSTART;TZID=Eur')],
    ['with a page in it', within('<html>')],
    ['before another', `${within()}${within(...event)}`],
    ['with something after it', `${within()}x`],
    ['with something after empty lines', `${within()}\r\nx `],
  ])('is not whole: one %s', (_what, text) => {
    expect(isWhole(text)).toBe(false);
  });

  it('is not whole in another alphabet', () => {
    expect(isWholeCalendar(Buffer.from(within('SUMMARY:ä'), 'latin1'))).toBe(false);
  });

  it('of ours is whole, and no longer when it is cut anywhere or said twice', () => {
    const cut = feed.chain((text) =>
      fc.tuple(fc.constant(text), fc.nat(text.trimEnd().length - 1)),
    );

    fc.assert(
      fc.property(cut, ([text, at]) => {
        expect(isWhole(text)).toBe(true);
        expect(isWhole(text.slice(0, at))).toBe(false);
        expect(isWhole(text.slice(at + 1))).toBe(false);
        expect(isWhole(text + text)).toBe(false);
      }),
    );
  });

  it('of some megabytes is judged at once', () => {
    const many = lines(...event).repeat(40_000);
    const text = Buffer.from(`BEGIN:VCALENDAR\r\n${many}END:VCALENDAR\r\n`);
    const long = Buffer.from(within(`X-A:${'a:;" '.repeat(600_000)}`));
    const before = cpuMs();

    expect(isWholeCalendar(text) && isWholeCalendar(long)).toBe(true);
    expect(cpuMs() - before).toBeLessThan(units(50));
  });
});
