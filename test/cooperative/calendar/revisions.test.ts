import { describe, expect, it } from '@jest/globals';
import { calendar, event, readShort } from './texts.js';

const at = (hour: string, day = '23'): string[] => [
  `DTSTART:202703${day}T${hour}0000`,
  'DURATION:PT1H',
];
const DAILY = [...at('08'), 'RRULE:FREQ=DAILY;COUNT=3'];
const ALL = ['23 08:00-09:00', '24 08:00-09:00', '25 08:00-09:00'];
const WITHOUT_24 = ['23 08:00-09:00', '25 08:00-09:00'];
const ON_24 = 'RECURRENCE-ID:20270324T080000';
const OFF = 'STATUS:CANCELLED';

/** All events in one calendar. */
const readAll = (...events: readonly string[][]): string[] => readShort(calendar(...events.flat()));
const shortOf = (...calendars: readonly string[]): string[] => readShort(calendars.join(''));

describe('of several revisions of an event', () => {
  it.each([
    ['one that is called off', [OFF], []],
    ['one that is moved', at('12', '26'), ['26 12:00-13:00']],
    ['one that takes no time', ['TRANSP:TRANSPARENT'], []],
  ])('the last one alone holds: %s', (_what, lines, expected) => {
    const old = event('SEQUENCE:0', ...at('08'));
    const last = event('SEQUENCE:1', ...at('08').filter(() => lines[0]?.[0] !== 'D'), ...lines);

    expect(readAll(old, last)).toEqual(expected);
    expect(readAll(last, old)).toEqual(expected);
    expect(readAll(old, last, old)).toEqual(expected);
    expect(shortOf(calendar(...old), calendar(...last))).toEqual(expected);
    expect(shortOf(calendar(...last), calendar(...old))).toEqual(expected);
  });

  it('the highest number holds, not the longest or the last text', () => {
    const numbered = (sequence: string, hour: string) => event(sequence, ...at(hour));

    expect(readAll(numbered('SEQUENCE:10', '10'), numbered('SEQUENCE:9', '09'))).toEqual([
      '23 10:00-11:00',
    ]);
    expect(readAll(event(...at('08')), numbered('SEQUENCE:1', '10'))).toEqual(['23 10:00-11:00']);
  });

  it('with the same number both hold, as careless programs write different events', () => {
    expect(readAll(event(...at('08')), event('SEQUENCE:0', ...at('12')))).toEqual([
      '23 08:00-09:00',
      '23 12:00-13:00',
    ]);
    expect(
      readAll(
        event('DTSTAMP:20270101T000000Z', ...at('08'), OFF),
        event('DTSTAMP:20270102T000000Z', ...at('12')),
        event('DTSTAMP:20270103T000000Z', ...at('14')),
      ),
    ).toEqual(['23 12:00-13:00', '23 14:00-15:00']);
  });

  it.each([
    ['later', '20270102T000000Z', []],
    ['earlier', '20261231T000000Z', ['23 08:00-09:00']],
    ['at once', '20270101T000000Z', ['23 08:00-09:00']],
  ])(
    'with the same number and times the later stamp holds: called off %s',
    (_when, stamp, expected) => {
      const said = event('DTSTAMP:20270101T000000Z', ...at('08'));
      const off = event(`DTSTAMP:${stamp}`, ...at('08'), OFF);

      expect(readAll(said, off)).toEqual(expected);
      expect(readAll(off, said)).toEqual(expected);
    },
  );

  it.each([
    ['the start alone', ['DTSTART:20270323T080000Z']],
    ['a length for the end', ['DTSTART:20270323T080000Z', 'DURATION:PT1H']],
    [
      'another zone',
      [
        'DTSTART;TZID=Europe/Helsinki:20270323T100000',
        'DTEND;TZID=Europe/Helsinki:20270323T110000',
      ],
    ],
    ['another time', at('15')],
  ])('with the same number what is called off later is off, told with %s', (_what, times) => {
    const said = (stamp: string) =>
      event(`DTSTAMP:${stamp}`, 'DTSTART:20270323T080000Z', 'DTEND:20270323T090000Z');
    const [before, after] = [said('20270101T000000Z'), said('20270103T000000Z')];
    const off = event('DTSTAMP:20270102T000000Z', ...times, OFF);

    expect(readAll(before, off)).toEqual([]);
    expect(readAll(off, before)).toEqual([]);
    expect(readAll(after, off)).toEqual(['23 10:00-11:00']);
  });

  it('those of other events are none', () => {
    expect(readAll(event('UID:b', ...at('08')), event('SEQUENCE:5', ...at('12'), OFF))).toEqual([
      '23 08:00-09:00',
    ]);
    const nameless = (...lines: string[]) =>
      event('UID:x', ...lines).filter((line) => line !== 'UID:x');
    expect(readAll(nameless(...at('08')), nameless('SEQUENCE:5', ...at('12'), OFF))).toEqual([
      '23 08:00-09:00',
    ]);
  });
});

