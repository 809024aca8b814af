import { describe, expect, it } from '@jest/globals';
import { CalendarFault } from '../../../subgraphs/cooperative/calendar/ical/fault.js';
import { readBusyCalendar } from '../../../subgraphs/cooperative/calendar/read-busy-calendar.js';
import { units } from '../../support/unit.js';

/** A Monday; Helsinki's clocks go forward on Sunday the 28th. */
const NOW = Date.parse('2027-03-22T10:00:00+02:00');

/** A calendar of these lines. */
function calendar(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function event(...lines: readonly string[]): string[] {
  return ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];
}

function read(text: string, timeZone = 'Europe/Helsinki'): string[] {
  return readBusyCalendar(text, { timeZone, now: NOW }).map(({ from, to }) => `${from} ${to}`);
}

const readEvent = (...lines: readonly string[]): string[] => read(calendar(...event(...lines)));

const OUTLOOK_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:FLE Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T040000',
  'TZOFFSETFROM:+0300',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0300',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

describe('the busy times of a calendar', () => {
  it.each([
    [
      'UTC',
      ['DTSTART:20270324T060000Z', 'DTEND:20270324T070000Z'],
      '2027-03-24T08:00 2027-03-24T09:00',
    ],
    [
      'no zone, meant where the cooperative is',
      ['DTSTART:20270324T080000', 'DTEND:20270324T090000'],
      '2027-03-24T08:00 2027-03-24T09:00',
    ],
    [
      'an IANA zone without a description',
      ['DTSTART;TZID=America/New_York:20270324T080000', 'DURATION:PT1H30M'],
      '2027-03-24T14:00 2027-03-24T15:30',
    ],
    [
      'a duration of days over the change of clocks',
      ['DTSTART:20270327T120000', 'DURATION:P1DT1H'],
      '2027-03-27T12:00 2027-03-28T13:00',
    ],
    [
      'a whole day',
      ['DTSTART;VALUE=DATE:20270328', 'DTEND;VALUE=DATE:20270330'],
      '2027-03-28T00:00 2027-03-30T00:00',
    ],
    ['a day without an end', ['DTSTART;VALUE=DATE:20270328'], '2027-03-28T00:00 2027-03-29T00:00'],
    [
      'a day that ends on itself',
      ['DTSTART;VALUE=DATE:20270328', 'DTEND;VALUE=DATE:20270328'],
      '2027-03-28T00:00 2027-03-29T00:00',
    ],
    [
      'seconds, rounded outward',
      ['DTSTART:20270324T080030', 'DTEND:20270324T085901'],
      '2027-03-24T08:00 2027-03-24T09:00',
    ],
    [
      'a start in the hour that is left out',
      ['DTSTART:20270328T033000', 'DTEND:20270328T050000'],
      '2027-03-28T04:30 2027-03-28T05:00',
    ],
    [
      'what lasts since before today',
      ['DTSTART:20270301T080000', 'DTEND:20270324T160000'],
      '2027-03-22T00:00 2027-03-24T16:00',
    ],
    [
      'a single event beyond a year',
      ['DTSTART:20290324T080000', 'DTEND:20290324T090000'],
      '2029-03-24T08:00 2029-03-24T09:00',
    ],
  ])('are known for %s', (_what, lines, expected) => {
    expect(readEvent(...lines)).toEqual([expected]);
  });

  it.each([
    ['a transparent event', ['DTSTART:20270324T080000', 'DURATION:PT1H', 'TRANSP:TRANSPARENT']],
    ['a cancelled event', ['DTSTART:20270324T080000', 'DURATION:PT1H', 'STATUS:CANCELLED']],
    ['an event without length', ['DTSTART:20270324T080000']],
    ['what ended before today', ['DTSTART:20270321T080000', 'DTEND:20270322T000000']],
    ['a rule that ended', ['DTSTART:20260101T080000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=9']],
  ])('leave out %s', (_what, lines) => {
    expect(readEvent(...lines)).toEqual([]);
  });

  it('are none in an empty calendar', () => {
    expect(read(calendar())).toEqual([]);
    expect(read(`\uFEFF\n${calendar().replaceAll('\r', '')}`)).toEqual([]);
  });

  it('come in order, overlapping and touching ones as one', () => {
    const text = calendar(
      ...event('DTSTART:20270325T120000', 'DURATION:PT1H'),
      ...event('DTSTART:20270324T100000', 'DURATION:PT2H'),
      ...event('DTSTART:20270324T080000', 'DURATION:PT2H'),
      ...event('DTSTART:20270324T090000', 'DURATION:PT30M'),
    );

    expect(read(text)).toEqual([
      '2027-03-24T08:00 2027-03-24T12:00',
      '2027-03-25T12:00 2027-03-25T13:00',
    ]);
  });

  it('include busy periods, and no free ones', () => {
    const text = calendar(
      'BEGIN:VFREEBUSY',
      'FREEBUSY:20270324T060000Z/PT1H,20270325T060000Z/20270325T080000Z',
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270326T060000Z/PT1H',
      'FREEBUSY;FBTYPE=FREE:20270327T060000Z/PT1H',
      'END:VFREEBUSY',
    );

    expect(read(text)).toEqual([
      '2027-03-24T08:00 2027-03-24T09:00',
      '2027-03-25T08:00 2027-03-25T10:00',
      '2027-03-26T08:00 2027-03-26T09:00',
    ]);
  });

  it('cover all of the hour that comes twice when one ends in its second half', () => {
    const ends = ['DTSTART:20271030T230000Z', 'DTEND:20271031T013000Z'];

    // 01:30 UTC is the second 03:30; written down that would be read as the first.
    expect(readEvent(...ends)).toEqual(['2027-10-31T02:00 2027-10-31T04:00']);
  });
});

