import { currentMunicipality } from '../../../shared/words/merged-municipalities.js';
import { formatMinorUnits } from '../../../shared/words/money.js';
import type {
  BuyerRecord,
  LegChangeRecord,
  OrderLegRecord,
  OrderRecord,
} from '../../store/records.js';
import type { OwnerOperation } from '../../../shared/owners/client/owner-client.js';
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
    ${field}(input: $input) { legs { ${LEG} service { id ${service} } } ${ERRORS} }
  }`;
}

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
  switch (act) {
    case 'hold': {
      const municipality = currentMunicipality(buyer.municipality);
      const wanted = legs.map((number) => holdLeg(order, number));
      // Only where it is so: an endpoint of an older contract does not know the field.
      const isAgreed = order.isAgreedByPhone && order.task?.act !== 'changeSeries';
      const agreed = isAgreed && { agreedByPhone: true };
      const terms = { municipality, holdMinutes, isEachForItself, ...agreed };
      return write({ orderReference, ...terms, legs: wanted });
    }
    case 'enrol':
      return write({ orderReference, customer: customerOf(buyer), leg: holdLeg(order, 0) });
    case 'confirm':
      return write({ legs, customer: customerOf(buyer) });
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

function customerOf({ name, phone, email, municipality }: BuyerRecord): object {
  return { name, phone, email, municipality: currentMunicipality(municipality) };
}
