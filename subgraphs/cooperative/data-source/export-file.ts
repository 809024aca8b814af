import type { CooperativeFile } from '../../shared/network-file/index.js';
import type { CooperativeDataSource } from './data-source.js';
import { fileBooking } from '../files/file-bookings.js';
import { fileHub } from '../files/file-hub.js';
import { fileRow, profileRow, removedServiceRow, serviceRow } from '../files/file-rows.js';

/**
 * The network file of what the database holds: importing it changes nothing, and importing it into an empty database makes the same
 * of it, with orders, customers and answers. Withdrawn services are in it with `"published": false`; those that an import
 * dropped are only where a booking names them.
 * @returns Null before the first import. Holds personal data.
 */
export async function exportCooperative(
  dataSource: CooperativeDataSource,
): Promise<CooperativeFile | null> {
  const { cooperative, members, resources, services, bookings, calendars, hub } =
    await dataSource.readAll();
  if (!cooperative) return null;
  const resourceIds = new Set(resources.map(({ _id }) => _id));
  const named = new Set([...bookings, ...hub.waiting].map(({ service }) => service));
  const rows = fileHub(hub);
  const busy = calendars.filter(({ _id, closures }) => resourceIds.has(_id) && closures.length > 0);
  return {
    ...profileRow(cooperative),
    members: members.map(fileRow),
    resources: resources.map(fileRow),
    services: services
      .filter(({ _id, isRemoved }) => !isRemoved || named.has(_id))
      .map((row) => (row.isRemoved ? removedServiceRow(row, resourceIds) : serviceRow(row))),
    bookings: bookings.map((booking) => fileBooking(booking, cooperative.timeZone)),
    ...(busy.length > 0 && {
      calendars: busy.map(({ _id, closures }) => ({ resource: _id, closures })),
    }),
    ...(rows && { hub: rows }),
  };
}
