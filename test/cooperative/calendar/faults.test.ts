import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CalendarFault } from '../../../subgraphs/cooperative/calendar/ical/fault.js';
import { calendar, event, read } from './texts.js';

/** What is said of a text that is refused. */
function faultOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof CalendarFault) return error.message;
    throw error;
  }
  throw new Error('The calendar was taken.');
}

const START = 'DTSTART:20270323T080000';
const HOUR = 'DURATION:PT1H';

describe('what is said of a calendar that cannot be followed', () => {
  /** Lines of an event, whose first is line 5 of the file. */
  it.each([
    [
      ['RECURRENCE-ID:20270323', START, HOUR],
      'Line 5: RECURRENCE-ID: wanted a date and time such as 20270322T080000, got "20270323": for a date VALUE=DATE is missing.',
    ],
    [
      ['DTSTART:20270323'],
      'Line 5: DTSTART: wanted a date and time such as 20270322T080000, got "20270323": for a date VALUE=DATE is missing.',
    ],
    [
      [START, HOUR, 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:20270323T080000,20270324'],
      'Line 8: EXDATE: wanted a date and time such as 20270322T080000, got "20270324": for a date VALUE=DATE is missing.',
    ],
    [
      ['DTSTART;VALUE=DATE:20270323T080000'],
      'Line 5: DTSTART: wanted a date such as 20270322, got "20270323T080000": the VALUE=DATE says it is one.',
    ],
    [
      ['DTSTART:20270230T080000', HOUR],
      'Line 5: DTSTART: wanted a date or time that exists, got "20270230T080000": there is no 2027-02-30 08:00:00.',
    ],
    [
      [START, 'DTEND;VALUE=DATE:20270231'],
      'Line 6: DTEND: wanted a date or time that exists, got "20270231": there is no 2027-02-31.',
    ],
    [
      ['DTSTART:20270323T080000+0200', HOUR],
      'Line 5: DTSTART: wanted a date or time such as 20270322T080000, got "20270323T080000+0200".',
    ],
    [
      ['DTSTART:2027-03-23T08:00:00Z', HOUR],
      'Line 5: DTSTART: wanted a date or time such as 20270322T080000, got "2027-03-23T08:00:00Z".',
    ],
    [
      [START, 'DTEND:20270323T070000'],
      'Line 6: DTEND: wanted an end that is not before the start of line 5, got "20270323T070000".',
    ],
    [
      [START, 'DURATION:1H'],
      'Line 6: DURATION: wanted a duration such as PT1H30M, of at most 10000 days, got "1H".',
    ],
    [
      [START, 'DURATION:P'],
      'Line 6: DURATION: wanted a duration such as PT1H30M, of at most 10000 days, got "P".',
    ],
    [
      [START, 'DURATION:PT'],
      'Line 6: DURATION: wanted a duration such as PT1H30M, of at most 10000 days, got "PT".',
    ],
    [
      [START, 'DURATION:+P'],
      'Line 6: DURATION: wanted a duration such as PT1H30M, of at most 10000 days, got "+P".',
    ],
    [
      [START, 'DURATION:P1DT'],
      'Line 6: DURATION: wanted a duration such as PT1H30M, of at most 10000 days, got "P1DT".',
    ],
    [
      [START, 'DTEND:20270323T100000', HOUR],
      'Line 7: DURATION: wanted either it or the DTEND of line 6, got "PT1H".',
    ],
    [
      [START, HOUR, 'RDATE;VALUE=PERIOD:20270324T080000Z'],
      'Line 7: RDATE: wanted a period such as 20270322T080000Z/PT1H, got "20270324T080000Z".',
    ],
    [
      [START, HOUR, 'RDATE;VALUE=DATE:20270324'],
      'Line 7: RDATE: wanted a time as in line 5, got "20270324".',
    ],
    [
      [START, HOUR, 'RDATE;VALUE=PERIOD:20270324T080000Z/20270324T070000Z'],
      'Line 7: RDATE: wanted a period such as 20270322T080000Z/PT1H, got "20270324T080000Z/20270324T070000Z": it ends before it begins.',
    ],
    [
      [START, HOUR, 'RRULE:FREQ=HOURLY;COUNT=3'],
      'Line 7: RRULE: wanted FREQ to be one of DAILY, WEEKLY, MONTHLY, YEARLY, got "FREQ=HOURLY".',
    ],
    [
      [START, HOUR, 'RRULE:FREQ=DAILY;COUNT=3;BYHOUR=8,24'],
      'Line 7: RRULE: wanted a rule of RFC 5545, got "BYHOUR=8,24".',
    ],
    [
      [START, HOUR, 'RRULE:COUNT=3;freq=often'],
      'Line 7: RRULE: wanted a rule of RFC 5545, got "freq=often".',
    ],
    [
      [START, HOUR, 'RRULE:FREQ=WEEKLY;BYDAY=MO,Tu'],
      'Line 7: RRULE: wanted a rule of RFC 5545, got "BYDAY=MO,Tu".',
    ],
    [
      [START, HOUR, 'RRULE:FREQ=DAILY;UNTIL=2027-04-01'],
      'Line 7: RRULE: wanted a date or time such as 20270322T080000, got "2027-04-01".',
    ],
    [
      [START, HOUR, 'RRULE:FREQ=YEARLY;RSCALE=CHINESE'],
      'Line 7: RRULE: wanted the parts of RFC 5545, of which rscale is none, got "RSCALE=CHINESE".',
    ],
    [
      [START, HOUR, 'EXRULE:FREQ=WEEKLY'],
      'Line 7: EXRULE: wanted EXDATE, as RFC 5545 has dropped EXRULE, got "FREQ=WEEKLY".',
    ],
    [
      ['DTSTART;TZID=Länsi-Suomi:20270323T080000', HOUR],
      'Line 5: TZID: wanted an IANA name such as Europe/Helsinki, or a VTIMEZONE of that name, got "Länsi-Suomi".',
    ],
    [
      ['RECURRENCE-ID;RANGE=THISANDFUTURE:20270323T080000', START],
      'Line 5: RECURRENCE-ID: wanted one occurrence, not a RANGE of them, got "RECURRENCE-ID;RANGE=THISANDFUTURE:20270323T080000".',
    ],
    [['SEQUENCE:1.5', START], 'Line 5: SEQUENCE: wanted a whole number, got "1.5".'],
    [
      [START, HOUR, 'DTSTART:20270324T080000'],
      'Line 7: wanted one DTSTART in a VEVENT, got "DTSTART:20270324T080000" too.',
    ],
    [[START, 'nonsense'], 'Line 6: wanted a line such as NAME:VALUE, got "nonsense".'],
    [[START, 'BEGIN:VEVENT'], 'Line 6: wanted END:VEVENT first (of line 3), got "BEGIN:VEVENT".'],
    [[START, 'END:VALARM'], 'Line 6: wanted END:VEVENT (of line 3), got "END:VALARM".'],
  ])('names the line and quotes the file: case %#', (lines, message) => {
    expect(faultOf(calendar(...event(...lines)))).toBe(message);
  });

  it.each([
    ['CALSCALE:HEBREW', 'Line 3: CALSCALE: wanted GREGORIAN, got "HEBREW".'],
    [
      'METHOD:SHOUT',
      'Line 3: METHOD: wanted one of PUBLISH, REQUEST, REPLY, ADD, CANCEL, REFRESH, COUNTER, DECLINECOUNTER, got "SHOUT".',
    ],
    [
      'BEGIN:VAVAILABILITY\r\nEND:VAVAILABILITY',
      'Line 3: wanted VEVENT and VFREEBUSY, got "BEGIN:VAVAILABILITY".',
    ],
    [
      'BEGIN:VFREEBUSY\r\nFREEBUSY:20270324T060000Z/PT1H,20270325T06Z/PT1H\r\nEND:VFREEBUSY',
      'Line 4: FREEBUSY: wanted a date or time such as 20270322T080000, got "20270325T06Z".',
    ],
  ])('names the line and quotes the file: %s', (lines, message) => {
    expect(faultOf(calendar(lines))).toBe(message);
  });

  it.each([
    ['FREQ=DAILY;FREQ=YEARLY', 'one FREQ in a rule', 'FREQ=YEARLY'],
    ['FREQ=DAILY;UNTIL=20270401;until=20270501', 'one UNTIL in a rule', 'until=20270501'],
    ['FREQ=DAILY;UNTIL=20200101;COUNT=-1', 'COUNT to be a whole number from 1 on', 'COUNT=-1'],
    ['FREQ=DAILY;COUNT=0', 'COUNT to be a whole number from 1 on', 'COUNT=0'],
    ['FREQ=DAILY;COUNT=3x', 'COUNT to be a whole number from 1 on', 'COUNT=3x'],
    ['FREQ=DAILY;INTERVAL=2.5', 'INTERVAL to be a whole number from 1 on', 'INTERVAL=2.5'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL to be a whole number from 1 on', 'INTERVAL=0'],
    [
      'FREQ=MONTHLY;BYMONTHDAY=0',
      'BYMONTHDAY to be whole numbers from 1 to 31, or from the end with a minus',
      'BYMONTHDAY=0',
    ],
    ['FREQ=YEARLY;BYMONTH=3x', 'BYMONTH to be whole numbers from 1 to 12', 'BYMONTH=3x'],
    [
      'FREQ=WEEKLY;BYMONTHDAY=22',
      'BYMONTHDAY with FREQ DAILY or MONTHLY or YEARLY alone, not WEEKLY',
      'BYMONTHDAY=22',
    ],
    ['FREQ=MONTHLY;BYWEEKNO=12', 'BYWEEKNO with FREQ YEARLY alone, not MONTHLY', 'BYWEEKNO=12'],
    ['FREQ=DAILY;BYYEARDAY=82', 'BYYEARDAY with FREQ YEARLY alone, not DAILY', 'BYYEARDAY=82'],
    ['FREQ=WEEKLY;BYYEARDAY=82', 'BYYEARDAY with FREQ YEARLY alone, not WEEKLY', 'BYYEARDAY=82'],
    ['FREQ=MONTHLY;BYYEARDAY=82', 'BYYEARDAY with FREQ YEARLY alone, not MONTHLY', 'BYYEARDAY=82'],
    [
      'FREQ=WEEKLY;BYDAY=2MO',
      'numbers in BYDAY with FREQ MONTHLY or YEARLY alone, not WEEKLY',
      'BYDAY=2MO',
    ],
    ['FREQ=YEARLY;BYWEEKNO=12;BYDAY=2MO', 'no numbers in BYDAY beside BYWEEKNO', 'BYDAY=2MO'],
    ['FREQ=DAILY;COUNT=3;UNTIL=20270401', 'either COUNT or UNTIL', 'COUNT=3'],
    ['FREQ=DAILY;BYSETPOS=1', 'BYSETPOS beside another part such as BYDAY', 'BYSETPOS=1'],
  ])('quotes the part that makes a rule none: %s', (rule, wanted, part) => {
    // Of an event, and of one that is long over.
    for (const start of [START, START.replace('2027', '2010')]) {
      expect(faultOf(calendar(...event(start, HOUR, `RRULE:${rule}`)))).toBe(
        `Line 7: RRULE: wanted ${wanted}, got "${part}".`,
      );
    }
  });

  it('quotes a zone that the file describes wrongly', () => {
    const zone = (offset: string) => [
      ...['BEGIN:VTIMEZONE', 'TZID:Own', 'BEGIN:STANDARD', 'DTSTART:20260101T000000'],
      ...['TZOFFSETFROM:+0200', `TZOFFSETTO:${offset}`, 'END:STANDARD', 'END:VTIMEZONE'],
    ];

    const text = calendar(...zone('+2:00'), ...event('DTSTART;TZID=Own:20270323T080000', HOUR));

    expect(faultOf(text)).toBe('Line 8: TZOFFSETTO: wanted an offset such as +0200, got "+2:00".');
  });

  it('says where a text that is cut off has begun', () => {
    const text = calendar(...event(START));

    expect(faultOf(text.slice(0, text.indexOf('END:VEVENT')))).toBe(
      'Line 3: wanted an END:VEVENT too, so the file cannot be read to its end.',
    );
    expect(faultOf(`${text}DTSTART:20270323T080000\r\n`)).toBe(
      'Line 8: wanted nothing after END:VCALENDAR, got "DTSTART:20270323T080000".',
    );
  });

  it('counts lines as an editor does, folded ones, empty ones and those of earlier calendars too', () => {
    const folded = event('SUMMARY:a long', ' er title', '', 'DTST', '\tART:2027', ' 0323', HOUR);
    const text = `\uFEFF\n${calendar()}${calendar(...folded)}`;

    // The line begins where its first part stands.
    expect(faultOf(text.replaceAll('\r\n', '\n'))).toMatch(/^Line 12: DTSTART: .* got "20270323":/);
    expect(faultOf(text)).toMatch(/^Line 12: DTSTART: .* got "20270323":/);
  });

  it('is of bounded length, in whole letters, and shows what cannot be seen as a mark', () => {
    const start = (text: string) => faultOf(calendar(...event(`DTSTART:${text}`)));

    expect(start(`x${'🦆'.repeat(2_000)}`)).toContain(`got "x${'🦆'.repeat(79)}…".`);
    expect(start('2027\u200b0323T08\u0007')).toContain('got "2027\uFFFD0323T08\uFFFD".');
    expect(faultOf('x'.repeat(5_000)).length).toBeLessThan(200);
  });

  it('quotes any value of a time just as the file has it', () => {
    const value = fc
      .stringMatching(/^[!-~ä]{1,40}$/)
      .filter((text) => !/[,/]|^\d{8}(T\d{6}Z?)?$/i.test(text));
    const name = fc.constantFrom('DTSTART', 'DTEND', 'EXDATE', 'RDATE', 'RECURRENCE-ID');

    fc.assert(
      fc.property(name, value, fc.nat(5), (wrong, text, padding) => {
        const pads = Array.from({ length: padding }, () => 'X-PAD:1');
        const start = wrong === 'DTSTART' ? [] : [START];
        const lines = [...start, ...pads, `${wrong}:${text}`];

        const fault = faultOf(calendar(...event(...lines)));

        expect(fault).toMatch(new RegExp(`^Line ${4 + lines.length}: ${wrong}: wanted `));
        expect(fault).toContain(`got "${text}"`);
      }),
    );
  });
});