describe('a zone that a calendar describes itself', () => {
  const inOutlook = (start: string, timeZone?: string): string[] => {
    const lines = event(`DTSTART;TZID=FLE Standard Time:${start}`, 'DURATION:PT1H');
    return read(calendar(...OUTLOOK_ZONE, ...lines), timeZone);
  };

  it.each([
    ['before the change of clocks', '20270327T090000', '2027-03-27T07:00 2027-03-27T08:00'],
    ['after it', '20270329T090000', '2027-03-29T06:00 2027-03-29T07:00'],
    ['in the hour that is left out', '20270328T033000', '2027-03-28T01:30 2027-03-28T02:30'],
    [
      'in the first of the hour that comes twice',
      '20271031T033000',
      '2027-10-31T00:30 2027-10-31T01:30',
    ],
    ['in winter again', '20271101T090000', '2027-11-01T07:00 2027-11-01T08:00'],
  ])('is followed %s', (_when, start, expected) => {
    expect(inOutlook(start, 'UTC')).toEqual([expected]);
  });

  it('holds before its first change, too', () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Short', 'BEGIN:DAYLIGHT', 'DTSTART:20270328T030000'],
      ...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0300', 'END:DAYLIGHT', 'END:VTIMEZONE'],
    ];

    const text = calendar(...zone, ...event('DTSTART;TZID=Short:20270324T080000', 'DURATION:PT1H'));

    expect(read(text)).toEqual(['2027-03-24T08:00 2027-03-24T09:00']);
  });
});

