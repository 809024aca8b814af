import type { CooperativeFile } from '../shared/network-file/index.js';
import type { CooperativeDataSource } from './data-source.js';
import { fileBooking } from './bookings/file-bookings.js';
import { fileRow, profileRow, serviceRow } from './file-rows.js';

/**
 * The network file of what the database holds: importing it changes nothing. Withdrawn services are in it with
 * `"published": false`, those that an import dropped are not.
 * @returns Null before the first import.
 */
export async function exportCooperative(
  dataSource: CooperativeDataSource,
): Promise<CooperativeFile | null> {
  const { cooperative, members, resources, services, bookings } = await dataSource.readAll();
  if (!cooperative) return null;
  return {
    ...profileRow(cooperative),
    members: members.map(fileRow),
    resources: resources.map(fileRow),
    services: services.filter(({ isRemoved }) => !isRemoved).map(serviceRow),
    bookings: bookings.map((booking) => fileBooking(booking, cooperative.timeZone)),
  };
}
