import type { OrderDetails } from '../../../shared/order-details/order-details.js';
import { currentMunicipality } from '../../../shared/words/merged-municipalities.js';
import { formatMinorUnits } from '../../../shared/words/money.js';
import type {
  BuyerRecord,
  LegChangeRecord,
  OrderLegRecord,
  OrderRecord,
} from '../../store/records.js';
import type { OwnerOperation } from '../../../shared/owners/client/owner-client.js';
import { municipalityOf } from '../order/order-state.js';
import type { OwnerAct, Question } from '../order/question.js';

const QUOTE = 'quote { net vat gross currency lines { units unit unitNet net vatRate vat gross } }';
const LEG = `leg state start minutes quantity expiresAt waitingPosition bookings { id deliveredMinutes } ${QUOTE}`;
const TITLES = ['fi', 'sv', 'en'].map(
  (language) => `${language}: title(language: "${language}") { text language }`,
);
const ERRORS = 'userErrors { code message field alternatives }';

/** @param service - What is read of each leg's service beside its id. */
function document(field: string, inputType: string, service = ''): string {
  const name = `${field.slice(0, 1).toUpperCase()}${field.slice(1)}`;
  return `mutation ${name}($input: ${inputType}!) {
    ${field}(input: $input) { ${payload(service)} }
  }`;
}

function payload(service: string): string {
  return `legs { ${LEG} service { id ${service} } } ${ERRORS}`;
}

/**
 * The same with each part of the input as a variable of its own. An endpoint that does not know the type of one then says so of the document,
 * before it looks at values: one that finds a field unknown in a value may repeat that whole value in its error, and in its own log.
 * @param types - By the names of the parts.
 */
function detailedDocument(
  field: string,
  types: Readonly<Record<string, string>>,
  service = '',
): string {
  const parts = Object.entries({ ...NAMED_PARTS, ...types });
  const variables = parts.map(([part, type]) => `$${part}: ${type}`).join(', ');
  const values = parts.map(([part]) => `${part}: $${part}`).join(', ');
  return `mutation Detailed(${variables}) {
    ${field}(input: { ${values} }) { ${payload(service)} }
  }`;
}

const NAMED_PARTS = {
  ...{ idempotencyKey: 'String!', cooperative: 'ID!', orderId: 'ID!' },
  ...{ customer: 'CustomerInput!', details: 'OrderDetailsInput!' },
} as const;

/** Texts are read when something is ordered, and kept: they are what the buyer was told. */
const NAMED = `languages ${TITLES.join(' ')}`;

/** Root field and document of each act. */
const DOCUMENTS: Record<OwnerAct | 'read', { readonly field: string; readonly query: string }> = {
  hold: entry('holdBookings', 'HoldBookingsInput', NAMED),
  enrol: entry('enrolBookings', 'EnrolBookingsInput', NAMED),
  confirm: entry('confirmBookings', 'ConfirmBookingsInput'),
  extend: entry('extendBookings', 'ExtendBookingsInput'),
  move: entry('moveBookings', 'MoveBookingsInput'),
  change: entry('changeBookings', 'ChangeBookingsInput'),
  cancel: entry('cancelBookings', 'OrderBookingsInput'),
  release: entry('releaseBookings', 'OrderBookingsInput'),
  read: entry('readBookings', 'ReadBookingsInput'),
};

/** Of acts that tell what the order says beside what and when. */
const DETAILED = {
  enrol: detailedDocument(
    'enrolBookings',
    { orderReference: 'String!', leg: 'HoldLegInput!' },
    NAMED,
  ),
  confirm: detailedDocument('confirmBookings', { legs: '[Int!]' }),
} as const;

function entry(field: string, inputType: string, service?: string) {
  return { field, query: document(field, inputType, service) };
}

/** The root field that answers an act. */
export function fieldOf(act: OwnerAct | 'read'): string {
  return DOCUMENTS[act].field;
}

