import { badUserInput } from '../../../schema/errors.js';
import { checkFirst, pageInfo } from '../../shared/graphql/connection.js';
import { timeCursorOf, timePlaceOf } from '../../shared/graphql/page-by-time.js';
import { pageAudit } from '../../shared/privacy/audit-page.js';
import { epochDayOf } from '../../shared/words/dates.js';
import { localIdOf } from '../bookings/decide/leg-checks.js';
import type { StoredState } from '../store/booking-records.js';
import { dayBounds } from '../capacity/index.js';
import type { CooperativeContext } from './context.js';
import type { BookingState } from '../schema.generated.js';
import type { CooperativeResolvers } from './resolvers.generated.js';

const MOST_DAYS = 366;
const LARGEST_PAGE = 500;

/** What the owner's staff see, and of the bookings also the member who does the work. */
export const staffResolvers = {
  bookings: async ({ timeZone }, args, context) => {
    const allowed = await context.access.bookableResources();
    const { from, resourceId, states, first, after } = args;
    const to = args.to ?? from;
    const days = epochDayOf(to) - epochDayOf(from);
    if (days < 0) throw badUserInput(`"to" must be ${from} or later, got ${to}.`, 'to');
    if (days > MOST_DAYS) {
      throw badUserInput(`"to" must be at most ${MOST_DAYS} days on, got ${days}.`, 'to');
    }
    const filter = {
      time: { from: dayBounds(timeZone, from).startsAt, to: dayBounds(timeZone, to).endsAt },
      resources: resourceId ? chosen(ownId(resourceId, 'resourceId', context), allowed) : allowed,
      states: states ? states.filter(isStored) : null,
    };
    const place = after == null ? null : timePlaceOf(after);
    const { bookings, hasNextPage } = await context.loaders.bookingPage.load({
      filter,
      first: checkFirst(first, LARGEST_PAGE),
      after: place,
    });
    const edges = bookings.map((node) => ({
      node,
      cursor: timeCursorOf(node.startsAt, node._id),
    }));
    return {
      edges,
      pageInfo: pageInfo(
        { hasNextPage, hasPreviousPage: place !== null },
        edges.map((edge) => edge.cursor),
      ),
    };
  },
  waitingList: async (_cooperative, { serviceId }, context) => {
    await context.access.checkRead('Cooperative.waitingList');
    const service = serviceId ? ownId(serviceId, 'serviceId', context) : null;
    return context.loaders.waitingList.load({ service });
  },
  calendarLinks: async (_cooperative, { resourceId }, context) => {
    await context.access.checkRead('Cooperative.calendarLinks');
    const resource = resourceId ? ownId(resourceId, 'resourceId', context) : null;
    return context.loaders.calendarLinks.load({ resource });
  },
  auditEntries: (_cooperative, args, context) =>
    pageAudit('Cooperative.auditEntries', args, context),
} satisfies CooperativeResolvers;

/** One resource, where it is among those that are allowed. @param allowed - Null for all. */
function chosen(resource: string, allowed: readonly string[] | null): readonly string[] {
  return allowed === null || allowed.includes(resource) ? [resource] : [];
}

/** @returns The local id. @throws BAD_USER_INPUT when the id is not this cooperative's: nothing of another can be found here. */
function ownId(id: string, argument: string, { cooperativeId }: CooperativeContext): string {
  const found = localIdOf(cooperativeId, id);
  if ('local' in found) return found.local;
  throw badUserInput(`"${argument}": ${found.message}`, argument);
}

/** No booking is in any other state. */
function isStored(state: BookingState): state is StoredState {
  return state !== 'REQUESTED';
}
