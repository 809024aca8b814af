import { formatWallTime } from './capacity/index.js';
import type { BookingRecord } from './store/records.js';
import type { ImportReport } from './files/import-plan.js';
import type { Loss } from './files/unplaced.js';

const LOST: Record<Loss, (booking: BookingRecord) => string> = {
  RESOURCE: ({ resource }) => `the resource "${resource}" is gone`,
  SERVICE: ({ service }) => `the service "${service}" is gone`,
  RESOURCE_OF_SERVICE: ({ resource, service }) => `"${service}" is not done by "${resource}" now`,
  PLACES: ({ resource }) => `"${resource}" is too small for all that is booked of it`,
};

/**
 * What an import has done, or would do, for people. Names every booking that somebody has to look at; no customer.
 * @param timeZone - Of the cooperative, by whose clocks times are told.
 */
export function reportLines({ counts, kept, unplaced }: ImportReport, timeZone: string): string[] {
  const nameOf = ({ _id, order, startsAt }: BookingRecord): string => {
    const start = formatWallTime(timeZone, startsAt.getTime());
    return `Booking ${_id} of ${order?.reference ?? 'no order'}, ${start},`;
  };
  return [
    ...counts.map(
      ({ type, added, changed, removed, unchanged }) =>
        `  ${type}: ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged`,
    ),
    ...kept.map((booking) => `  ${nameOf(booking)} is of an order, and stays as it is here.`),
    ...unplaced.map(
      ({ booking, lost }) => `  ${nameOf(booking)} stands without a place: ${LOST[lost](booking)}.`,
    ),
  ];
}
