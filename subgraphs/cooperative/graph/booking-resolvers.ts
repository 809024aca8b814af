import { MINUTE_MS } from '../../shared/words/dates.js';
import { legState, seenAt } from '../bookings/rules/booking-state.js';
import type { BookingAnswer } from '../bookings/commands/staff-commands.js';
import type { LegsAnswer, BookingCommands } from '../bookings/commands/booking-commands.js';
import { NEEDS_ROLE, type Refusal } from '../bookings/rules/refusal.js';
import type { StaffCommands } from '../bookings/commands/staff-commands.js';
import type { CooperativeContext } from './context.js';
import type { ServiceRecord } from '../store/records.js';
import type { MutationResolvers, Resolvers } from './resolvers.generated.js';

const STRANGER: Refusal = {
  code: 'FORBIDDEN',
  message: 'Only the network’s booking process may do this, and signs what it asks.',
  field: null,
};

/** Bookings, legs of orders and the waiting list, as they are seen. */
export const bookingResolvers = {
  Booking: {
    __resolveReference: async ({ id }, { loaders, clock }) => {
      const booking = await loaders.bookingById.load(id);
      return booking && seenAt(booking, clock.now());
    },
    id: ({ _id }, _args, { cooperativeId }) => `${cooperativeId}:${_id}`,
    service: ({ service }, _args, context) => loadService(service, context),
    resourceId: ({ resource }, _args, { cooperativeId }) => `${cooperativeId}:${resource}`,
    start: ({ startsAt }) => startsAt,
    end: ({ endsAt }) => endsAt,
    minutes: ({ startsAt, endsAt }) => (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS,
    orderReference: ({ order }) => order?.reference ?? null,
    agreedByPhone: ({ isAgreed }) => isAgreed ?? false,
    customer: async ({ _id, customer, state }, _args, { isStaff, loaders, cooperativeId }) => {
      // A hold has none yet, and an answer of a command never.
      if (!isStaff || state === 'HELD') return null;
      return (
        customer ?? (await loaders.bookingById.load(`${cooperativeId}:${_id}`))?.customer ?? null
      );
    },
  },

  BookingEvent: {
    start: ({ startsAt }) => startsAt,
    end: ({ endsAt }) => endsAt,
  },

  BookedLeg: {
    service: async ({ service }, _args, context) => {
      const found = await loadService(service, context);
      if (!found) throw new Error(`The service ${service} of a leg is gone.`);
      return found;
    },
    start: ({ startsAt }) => startsAt,
    state: ({ bookings, waiting }) => waiting?.state ?? legState(bookings),
    expiresAt: ({ bookings }) => bookings.find(({ state }) => state === 'HELD')?.expiresAt ?? null,
    bookings: ({ bookings }) => [...bookings],
    waitingPosition: ({ waiting }) => waiting?.position ?? null,
  },

  WaitingEntry: {
    orderReference: ({ order }) => order.reference,
    service: ({ service }, _args, context) => loadService(service, context),
    start: ({ startsAt }) => startsAt,
    minutes: ({ startsAt, endsAt }) => (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS,
  },
} satisfies Resolvers;

/** Commands on bookings, of the booking process and of the owner's staff. */
export const bookingMutations = {
  holdBookings: (_root, { input }, context) => asBooking(context, (orders) => orders.hold(input)),
  confirmBookings: (_root, { input }, context) =>
    asBooking(context, (orders) => orders.confirm(input)),
  extendBookings: (_root, { input }, context) =>
    asBooking(context, (orders) => orders.extend(input)),
  releaseBookings: (_root, { input }, context) =>
    asBooking(context, (orders) => orders.release(input)),
  cancelBookings: (_root, { input }, context) =>
    asBooking(context, (orders) => orders.cancel(input)),
  moveBookings: (_root, { input }, context) => asBooking(context, (orders) => orders.move(input)),
  enrolBookings: (_root, { input }, context) => asBooking(context, (orders) => orders.enrol(input)),
  readBookings: (_root, { input }, context) => asBooking(context, (orders) => orders.read(input)),
  startBooking: (_root, { input }, context) => asStaff(context, (staff) => staff.start(input)),
  completeBooking: (_root, { input }, context) =>
    asStaff(context, (staff) => staff.complete(input)),
  declineBooking: (_root, { input }, context) => asStaff(context, (staff) => staff.decline(input)),
  recordNoShow: (_root, { input }, context) =>
    asStaff(context, (staff) => staff.recordNoShow(input)),
} satisfies MutationResolvers;

async function asBooking(
  { isBookingProcess, bookingCommands }: CooperativeContext,
  act: (orders: BookingCommands) => Promise<LegsAnswer>,
) {
  if (!isBookingProcess) return { legs: [], userErrors: [STRANGER] };
  const { legs, userErrors } = await act(bookingCommands);
  return { legs: [...legs], userErrors };
}

function asStaff(
  { isStaff, staffCommands }: CooperativeContext,
  act: (staff: StaffCommands) => Promise<BookingAnswer>,
): Promise<BookingAnswer> {
  return isStaff
    ? act(staffCommands)
    : Promise.resolve({ booking: null, userErrors: [NEEDS_ROLE] });
}

/** @param id - Local id. */
function loadService(
  id: string,
  { cooperativeId, loaders }: CooperativeContext,
): Promise<ServiceRecord | null> {
  return loaders.serviceById.load(`${cooperativeId}:${id}`);
}