describe('of several revisions of an occurrence', () => {
  const daily = event(...DAILY);
  const moved = event(ON_24, 'SEQUENCE:1', ...at('12', '24'));

  it('the last one holds: moved, then called off', () => {
    const off = event(ON_24, 'SEQUENCE:2', ...at('12', '24'), OFF);

    expect(readAll(daily, moved, off)).toEqual(WITHOUT_24);
    expect(readAll(off, moved, daily)).toEqual(WITHOUT_24);
    expect(shortOf(calendar(...moved), calendar(...off), calendar(...daily))).toEqual(WITHOUT_24);
  });

  it('the last one holds: moved, then called off where it would have been, without counting up', () => {
    const away = event(ON_24, 'DTSTAMP:20270101T000000Z', ...at('12', '24'));
    const off = event(ON_24, 'DTSTAMP:20270102T000000Z', ...at('08', '24'), OFF);

    expect(readAll(daily, away, off)).toEqual(WITHOUT_24);
    expect(readAll(off, away, daily)).toEqual(WITHOUT_24);
  });

  it('the last one holds: called off, then on again elsewhere', () => {
    const off = event(ON_24, 'SEQUENCE:1', OFF);
    const on = event(ON_24, 'SEQUENCE:2', ...at('14', '24'));

    expect(readAll(daily, on, off)).toEqual(['23 08:00-09:00', '24 14:00-15:00', '25 08:00-09:00']);
  });

  it('they are told by when they would have been, in whatever zone that is written', () => {
    const off = event('RECURRENCE-ID:20270324T060000Z', 'SEQUENCE:2', OFF);
    const named = event(
      'RECURRENCE-ID;TZID=Europe/Helsinki:20270324T080000',
      'SEQUENCE:1',
      ...at('12', '24'),
    );

    expect(readAll(daily, off, named)).toEqual(WITHOUT_24);
  });

  it('a time without a zone is meant in that of the event', () => {
    const start = 'DTSTART;TZID=America/New_York:20270322T080000';
    const series = event(start, 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=2');
    const off = event('RECURRENCE-ID:20270323T080000', 'SEQUENCE:1', OFF);

    expect(readAll(off, series)).toEqual(['22 14:00-15:00']);
  });

  it('an additional time that is a period is one too', () => {
    const series = event(
      ...at('08'),
      'RDATE;VALUE=PERIOD:20270324T060000Z/PT2H,20270325T060000Z/20270325T080000Z',
      'EXDATE:20270325T060000Z',
    );

    expect(readAll(series)).toEqual(['23 08:00-09:00', '24 08:00-10:00']);
    expect(readAll(series, event(ON_24, OFF))).toEqual(['23 08:00-09:00']);
  });
});

describe('a recurring event that is made anew', () => {
  const old = event('SEQUENCE:0', ...DAILY);
  const moved = event(ON_24, 'SEQUENCE:1', ...at('12', '24'));
  const anew = event('SEQUENCE:2', ...at('10'), 'RRULE:FREQ=DAILY;COUNT=2');
  const ANEW = ['23 10:00-11:00', '24 10:00-11:00'];

  it('loses the changes made to its earlier form', () => {
    expect(readAll(old, moved, anew)).toEqual(ANEW);
    expect(readAll(anew, moved, old)).toEqual(ANEW);
    expect(shortOf(calendar(...old, ...moved), calendar(...anew))).toEqual(ANEW);
    expect(shortOf(calendar(...anew), calendar(...moved))).toEqual(ANEW);
  });

  it('keeps those made since', () => {
    const since = event('RECURRENCE-ID:20270324T100000', 'SEQUENCE:3', ...at('15', '24'));

    expect(readAll(old, moved, since, anew)).toEqual(['23 10:00-11:00', '24 15:00-16:00']);
  });

  it('keeps those that stand beside it alone, whatever their number', () => {
    const beside = event('RECURRENCE-ID:20270324T100000', 'SEQUENCE:1', ...at('15', '24'));
    const expected = ['23 10:00-11:00', '24 15:00-16:00'];

    expect(readAll(anew, beside)).toEqual(expected);
    expect(shortOf(calendar(...old, ...moved), calendar(...anew, ...beside))).toEqual(expected);
  });

  it('is gone with its occurrences when it is called off', () => {
    const off = event('SEQUENCE:2', ...DAILY, OFF);
    const on = event(ON_24, 'SEQUENCE:3', ...at('16', '24'));

    expect(readAll(old, moved, off)).toEqual([]);
    expect(readAll(off, moved)).toEqual([]);
    expect(readAll(old, moved, off, on)).toEqual(['24 16:00-17:00']);
  });
});

describe('a calendar with a METHOD', () => {
  const withMethod = (method: string, ...events: readonly string[][]): string =>
    calendar(`METHOD:${method}`, ...events.flat());
  const daily = event(...DAILY);

  it.each(['PUBLISH', 'REQUEST', 'request ', 'ADD'])('%s says when somebody is busy', (method) => {
    expect(shortOf(withMethod(method, daily))).toEqual(ALL);
  });

  it.each([
    ['an event', event('SEQUENCE:1', ...DAILY), []],
    ['an event by its name alone', event('SEQUENCE:1'), []],
    ['an event, without counting up', event(), []],
    ['an occurrence', event(ON_24, 'SEQUENCE:1'), WITHOUT_24],
    ['an occurrence, without counting up', event(ON_24), WITHOUT_24],
    ['another event', event('UID:b', ...at('08')), ALL],
  ])('CANCEL calls off what it names and closes nothing: %s', (_what, cancelled, expected) => {
    const cancel = withMethod('CANCEL', cancelled);

    expect(shortOf(cancel)).toEqual([]);
    expect(shortOf(withMethod('REQUEST', daily), cancel)).toEqual(expected);
    expect(shortOf(cancel, calendar(...daily))).toEqual(expected);
  });

  it('CANCEL does nothing to what was said later', () => {
    const again = event('SEQUENCE:2', ...DAILY);
    const cancel = withMethod('CANCEL', event('SEQUENCE:1', ...DAILY));

    expect(shortOf(calendar(...again), cancel, calendar(...daily))).toEqual(ALL);
  });

  it('ADD adds to the event, until it is made anew', () => {
    const added = withMethod('ADD', event('SEQUENCE:1', ...at('12', '26')));

    expect(shortOf(added, calendar(...daily))).toEqual([...ALL, '26 12:00-13:00']);
    expect(shortOf(added, calendar(...event('SEQUENCE:2', ...DAILY)))).toEqual(ALL);
    expect(shortOf(added, withMethod('CANCEL', event('SEQUENCE:1')))).toEqual([]);
  });

  it.each(['REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER'])(
    '%s changes nothing of the event, and is refused without it',
    (method) => {
      const answer = withMethod(method, event('SEQUENCE:7', ...at('15')));

      expect(shortOf(answer, calendar(...daily))).toEqual(ALL);
      expect(() => shortOf(answer)).toThrow(
        /^Line 3: METHOD: wanted the event itself, of UID "a@x", beside .* got [A-Z]+ alone\.$/,
      );
    },
  );

  it('REPLY tells busy periods that were asked for', () => {
    const periods = ['BEGIN:VFREEBUSY', 'UID:f', 'FREEBUSY:20270324T060000Z/PT1H', 'END:VFREEBUSY'];

    expect(shortOf(withMethod('REPLY', periods))).toEqual(['24 08:00-09:00']);
  });
});

describe('busy periods of one UID', () => {
  const told = (stamp: string, period: string) => [
    ...['BEGIN:VFREEBUSY', 'UID:f', `DTSTAMP:${stamp}`, 'DTSTART:20270301T000000Z'],
    ...[`FREEBUSY:${period}`, 'END:VFREEBUSY'],
  ];
  const earlier = told('20270301T000000Z', '20270324T060000Z/PT1H');
  const later = told('20270302T000000Z', '20270325T060000Z/PT1H');

  it('hold as they were told last', () => {
    expect(readAll(earlier, later)).toEqual(['25 08:00-09:00']);
    expect(readAll(later, earlier)).toEqual(['25 08:00-09:00']);
  });
});
