import { saidIn } from '../../shared/order-details/order-details.js';
import { isForgotten } from '../orders/order/forgetting.js';
import type { PersonalRecord } from '../schema.generated.js';
import type { BuyerRecord } from '../store/records.js';
import type { OwnHeld } from './own-records.js';

/** What orders and requests have of somebody, as it is given out. */
export function ownPersonalRecords({ orders, requests }: OwnHeld): PersonalRecord[] {
  return [
    ...orders
      .filter(({ buyer, details }) => !isForgotten({ buyer, details }))
      .map(({ _id, buyer, details }) =>
        record('ORDER', _id, [...fieldsOf(buyer), ...saidIn(details)]),
      ),
    ...requests
      .filter(({ caller, details }) => !isForgotten({ buyer: caller, details }))
      .map(({ _id, caller, details, what, offers }) =>
        record('REQUEST', _id, [
          ...fieldsOf(caller),
          ...saidIn(details),
          { name: 'what', value: what },
          ...offers.flatMap(({ note }) => (note === null ? [] : [{ name: 'note', value: note }])),
        ]),
      ),
  ];
}

function record(
  kind: PersonalRecord['kind'],
  id: string,
  fields: PersonalRecord['fields'],
): PersonalRecord {
  return { kind, id, fields };
}

function fieldsOf({ name, municipality, email, phone, organisationId }: BuyerRecord) {
  return Object.entries({ name, municipality, email, phone, organisationId }).flatMap(
    ([field, value]) => (value === null ? [] : [{ name: field, value }]),
  );
}
