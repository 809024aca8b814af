import { createHash } from 'node:crypto';
import type { Interval } from '../capacity/open-times.js';
import { writeContentLines } from './ical/content-lines.js';

/**
 * Writes the busy times of one resource as an iCalendar text (RFC 5545). They carry no title and no names.
 * @param resourceId - `<cooperative>:<local>`
 * @param stampedAt - When the text counts as made, in epoch milliseconds. An event never changes: another time is
 *   another event with another UID, so the stamp may be older than the bookings.
 */
export function writeFeed(
  resourceId: string,
  busy: readonly Interval[],
  stampedAt: number,
): string {
  return writeContentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cooperatives federation hub//Busy times//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${resourceId}`,
    ...busy.flatMap(({ from, to }) => [
      'BEGIN:VEVENT',
      `UID:${eventId(resourceId, from, to)}`,
      `DTSTAMP:${utc(stampedAt)}`,
      `DTSTART:${utc(from)}`,
      `DTEND:${utc(to)}`,
      'CLASS:PRIVATE',
      'TRANSP:OPAQUE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]);
}

/** The same for the same time of the same resource; tells nothing of who booked. */
function eventId(resourceId: string, from: number, to: number): string {
  return createHash('sha256').update(`${resourceId} ${from} ${to}`).digest('base64url');
}

/** "20270322T060000Z" */
function utc(instant: number): string {
  return new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}
