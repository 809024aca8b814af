import { changing, reading, type NotedFields } from '../../shared/privacy/note-fields.js';
import type { WorkOfferParent } from '../exchange/parents.js';
import type { WorkRequestRecord } from '../exchange/request/records.js';
import type { OrderRecord } from '../store/records.js';

interface Stored {
  readonly _id: string;
}

const made = changing(
  (args: Given) => ['buyer', ...detailsIn(args)],
  ({ order }: { readonly order: Stored | null }) => idsOf(order),
);
const said = changing(
  () => ['note'],
  ({ offer }: { readonly offer: WorkOfferParent | null }) =>
    offer === null || offer.offer.note === null ? [] : [offer.request._id],
);

/** What the audit log is told of. */
export const NOTED_FIELDS: NotedFields = {
  Order: { buyer: ofOrder('buyer'), details: ofOrder('details') },
  WorkRequest: {
    caller: ofRequest('caller'),
    details: ofRequest('details'),
    what: ofRequest('what'),
  },
  WorkOffer: { caller: ofOffer('caller'), what: ofOffer('what'), note: ofOffer('note') },
  Mutation: {
    ...{ holdOrder: made, placeOrder: made, placeSeries: made, enrol: made },
    createRequest: changing(
      (args: Given) => ['caller', 'what', ...detailsIn(args)],
      ({ request }: { readonly request: Stored | null }) => idsOf(request),
    ),
    ...{ acceptOffer: said, declineOffer: said, recordSpokenAnswer: said },
  },
};

/** What a command was given. */
interface Given {
  readonly input: { readonly details?: object | null };
}

function detailsIn({ input }: Given): readonly string[] {
  return input.details == null ? [] : ['details'];
}

function ofOrder(field: 'buyer' | 'details') {
  return reading(field, ({ _id }: OrderRecord) => _id);
}

function ofRequest(field: 'caller' | 'details' | 'what') {
  return reading(field, ({ _id }: WorkRequestRecord) => _id);
}

function ofOffer(field: 'caller' | 'what' | 'note') {
  return reading(field, ({ request }: WorkOfferParent) => request._id);
}

function idsOf(row: Stored | null): readonly string[] {
  return row === null ? [] : [row._id];
}