describe('a recurring event', () => {
  const HOUR = 'DURATION:PT1H';
  const weekly = [
    'DTSTART;TZID=Europe/Helsinki:20270307T090000',
    HOUR,
    'RRULE:FREQ=WEEKLY;UNTIL=20270404T060000Z',
  ];

  it('keeps its wall time over the change of clocks', () => {
    const starts = readBusyCalendar(calendar(...event(...weekly)), { timeZone: 'UTC', now: NOW });

    // Nine o'clock in Helsinki; UNTIL is the last of them exactly.
    expect(starts.map(({ from }) => from)).toEqual(['2027-03-28T06:00', '2027-04-04T06:00']);
    expect(readEvent(...weekly)).toEqual([
      '2027-03-28T09:00 2027-03-28T10:00',
      '2027-04-04T09:00 2027-04-04T10:00',
    ]);
  });

  it('is followed for 366 days from today', () => {
    const days = readEvent('DTSTART:20200101T080000', HOUR, 'RRULE:FREQ=DAILY');

    expect(days).toHaveLength(366);
    expect(days[0]).toBe('2027-03-22T08:00 2027-03-22T09:00');
    expect(days.at(-1)).toBe('2028-03-21T08:00 2028-03-21T09:00');
  });

  it.each([
    [
      'every second week',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=8',
      ['2027-03-24', '2027-04-07', '2027-04-21'],
    ],
    [
      'the last working day of a month',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20270501',
      ['2027-03-31', '2027-04-30'],
    ],
    ['a week of the year', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;UNTIL=20280101', ['2027-05-17']],
    [
      'a day that most months lack',
      'FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20270601',
      ['2027-03-31', '2027-05-31'],
    ],
    [
      'weeks that begin on Sunday',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;WKST=SU;UNTIL=20270408',
      ['2027-03-24', '2027-04-04', '2027-04-07'],
    ],
  ])('on %s is understood', (_what, rule, expected) => {
    const starts = readEvent('DTSTART:20270113T080000', HOUR, `RRULE:${rule}`);

    expect(starts.map((closure) => closure.slice(0, 10))).toEqual(expected);
  });

  it('leaves out excluded times and days, and takes in additional ones', () => {
    const starts = readEvent(
      'DTSTART;TZID=Europe/Helsinki:20270323T080000',
      HOUR,
      'RRULE:FREQ=DAILY;COUNT=6',
      'EXDATE;TZID=Europe/Helsinki:20270324T080000',
      'EXDATE:20270325T060000Z',
      'EXDATE;VALUE=DATE:20270326',
      'RDATE;TZID=Europe/Helsinki:20270401T120000',
      'RDATE;VALUE=PERIOD:20270402T090000Z/PT3H',
    );

    expect(starts).toEqual([
      '2027-03-23T08:00 2027-03-23T09:00',
      '2027-03-27T08:00 2027-03-27T09:00',
      '2027-03-28T08:00 2027-03-28T09:00',
      '2027-04-01T12:00 2027-04-01T13:00',
      '2027-04-02T12:00 2027-04-02T15:00',
    ]);
  });

  it('has changed and cancelled occurrences', () => {
    const text = calendar(
      ...event('DTSTART;TZID=Europe/Helsinki:20270323T080000', HOUR, 'RRULE:FREQ=DAILY;COUNT=4'),
      ...event('RECURRENCE-ID:20270324T060000Z', 'DTSTART:20270324T120000', HOUR),
      ...event(
        'RECURRENCE-ID;TZID=Europe/Helsinki:20270325T080000',
        'DTSTART;TZID=Europe/Helsinki:20270325T080000',
        HOUR,
        'STATUS:CANCELLED',
      ),
    );

    expect(read(text)).toEqual([
      '2027-03-23T08:00 2027-03-23T09:00',
      '2027-03-24T12:00 2027-03-24T13:00',
      '2027-03-26T08:00 2027-03-26T09:00',
    ]);
  });

  it('that began before today and lasts is counted', () => {
    const days = readEvent('DTSTART:20270319T200000', 'DURATION:P4D', 'RRULE:FREQ=YEARLY;COUNT=1');

    expect(days).toEqual(['2027-03-22T00:00 2027-03-23T20:00']);
  });
});

describe('a text that is refused', () => {
  const timed = ['DTSTART:20270324T080000', 'DURATION:PT1H'];

  it.each([
    ['a page', '<!DOCTYPE html><title>Log in</title>', /BEGIN:VCALENDAR, got "<!DOCTYPE/],
    ['nothing', '', /got ""/],
    ['a list of contacts', 'BEGIN:VCARD\r\nEND:VCARD\r\n', /BEGIN:VCALENDAR/],
    ['half a calendar', calendar(...event(...timed)).slice(0, -30), /cannot be read/],
    ['a line of no form', calendar(...event(...timed, 'nonsense')), /nonsense/],
    ['an event without a start', calendar(...event('SUMMARY:x')), /DTSTART, got none/],
    ['a day that does not exist', calendar(...event('DTSTART:20270230T080000')), /2027-02-30/],
    [
      'an end before the start',
      calendar(...event('DTSTART:20270324T080000', 'DTEND:20270324T070000')),
      /DTEND/,
    ],
    [
      'a duration of no form',
      calendar(...event('DTSTART:20270324T080000', 'DURATION:1H')),
      /duration/,
    ],
    [
      'an endless duration',
      calendar(...event('DTSTART:20270324T080000', 'DURATION:P99999999D')),
      /10000 days/,
    ],
    ['an unknown zone', calendar(...event('DTSTART;TZID=Nowhere:20270324T080000')), /"Nowhere"/],
    [
      'a zone without observances',
      calendar(
        'BEGIN:VTIMEZONE',
        'TZID:N',
        'END:VTIMEZONE',
        ...event('DTSTART;TZID=N:20270324T080000'),
      ),
      /VTIMEZONE/,
    ],
    ['an unknown frequency', calendar(...event(...timed, 'RRULE:FREQ=OFTEN')), /OFTEN/],
    [
      'another calendar’s rule',
      calendar(...event(...timed, 'RRULE:FREQ=YEARLY;RSCALE=CHINESE')),
      /rscale/,
    ],
    ['a rule of no value', calendar(...event(...timed, 'RRULE:')), /./],
    ['every second', calendar(...event(...timed, 'RRULE:FREQ=SECONDLY')), /SECONDLY/],
    [
      'every second, from long ago',
      calendar(
        ...event('DTSTART:16010101T000000', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY;COUNT=999999999'),
      ),
      /SECONDLY/,
    ],
    [
      'too often a day',
      calendar(...event(...timed, 'RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5')),
      /24 times a day, got 25/,
    ],
    [
      'a change of all that follows',
      calendar(...event('RECURRENCE-ID;RANGE=THISANDFUTURE:20270324T080000', ...timed)),
      /RANGE/,
    ],
    ['more than a megabyte', calendar(`X-PAD:${'ä'.repeat(500_000)}`), /1000000 bytes, got 10000/],
  ])('is %s', (_what, text, message) => {
    expect(() => read(text)).toThrow(CalendarFault);
    expect(() => read(text)).toThrow(message);
  });

  it('is one with a zone whose clocks change every second', () => {
    const zone = OUTLOOK_ZONE.map((line) =>
      line.replace(/^RRULE.*/, 'RRULE:FREQ=SECONDLY').replace('FLE Standard Time', 'Hostile'),
    );

    const text = calendar(
      ...zone,
      ...event('DTSTART;TZID=Hostile:20270324T080000', 'DURATION:PT1H'),
    );

    expect(() => read(text)).toThrow(CalendarFault);
  });

  it('is one whose rules together take too long', () => {
    // Each is looked at 24 times a day and gives nothing.
    const hours = Array.from({ length: 24 }, (_unused, hour) => hour).join(',');
    const rule = `RRULE:FREQ=DAILY;BYHOUR=${hours};BYSETPOS=366`;
    const events = Array.from({ length: 2_000 }, () => event(...timed, rule)).flat();
    const startedAt = performance.now();

    expect(() => read(calendar(...events))).toThrow(/two seconds/);
    expect(performance.now() - startedAt).toBeLessThan(units(100));
  });

  it('is one that gives too many closures', () => {
    const hours = Array.from({ length: 23 }, (_unused, hour) => hour).join(',');
    const events = [0, 20, 40].map((minute) =>
      event(
        `DTSTART:20270322T00${String(minute).padStart(2, '0')}00`,
        'DURATION:PT1M',
        `RRULE:FREQ=DAILY;BYHOUR=${hours}`,
      ),
    );

    expect(() => read(calendar(...events.flat()))).toThrow(/20000 closures/);
  });
});

describe('a rule that never comes true', () => {
  it.each(['DAILY', 'MONTHLY', 'YEARLY'])('gives only the start of the event (%s)', (freq) => {
    const rule = `RRULE:FREQ=${freq};BYMONTH=2;BYMONTHDAY=30`;

    const starts = readEvent('DTSTART:20270324T080000', 'DURATION:PT1H', rule);

    expect(starts).toEqual(['2027-03-24T08:00 2027-03-24T09:00']);
  });
});
