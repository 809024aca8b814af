import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bareCalendar } from '../../../gateway/calendars/bare-calendar.js';
import { writeFeed } from '../../../subgraphs/cooperative/calendar/write-feed.js';
import { cpuMs } from '../../support/cpu-ms.js';
import { units } from '../../support/unit.js';

const HOUR = 3_600_000;
const UID = 'UID:ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0';
const TIMES = ['DTSTART:20270322T080000Z', 'DTEND:20270322T090000Z'];
const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\r\n`).join('');
const within = (...texts: readonly string[]): string =>
  lines('BEGIN:VCALENDAR', 'VERSION:2.0', ...texts, 'END:VCALENDAR');
const event = (...texts: readonly string[]): string[] => ['BEGIN:VEVENT', ...texts, 'END:VEVENT'];
const bare = (text: string): string | null => bareCalendar(Buffer.from(text))?.toString() ?? null;

describe('a calendar that is passed on', () => {
  it('is the owner’s own, byte for byte, where it says nothing but times', () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Länsi', 'BEGIN:STANDARD', 'DTSTART:20261025T040000'],
      ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'TZOFFSETFROM:+0300', 'TZOFFSETTO:+0200'],
      ...['END:STANDARD', 'END:VTIMEZONE'],
    ];
    const recurring = event(
      ...[UID, 'SEQUENCE:1', 'DTSTART;TZID="Länsi":20270322T0', ' 80000', 'DURATION:PT1H30M'],
      ...['RRULE:FREQ=WEEKLY;UNTIL=20271231T000000Z;BYDAY=MO,TU;WKST=MO;', 'STATUS:CONFIRMED'],
      ...['EXDATE;VALUE=DATE:20270329,20270330', 'RDATE;VALUE=PERIOD:20270401T080000Z/PT1H'],
    );
    const periods = [
      'BEGIN:VFREEBUSY',
      'FREEBUSY;FBTYPE=BUSY:20270401T080000Z/PT1H',
      'END:VFREEBUSY',
    ];
    const text = within('METHOD:PUBLISH', ...zone, ...recurring, ...periods);

    expect(bare(text)).toBe(text);
    expect(bare(text.replaceAll('\r', ''))).toBe(text.replaceAll('\r', ''));
  });

  it('of ours is passed on byte for byte', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { maxLength: 5 }), (starts) => {
        const busy = starts.map((hour) => ({ from: hour * HOUR, to: (hour + 1) * HOUR }));
        const text = writeFeed('karhu:w1', busy, 0);

        expect(bare(text)).toBe(text);
      }),
    );
  });

  it.each([
    ['a title', ['SUMMARY;LANGUAGE=fi:Maija'], ['SUMMARY:Busy']],
    ['a folded title', ['SUMM', ' ARY:M', ' aija'], ['SUMMARY:Busy']],
    ['people, places and notes', ['ATTENDEE;CN="Maija: x":mailto:maija@x', 'LOCATION:Maija'], []],
    ['a property that nobody knows', ['X-MAIJA:Maija', 'a.DESCRIPTION:Maija', 'X-M;A="Maija:'], []],
    ['a word that nobody knows', ['CLASS:MAIJA', 'STATUS:Maija'], []],
    ['a note at a known word', ['TRANSP;X-NOTE=Maija:OPAQUE'], ['TRANSP:OPAQUE']],
    ['an alarm', ['BEGIN:VALARM', 'DURATION:PT5M', 'SUMMARY:Maija', 'END:VALARM'], []],
  ])('has none of the owner’s words: %s', (_what, said, left) => {
    expect(bare(within(...event(UID, ...TIMES, ...said)))).toBe(
      within(...event(UID, ...TIMES, ...left)),
    );
  });

  it('has none of the owner’s words beside its events', () => {
    const task = ['BEGIN:VTODO', 'BEGIN:X-MAIJA', 'END:X-MAIJA', 'SUMMARY:Maija', 'END:VTODO'];
    const begin = 'BEGIN;X-A=Maija:VEVENT';
    const start = 'DTSTART;X-A="Maija;:";TZID=Europe/Helsinki:20270322T080000';
    const text = within(
      'X-WR-CALNAME:Maija',
      'PRODID:Maija',
      ...task,
      begin,
      start,
      'DURATION:P1D',
    ).replace('END:VCALENDAR', 'END:VEVENT\r\nEND:VCALENDAR');

    expect(bare(text)).toBe(
      within(
        'PRODID:-//Cooperatives federation hub//Busy times//EN',
        ...event('DTSTART;TZID=Europe/Helsinki:20270322T080000', 'DURATION:P1D'),
      ),
    );
  });

  it('tells events apart as the owner does, without the owner’s names for them', () => {
    const uidsOf = (...uids: string[]): string[] =>
      bare(within(...uids.flatMap((uid) => event(`UID:${uid}`, ...TIMES))))?.match(/^UID:.*$/gm) ??
      [];
    const [first, second, third] = uidsOf('maija@x', 'äiti', 'maija@x');

    expect(first).toMatch(/^UID:[\w-]{43}$/);
    expect(second).not.toBe(first);
    expect(third).toBe(first);
  });

  it.each([
    ['without a start', event(UID, 'DTEND:20270322T090000Z')],
    ['without an end', event(UID, 'DTSTART:20270322T080000Z')],
    [
      'with the length of its alarm alone',
      [...event(UID, 'DTSTART:20270322T080000Z', 'BEGIN:VALARM', 'DURATION:PT5M', 'END:VALARM')],
    ],
    ['with a start of no form', event('DTSTART:Maija', 'DTEND:20270322T090000Z')],
    ['with a length of no form', event('DTSTART:20270322T080000Z', 'DURATION:PT')],
    ['with a rule of no form', event(...TIMES, 'RRULE:FREQ=MAIJA')],
    ['with a time of no form among others', event(...TIMES, 'RDATE:20270323T080000Z,Maija')],
    ['of another scale', ['CALSCALE:HEBREW']],
  ])('is none %s', (_what, said) => {
    expect(bare(within(...said))).toBeNull();
  });

  it('of some megabytes is made bare at once', () => {
    const many = lines(...event('UID:1', ...TIMES, 'SUMMARY:Maija')).repeat(40_000);
    const long = within(`X-A:${'a:;" '.repeat(600_000)}`);
    const quotes = within(`DTSTART${';A="'.repeat(600_000)}`, ...event(...TIMES));
    const rule = within(...event(...TIMES, `RRULE:${'FREQ=DAILY;BYDAY=FR,'.repeat(100_000)}x`));
    const before = cpuMs();

    expect(bare(within(many.trimEnd()))).toContain('SUMMARY:Busy');
    expect(bare(long)).toBe(within());
    expect(bare(quotes)).toBeNull();
    expect(bare(rule)).toBeNull();
    expect(cpuMs() - before).toBeLessThan(units(50));
  });
});
