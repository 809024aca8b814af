import { changing, reading, type NotedFields } from '../../shared/privacy/note-fields.js';
import type { WorkOfferParent } from '../exchange/parents.js';
import type { WorkRequestRecord } from '../exchange/request/records.js';
import type { OrderRecord } from '../store/records.js';

interface Stored {
  readonly _id: string;
}

const made = changing(['buyer'], ({ order }: { readonly order: Stored | null }) => idsOf(order));
const said = changing(['note'], ({ offer }: { readonly offer: WorkOfferParent | null }) =>
  offer === null || offer.offer.note === null ? [] : [offer.request._id],
);

/** What the audit log is told of. */
export const NOTED_FIELDS: NotedFields = {
  Order: { buyer: reading('buyer', ({ _id }: OrderRecord) => _id) },
  WorkRequest: { caller: ofRequest('caller'), what: ofRequest('what') },
  WorkOffer: { caller: ofOffer('caller'), what: ofOffer('what'), note: ofOffer('note') },
  Mutation: {
    ...{ holdOrder: made, placeOrder: made, placeSeries: made, enrol: made },
    createRequest: changing(
      ['caller', 'what'],
      ({ request }: { readonly request: Stored | null }) => idsOf(request),
    ),
    ...{ acceptOffer: said, declineOffer: said, recordSpokenAnswer: said },
  },
};

function ofRequest(field: 'caller' | 'what') {
  return reading(field, ({ _id }: WorkRequestRecord) => _id);
}

function ofOffer(field: 'caller' | 'what' | 'note') {
  return reading(field, ({ request }: WorkOfferParent) => request._id);
}

function idsOf(row: Stored | null): readonly string[] {
  return row === null ? [] : [row._id];
}
