import { readBusyCalendar } from '../../../subgraphs/cooperative/calendar/read-busy-calendar.js';

/** A Monday; Helsinki's clocks go forward on Sunday the 28th. */
const NOW = Date.parse('2027-03-22T10:00:00+02:00');

/** A calendar of these lines. */
export function calendar(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** An event of one UID, unless the lines have another. */
export function event(...lines: readonly string[]): string[] {
  const hasUid = lines.some((line) => line.startsWith('UID'));
  return ['BEGIN:VEVENT', ...(hasUid ? [] : ['UID:a@x']), ...lines, 'END:VEVENT'];
}

/** The closures, where the cooperative is in Helsinki: `2027-03-24T08:00 2027-03-24T09:00`. */
export function read(text: string): string[] {
  const closures = readBusyCalendar(text, { timeZone: 'Europe/Helsinki', now: NOW });
  return closures.map(({ from, to }) => `${from} ${to}`);
}

/** The closures of one day each: `23 08:00-09:00`. */
export function readShort(text: string): string[] {
  return read(text).map((closure) =>
    closure.replace(/^2027-03-(..)T(.{5}) 2027-03-\1T(.{5})$/, '$1 $2-$3'),
  );
}
