import type { CooperativeFile } from '../shared/network-file/index.js';
import type { CooperativeDataSource } from './data-source.js';
import { fileBooking } from './bookings/file-bookings.js';
import { fileRow, profileRow, removedServiceRow, serviceRow } from './file-rows.js';

/**
 * The network file of what the database holds: importing it changes nothing. Withdrawn services are in it with
 * `"published": false`; those that an import dropped are only where a booking names them, and bookings of resources that an
 * import dropped are not.
 * @returns Null before the first import.
 */
export async function exportCooperative(
  dataSource: CooperativeDataSource,
): Promise<CooperativeFile | null> {
  const { cooperative, members, resources, services, bookings } = await dataSource.readAll();
  if (!cooperative) return null;
  const resourceIds = new Set(resources.map(({ _id }) => _id));
  const kept = bookings.filter(({ resource }) => resourceIds.has(resource));
  const named = new Set(kept.map(({ service }) => service));
  return {
    ...profileRow(cooperative),
    members: members.map(fileRow),
    resources: resources.map(fileRow),
    services: services
      .filter(({ _id, isRemoved }) => !isRemoved || named.has(_id))
      .map((row) => (row.isRemoved ? removedServiceRow(row, resourceIds) : serviceRow(row))),
    bookings: kept.map((booking) => fileBooking(booking, cooperative.timeZone)),
  };
}