/** What is sent for a question. @param holdMinutes - How long to hold, or to hold from now on. */
export function operationOf(
  question: Question,
  order: OrderRecord,
  holdMinutes: number,
): OwnerOperation {
  const { act, key, cooperative, legs, isForAll, start, minutes } = question;
  const { isEachForItself = false, changes = [] } = question;
  const named = { idempotencyKey: key, cooperative, orderId: order._id };
  const write = (input: object): OwnerOperation => ({
    query: DOCUMENTS[act].query,
    variables: { input: { ...named, ...input } },
  });
  const { reference: orderReference, buyer } = order;
  const details = detailsOf(order);
  const tell = (to: keyof typeof DETAILED, input: object): OwnerOperation =>
    details === null
      ? write(input)
      : { query: DETAILED[to], variables: { ...named, ...input, details } };
  switch (act) {
    case 'hold': {
      const municipality = currentMunicipality(municipalityOf(order, act));
      const wanted = legs.map((number) => holdLeg(order, number));
      // Only where it is so: an endpoint of an older contract does not know the field.
      const isAgreed = order.isAgreedByPhone && order.task?.act !== 'changeSeries';
      const agreed = isAgreed && { agreedByPhone: true };
      const terms = { municipality, holdMinutes, isEachForItself, ...agreed };
      return write({ orderReference, ...terms, legs: wanted });
    }
    case 'enrol':
      return tell(act, { orderReference, customer: customerOf(buyer), leg: holdLeg(order, 0) });
    case 'confirm':
      return tell(act, { legs, customer: customerOf(buyer) });
    case 'extend':
      return write({ holdMinutes: minutes ?? holdMinutes });
    case 'move':
      return write({ leg: legs[0], start, ...agreedPriceOf(order.legs[legs[0] ?? -1]) });
    case 'change':
      return write({ isEachForItself, legs: changes.map((change) => changeOf(order, change)) });
    case 'cancel':
    case 'release':
      return write(isForAll ? {} : { legs });
  }
}

/** Asks for the legs of an order as they stand. */
export function readOperation(order: OrderRecord, cooperative: string): OwnerOperation {
  return {
    query: DOCUMENTS.read.query,
    variables: { input: { cooperative, orderId: order._id } },
  };
}

function holdLeg({ legs }: OrderRecord, number: number): object {
  const leg = legs[number];
  if (!leg) throw new Error(`The order has no leg ${number}.`);
  const { serviceId, start, minutes, quantity, resourceId } = leg;
  return { leg: number, serviceId, start, minutes, quantity, resourceId, ...agreedPriceOf(leg) };
}

/** One of the legs of a `changeBookings`. */
export function changeOf(
  { legs }: Pick<OrderRecord, 'legs'>,
  { leg, start, minutes }: LegChangeRecord,
): object {
  return { leg, start, minutes, ...agreedPriceOf(legs[leg]) };
}

/** Only where there is one: an endpoint of an older contract does not know the field. */
function agreedPriceOf(leg: Pick<OrderLegRecord, 'agreedPrice'> | undefined): object {
  if (leg?.agreedPrice == null) return {};
  const { netMinor, unit, currency } = leg.agreedPrice;
  return { agreedPrice: { net: formatMinorUnits(netMinor), unit, currency } };
}

/** Null where there is nothing to tell: an endpoint of an older contract does not know of it. */
function detailsOf({ details }: OrderRecord): OrderDetails | null {
  const place = details?.place;
  if (!details || !place) return details ?? null;
  return { ...details, place: { ...place, municipality: currentMunicipality(place.municipality) } };
}

/**
 * The order as it can be asked for without what endpoints of an older contract do not know; null where it has nothing such for
 * this question.
 */
export function asOlder({ act }: Question, order: OrderRecord): OrderRecord | null {
  switch (act) {
    case 'hold':
      return order.isAgreedByPhone ? { ...order, isAgreedByPhone: false } : null;
    case 'enrol':
    case 'confirm':
      return order.details ? { ...order, details: null } : null;
    case 'extend':
    case 'move':
    case 'change':
    case 'cancel':
    case 'release':
      return null;
  }
}

function customerOf({ name, phone, email, municipality }: BuyerRecord): object {
  return { name, phone, email, municipality: currentMunicipality(municipality) };
}
