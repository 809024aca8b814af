import { MINUTE_MS } from '../../shared/words/dates.js';
import { legState, seenAt } from '../bookings/rules/booking-state.js';
import type { LegsAnswer } from '../bookings/commands/booking-commands.js';
import type { CooperativeContext } from './context.js';
import type { ServiceRecord } from '../store/records.js';
import type { MutationResolvers, Resolvers } from './resolvers.generated.js';

/** Bookings, legs of orders and the waiting list, as they are seen. */
export const bookingResolvers = {
  Booking: {
    __resolveReference: async ({ id }, { loaders, clock, access }) => {
      const booking = await loaders.bookingById.load(id);
      const mayRead = booking !== null && (await access.mayReadBooking(booking.resource));
      return mayRead ? seenAt(booking, clock.now()) : null;
    },
    id: ({ _id }, _args, { cooperativeId }) => `${cooperativeId}:${_id}`,
    service: ({ service }, _args, context) => loadService(service, context),
    resourceId: async ({ resource, order }, _args, { access, cooperativeId }) => {
      const sealed = order?.sealed ?? null;
      const isTold = sealed === null || (await access.mayReadCustomer(resource));
      return `${cooperativeId}:${isTold ? resource : sealed}`;
    },
    start: ({ startsAt }) => startsAt,
    end: ({ endsAt }) => endsAt,
    minutes: ({ startsAt, endsAt }) => (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS,
    orderReference: ({ order }) => order?.reference ?? null,
    agreedByPhone: ({ isAgreed }) => isAgreed ?? false,
    customer: async ({ _id, customer, resource, state }, _args, context) => {
      const { access, loaders, cooperativeId } = context;
      // A hold has none yet, and an answer of a command never.
      if (state === 'HELD') return null;
      if (!(await access.mayReadCustomer(resource))) return null;
      return (
        customer ?? (await loaders.bookingById.load(`${cooperativeId}:${_id}`))?.customer ?? null
      );
    },
  },

  Customer: {
    details: ({ details }) => details ?? null,
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
  holdBookings: (_root, { input }, { bookingCommands }) => legsOf(bookingCommands.hold(input)),
  confirmBookings: (_root, { input }, { bookingCommands }) =>
    legsOf(bookingCommands.confirm(input)),
  extendBookings: (_root, { input }, { bookingCommands }) => legsOf(bookingCommands.extend(input)),
  releaseBookings: (_root, { input }, { bookingCommands }) =>
    legsOf(bookingCommands.release(input)),
  cancelBookings: (_root, { input }, { bookingCommands }) => legsOf(bookingCommands.cancel(input)),
  moveBookings: (_root, { input }, { bookingCommands }) => legsOf(bookingCommands.move(input)),
  changeBookings: (_root, { input }, { bookingCommands }) => legsOf(bookingCommands.change(input)),
  enrolBookings: (_root, { input }, { bookingCommands }) => legsOf(bookingCommands.enrol(input)),
  readBookings: (_root, { input }, { bookingCommands }) => legsOf(bookingCommands.read(input)),
  startBooking: (_root, { input }, { staffCommands }) => staffCommands.start(input),
  completeBooking: (_root, { input }, { staffCommands }) => staffCommands.complete(input),
  declineBooking: (_root, { input }, { staffCommands }) => staffCommands.decline(input),
  recordNoShow: (_root, { input }, { staffCommands }) => staffCommands.recordNoShow(input),
} satisfies MutationResolvers;

async function legsOf(answered: Promise<LegsAnswer>) {
  const { legs, userErrors } = await answered;
  return { legs: [...legs], userErrors };
}

/** @param id - Local id. */
function loadService(
  id: string,
  { cooperativeId, loaders }: CooperativeContext,
): Promise<ServiceRecord | null> {
  return loaders.serviceById.load(`${cooperativeId}:${id}`);
}
