import type { ClientSession } from 'mongoose';
import type { Models } from '../store/collections.js';
import type { ResourceRecord } from '../store/records.js';

/** The opening hours of some resources, by their local ids; none of one that there is not. One query. */
export async function readHours(
  { resources }: Models,
  ids: readonly string[],
  options: { readonly session: ClientSession; readonly maxTimeMS: number },
): Promise<(resource: string) => ResourceRecord['hours']> {
  const found = await resources
    .find({ _id: { $in: [...new Set(ids)] } }, { hours: 1 }, options)
    .lean<Pick<ResourceRecord, '_id' | 'hours'>[]>();
  const hoursById = new Map(found.map(({ _id, hours }) => [_id, hours]));
  return (id) => hoursById.get(id) ?? [];
}
