import {
  formatVatRate,
  formatMinorUnits,
  parseMinorUnits,
  parseVatRate,
} from '../../shared/words/money.js';
import { type CooperativeFile, type ServiceRow } from '../../shared/network-file/index.js';
import type { CooperativeRecord, ServiceRecord } from '../store/records.js';

function without<Row extends object, Key extends keyof Row>(
  row: Row,
  ...dropped: readonly Key[]
): Omit<Row, Key> {
  const kept = Object.entries(row).filter(([key]) => !(dropped as readonly string[]).includes(key));
  return Object.fromEntries(kept) as Omit<Row, Key>;
}

/** A row of a file as it is stored. */
export function storedRow<Row extends { readonly id: string }>({ id, ...rest }: Row) {
  return { _id: id, ...rest };
}

/** A stored row as the file has it. */
export function fileRow<Stored extends { readonly _id: string }>({ _id, ...rest }: Stored) {
  return { id: _id, ...rest };
}

/** The profile in a file. */
export function profileOfFile(file: CooperativeFile) {
  return without(file, 'members', 'resources', 'services', 'bookings', 'calendars', 'hub');
}

/** A stored profile as the file has it. */
export function profileRow(record: CooperativeRecord) {
  return fileRow(without(record, 'revision', 'updatedAt'));
}

/** A service of a file as it is stored, but for the feed's part. */
export function storedService({ price, published, ...row }: ServiceRow) {
  return {
    ...storedRow(row),
    price: {
      // The file's schema has refused what is no amount and no rate.
      netMinor: parseMinorUnits(price.net) ?? 0,
      vatHundredths: parseVatRate(price.vatRate) ?? 0,
      currency: price.currency,
    },
    isPublished: published,
  };
}

/** A stored service as the file has it. */
export function serviceRow(record: ServiceRecord): ServiceRow {
  const { price, isPublished, ...rest } = without(record, 'isRemoved', 'feed');
  return {
    ...fileRow(rest),
    price: {
      net: formatMinorUnits(price.netMinor),
      currency: price.currency,
      vatRate: formatVatRate(price.vatHundredths),
    },
    published: isPublished,
  };
}

/**
 * A service that an import dropped, as an export has it where a booking names it.
 * @param resources - Ids of those in the file: it may have had others, which are gone.
 */
export function removedServiceRow(
  record: ServiceRecord,
  resources: ReadonlySet<string>,
): ServiceRow {
  const row = serviceRow(record);
  return { ...row, resources: row.resources.filter((id) => resources.has(id)) };
}
