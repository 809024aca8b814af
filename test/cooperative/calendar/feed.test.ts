import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { spawnSync } from 'node:child_process';
import { writeContentLines } from '../../../subgraphs/cooperative/calendar/ical/content-lines.js';
import { fullTimes } from '../../../subgraphs/cooperative/calendar/full-times.js';
import { writeFeed } from '../../../subgraphs/cooperative/calendar/write-feed.js';

const hour = (day: number, hours: number): number => Date.UTC(2027, 2, day, hours);

describe('a content line', () => {
  it.each([
    ['75 octets', 'x'.repeat(75), ['x'.repeat(75)]],
    ['76 octets', 'x'.repeat(76), ['x'.repeat(75), ' x']],
    ['an ä that ends at the 75th octet', `${'x'.repeat(73)}äy`, [`${'x'.repeat(73)}ä`, ' y']],
    ['an ä across the boundary', `${'x'.repeat(74)}ä`, ['x'.repeat(74), ' ä']],
    ['an emoji across the boundary', `${'x'.repeat(72)}😀`, ['x'.repeat(72), ' 😀']],
    [
      'a continuation that is full',
      'x'.repeat(75 + 74 + 1),
      ['x'.repeat(75), ` ${'x'.repeat(74)}`, ' x'],
    ],
  ])('of %s is folded by octets', (_what, line, expected) => {
    const written = writeContentLines([line]);

    expect(written).toBe(`${expected.join('\r\n')}\r\n`);
    for (const part of written.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThan(76);
  });

  it('is the same again when a calendar program unfolds it', () => {
    const title = 'Työpäivä, yö 😀 '.repeat(20).trim();

    const written = writeContentLines(['BEGIN:VCALENDAR', `X-TITLE:${title}`, 'END:VCALENDAR']);

    const [, properties] = ICAL.parse(written) as [string, [string, object, string, string][]];
    expect(properties[0]?.[3]).toBe(title);
  });
});

describe('the times in which a resource is full', () => {
  const booking = (from: number, to: number, quantity = 1) => ({
    from: hour(22, from),
    to: hour(22, to),
    quantity,
  });

  it.each([
    ['none without bookings', 1, [], []],
    ['each booking of a single unit', 1, [booking(8, 10), booking(12, 13)], ['8-10', '12-13']],
    ['one where bookings follow each other', 1, [booking(10, 12), booking(8, 10)], ['8-12']],
    ['none while a unit of a pool is free', 3, [booking(8, 12, 2)], []],
    ['where a pool is taken by several', 3, [booking(8, 12, 2), booking(10, 14)], ['10-12']],
    ['where more is booked than there is', 2, [booking(8, 9, 5)], ['8-9']],
  ])('are %s', (_what, size, bookings, expected) => {
    const seen = fullTimes(bookings, size).map(
      ({ from, to }) => `${new Date(from).getUTCHours()}-${new Date(to).getUTCHours()}`,
    );

    expect(seen).toEqual(expected);
  });
});

describe('a busy calendar', () => {
  const resourceId = `karhu:${'pitka-tyontekija'.repeat(4)}`;
  const busy = [
    { from: hour(22, 6), to: hour(22, 9) },
    { from: hour(28, 0), to: hour(28, 2) },
  ];
  const written = writeFeed(resourceId, busy, hour(20, 22));

  it('is read by a calendar program, with times in UTC', () => {
    const calendar = new ICAL.Component(ICAL.parse(written) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));

    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(resourceId);
    expect(
      events.map(
        ({ startDate, endDate }) => `${startDate.toICALString()}/${endDate.toICALString()}`,
      ),
    ).toEqual(['20270322T060000Z/20270322T090000Z', '20270328T000000Z/20270328T020000Z']);
  });

  it('has only what says when', () => {
    const names = written
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .map((line) => line.split(':')[0]);

    expect([...new Set(names)].sort()).toEqual([
      ...['', 'BEGIN', 'CALSCALE', 'CLASS', 'DTEND', 'DTSTAMP', 'DTSTART', 'END', 'METHOD'],
      ...['PRODID', 'TRANSP', 'UID', 'VERSION', 'X-WR-CALNAME'],
    ]);
  });

  it('has CRLF at every line end and no line beyond 75 octets', () => {
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(Math.max(...written.split('\r\n').map((line) => Buffer.byteLength(line)))).toBe(75);
  });

  it('names the same time the same, and another time or resource differently', () => {
    const uids = (text: string): string[] =>
      [...text.replaceAll('\r\n ', '').matchAll(/^UID:(.+)\r$/gm)].map(([, uid]) => uid ?? '');

    const again = uids(writeFeed(resourceId, busy.slice(1), hour(21, 22)));
    const other = uids(writeFeed('karhu:w2', busy, hour(20, 22)));

    expect(uids(written)).toHaveLength(2);
    expect(again).toEqual(uids(written).slice(1));
    expect(new Set([...uids(written), ...other]).size).toBe(4);
  });

  const python = spawnSync('python3', ['-c', 'import icalendar']);
  const hasPython = python.status === 0;
  if (!hasPython) process.stderr.write('Skipped: Python’s icalendar is not on this machine.\n');

  (hasPython ? it : it.skip)('is read by Python’s icalendar, too', () => {
    const script =
      'import sys, icalendar; c = icalendar.Calendar.from_ical(sys.stdin.read()); print(len(c.walk("VEVENT")))';

    const { stdout } = spawnSync('python3', ['-c', script], { input: written });

    expect(stdout.toString().trim()).toBe('2');
  });
});
