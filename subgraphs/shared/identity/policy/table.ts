import type { Place } from './places.js';
import type { Row, Rule } from './rule.js';
import {
  ASK_AGREEMENT,
  ASK_CALL_OFFS,
  ASK_ORDERS,
  AUDIT,
  BOOK,
  BOOKED,
  BY_LINK,
  CALL_OFF,
  COORDINATE,
  EVERYONE,
  FOLLOW,
  FORGET,
  LIST_OWN,
  LOOK_AHEAD,
  MAKE,
  OF_COOPERATIVE,
  OFFERED,
  OFFICERS,
  OF_PERSON,
  OVERSEE,
  OWN,
  POKE,
  PRIVATE,
  READ_AGREEMENT,
  READ_ORDER,
  REGISTER,
  SEE_NETWORK,
  SETTLE,
  WATCH,
  WORK,
} from './rules.js';

/** Rows with one heading. */
export interface Chapter {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** One row for each name, all by the same rule. @param names - Parted by spaces. */
function rows(type: string, names: string, rule: Rule, of: Place | null = null): Row[] {
  return names.split(' ').map((name) => ({ ...rule, name: `${type}.${name}`, of }));
}

function address(name: string, rule: Rule, of: Place | null = null): Row {
  return { ...rule, name, of };
}

/** Who may do what. What is not in it is open to whoever has come to it: a field of a type that only allowed fields lead to. */
export const TABLE: readonly Chapter[] = [
  {
    title: 'Questions',
    rows: [
      ...rows('Query', 'catalogue service services cooperatives cooperative', EVERYONE),
      ...rows(
        'Query',
        'municipalities cpvCodes whoCanTake viewer supplierSearch substituteSearch',
        EVERYONE,
      ),
      ...rows('Query', 'thresholdCheck deadline vatRates', EVERYONE),
      ...rows('Query', 'order', READ_ORDER, 'the order'),
      ...rows('Query', 'orders', LIST_OWN, 'the order'),
      ...rows('Query', 'workRequest', OWN, 'the request'),
      ...rows('Query', 'workRequests', LIST_OWN, 'the request'),
      ...rows('Query', 'workOffers notificationSettings', OFFERED, 'cooperative'),
      ...rows('Query', 'undeliveredMessages', COORDINATE),
      ...rows('Query', 'network', SEE_NETWORK),
      ...rows('Network', 'settlement', SETTLE, 'cooperative'),
      ...rows('Query', 'agreement agreements', READ_AGREEMENT, 'the agreement'),
      ...rows('Query', 'auditEntries', AUDIT),
      ...rows('Query', 'searchRecord searchRecords', OFFICERS, 'the record'),
      ...rows('Query', 'evidenceVerifications', OVERSEE),
    ],
  },
  {
    title: 'Commands',
    rows: [
      ...rows(
        'Mutation',
        'holdOrder placeOrder placeSeries enrol createRequest',
        MAKE,
        'the buyer',
      ),
      ...rows('HoldOrderInput', 'agreementId', CALL_OFF, 'the buyer'),
      ...rows(
        'Mutation',
        'extendHold confirmOrder moveOrder cancelOrder cancelLeg changeSeries',
        OWN,
        'the order',
      ),
      ...rows('Mutation', 'closeRequest', OWN, 'the request'),
      ...rows('Mutation', 'offerRequest recordSpokenAnswer', COORDINATE),
      ...rows('Mutation', 'acceptOffer declineOffer', OF_COOPERATIVE, 'the cooperative asked'),
      ...rows('Mutation', 'setNotifications', OFFERED, 'input.cooperative'),
      ...rows('Mutation', 'retryMessage dropMessage', COORDINATE),
      ...rows('Mutation', 'makeAgreement endAgreement', CALL_OFF, 'the agreement'),
      ...rows('Mutation', 'recordComplaint', CALL_OFF, 'the agreement'),
      ...rows('Mutation', 'exportPerson erasePerson', OF_PERSON, 'the person'),
      ...rows('Mutation', 'updateMemberSharing', WORK, 'the member'),
      ...rows('Mutation', 'saveSupplierSearch', OFFICERS, 'the record'),
      ...rows('Mutation', 'verifyEvidence withdrawVerification', COORDINATE),
      ...rows('Mutation', 'publishService importBusyCalendar', OF_COOPERATIVE, 'input.id'),
      ...rows('Mutation', 'startBooking completeBooking', OF_COOPERATIVE, 'input.id'),
      ...rows('Mutation', 'declineBooking recordNoShow', OF_COOPERATIVE, 'input.id'),
      ...rows(
        'Mutation',
        'importCooperative renewCalendarLinks',
        OF_COOPERATIVE,
        'input.cooperative',
      ),
    ],
  },
  {
    title: 'Orders and the work exchange',
    rows: [
      ...rows('Order', 'id reference state problem expiresAt createdAt', READ_ORDER, 'the order'),
      ...rows(
        'Order',
        'channel buyer details legs series total leadCooperative agreementId',
        READ_ORDER,
        'the order',
      ),
      ...rows('Order', 'history', READ_ORDER, 'the order'),
      ...rows('OrderEvent', 'at text', READ_ORDER, 'the order'),
      ...rows(
        'Buyer',
        'name municipality email phone organisationId',
        READ_ORDER,
        'where it stands',
      ),
      ...rows('WorkRequest', 'id reference state what cpv municipality', OWN, 'the request'),
      ...rows(
        'WorkRequest',
        'start minutes quantity channel caller details round',
        OWN,
        'the request',
      ),
      ...rows(
        'WorkRequest',
        'offers order outcome problem whyNobody createdAt',
        OWN,
        'the request',
      ),
      ...rows('WorkOffer', 'id cooperative service state round what', READ_ORDER, 'the offer'),
      ...rows('WorkOffer', 'municipality start minutes quantity deadline', READ_ORDER, 'the offer'),
      ...rows('WorkOffer', 'answeredAt isSpoken needsSpokenYes', READ_ORDER, 'the offer'),
      ...rows('WorkOffer', 'caller', READ_ORDER, 'the taken offer'),
      ...rows('WorkOffer', 'note', OFFERED, 'the cooperative asked'),
    ],
  },
  {
    title: 'Cooperatives: what only they can answer',
    rows: [
      ...rows('Service', 'published availability quote', EVERYONE),
      ...rows('Cooperative', 'members', EVERYONE),
      ...rows('Cooperative', 'bookings', WORK, 'the booking'),
      ...rows('Cooperative', 'waitingList calendarLinks', OF_COOPERATIVE, 'the cooperative'),
      ...rows('Cooperative', 'statusDetail', WATCH, 'the cooperative'),
      ...rows('Cooperative', 'auditEntries', AUDIT),
      ...rows('Booking', 'id service resourceId start end minutes quantity', BOOKED, 'the booking'),
      ...rows('Booking', 'state expiresAt deliveredMinutes', BOOKED, 'the booking'),
      ...rows('Booking', 'orderReference agreedByPhone history', BOOKED, 'the booking'),
      ...rows('Booking', 'customer', WORK, 'the booking'),
      ...rows('BookingEvent', 'at kind start end', BOOKED, 'the booking'),
      ...rows('Customer', 'name phone email municipality details', WORK, 'the booking'),
      ...rows('Member', 'id', EVERYONE),
      ...rows('Member', 'name email phone languages', PRIVATE, 'the member'),
    ],
  },
  {
    title: 'Among processes: in the contract, and not in the public graph',
    rows: [
      ...rows('Query', 'catalogueChanges', FOLLOW),
      ...rows('Service', 'capacity', FOLLOW),
      ...rows('Cooperative', 'freeCapacity freeSubstitutes', LOOK_AHEAD),
      ...rows('Mutation', 'holdBookings confirmBookings extendBookings releaseBookings', BOOK),
      ...rows('Mutation', 'cancelBookings moveBookings changeBookings', BOOK),
      ...rows('Mutation', 'enrolBookings readBookings', BOOK),
      ...rows('Mutation', 'exportPersons erasePersons', FORGET),
    ],
  },
  {
    title: 'Addresses beside GraphQL',
    rows: [
      address('GET /registry', EVERYONE),
      address('PUT /registry/{id}', REGISTER),
      address('PUT /registry/{id}/state', COORDINATE),
      address('DELETE /registry/{id}', REGISTER),
      address('POST /poke/{id}', POKE, 'id'),
      address('GET /open-orders/{id}', ASK_ORDERS),
      address('GET /call-offs/{id}', ASK_CALL_OFFS),
      address('GET /call-offs/by-reference/{id}', ASK_CALL_OFFS),
      address('GET /agreements/{id}', ASK_AGREEMENT),
      address('GET /cooperatives/{id}/busy.ics (room or pool)', EVERYONE),
      address('GET /cooperatives/{id}/busy.ics (worker)', BY_LINK),
      address('GET /.well-known/jwks.json', EVERYONE),
      address('GET /.well-known/oauth-protected-resource', EVERYONE),
      address('GET /health', EVERYONE),
      address('GET /ready', EVERYONE),
    ],
  },
];

const rowByName = new Map(TABLE.flatMap((chapter) => chapter.rows).map((row) => [row.name, row]));

/** The row of a field of any graph; null where it is none of this network's. */
export function findRow(name: string): Row | null {
  return rowByName.get(name) ?? null;
}

/** The row of a field, command or address. @throws Error where there is none: nothing is open by oversight. */
export function rowOf(name: string): Row {
  const row = findRow(name);
  if (!row) throw new Error(`The table of access has no row ${name}.`);
  return row;
}
