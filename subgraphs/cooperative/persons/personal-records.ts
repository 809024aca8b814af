import { saidIn } from '../../shared/order-details/order-details.js';
import type { PersonalRecord } from '../schema.generated.js';
import type { BookingRecord } from '../store/records.js';
import type { Held } from './held.js';

/** What is held of somebody, as it is given out. Ids are the network's. @param cooperativeId - Whose rows these are. */
export function personalRecords(
  { bookings, waiting, members, contact }: Held,
  cooperativeId: string,
): PersonalRecord[] {
  const own = (id: string) => `${cooperativeId}:${id}`;
  return [
    ...members.map(({ _id, name, email, phone, languages }) =>
      record('MEMBER', own(_id), { name, email, phone, languages: languages.join(' ') }),
    ),
    ...bookings.map(({ _id, customer }) => record('BOOKING', own(_id), fieldsOf(customer))),
    ...waiting.map(({ order, customer }) => record('WAITING', order.id, fieldsOf(customer))),
    record('CONTACT', cooperativeId, { ...contact }),
  ].filter(({ fields }) => fields.length > 0);
}

function fieldsOf(customer: BookingRecord['customer']) {
  const { details, ...contact } = { details: null, ...customer };
  const said = saidIn(details).map(({ name, value }) => [name, value] as const);
  return { ...contact, ...Object.fromEntries(said) };
}

function record(
  kind: PersonalRecord['kind'],
  id: string,
  values: Readonly<Record<string, string | null | undefined>>,
): PersonalRecord {
  const fields = Object.entries(values).flatMap(([name, value]) =>
    value == null || value === '' ? [] : [{ name, value }],
  );
  return { kind, id, fields };
}
