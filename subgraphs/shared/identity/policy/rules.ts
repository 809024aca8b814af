import { ROLES } from '../caller.js';
import type { Rule } from './rule.js';

/** Open to all, also to those with whom it has nothing to do. */
export const EVERYONE: Rule = { isPublic: true, any: ROLES };

/**
 * Who orders, or asks for work. Staff and the coordinator do so for those who call; households and members for themselves;
 * officers and programs for their organisation, and never as a household. An auditor orders nothing.
 */
export const MAKE: Rule = {
  isPublic: true,
  any: ['STAFF', 'COORDINATOR'],
  organisation: ['OFFICER', 'MACHINE'],
  own: ['HOUSEHOLD', 'MEMBER'],
};

/** What is ordered under an agreement: by whose it is, and by the coordinator for them. */
export const CALL_OFF: Rule = { any: ['COORDINATOR'], organisation: ['OFFICER', 'MACHINE'] };

/** Agreements: those of one's organisation, and those under which one's cooperative supplies. */
export const READ_AGREEMENT: Rule = {
  ...CALL_OFF,
  organisation: ['STAFF', 'OFFICER', 'MACHINE'],
};

/** Orders and requests, in lists: of oneself, of one's organisation; all for the coordinator. */
export const LIST_OWN: Rule = {
  any: ['COORDINATOR'],
  organisation: ['OFFICER', 'MACHINE'],
  own: ['HOUSEHOLD', 'MEMBER'],
};

/** One's own order or request, by its secret or by what one is. */
export const OWN: Rule = { ...LIST_OWN, key: 'secret' };

/** An order, and who ordered: for whom it is, and for the staff of the cooperative that carries it out. */
export const READ_ORDER: Rule = { ...OWN, organisation: ['STAFF', 'OFFICER', 'MACHINE'] };

/** What leads the work exchange, where a cooperative stands in the network, and what is verified of its evidence. */
export const COORDINATE: Rule = { any: ['COORDINATOR'] };

/** What the coordinator answers for, and the auditor looks at. */
export const OVERSEE: Rule = { any: ['COORDINATOR', 'AUDITOR'] };

/** What a cooperative does itself, by its staff or by its own system. */
export const OF_COOPERATIVE: Rule = { organisation: ['STAFF', 'MACHINE'] };

/** What a cooperative was offered, which the coordinator follows. */
export const OFFERED: Rule = { ...OF_COOPERATIVE, any: ['COORDINATOR'] };

/** What the network has done together: for all who are in it, alike. */
export const SEE_NETWORK: Rule = { any: ['MEMBER', 'STAFF', 'COORDINATOR', 'AUDITOR'] };

/** What a cooperative owes the network: for all who are in it, since it is of their work. */
export const SETTLE: Rule = { any: ['COORDINATOR', 'AUDITOR'], organisation: ['MEMBER', 'STAFF'] };

/** Why a cooperative stands where it does, in its endpoint's own words. */
export const WATCH: Rule = { any: ['COORDINATOR'], organisation: ['STAFF'] };

/** Bookings, with whom they are for: for the owner's staff, and for the member who does the work. */
export const WORK: Rule = { ...OF_COOPERATIVE, own: ['MEMBER'] };

/** A booking without whom it is for: also for whoever may read the order that names it. */
export const BOOKED: Rule = { ...WORK, key: 'order' };

/** What is private unless the member opens it. */
export const PRIVATE: Rule = { ...WORK, key: 'sharing' };

/** What officers keep of an organisation's purchases. */
export const OFFICERS: Rule = { organisation: ['OFFICER'] };

/** Who read or changed what of whom. */
export const AUDIT: Rule = { any: ['AUDITOR'] };

/** A worker's busy times: for calendar programs, which can show nothing else. */
export const BY_LINK: Rule = { key: 'link' };

/** The change feed and what only it shows. */
export const FOLLOW: Rule = { processes: [{ process: 'catalogue', scope: 'follow' }] };

/** Commands on the bookings of orders. */
export const BOOK: Rule = { processes: [{ process: 'booking', scope: 'book' }] };

/** What a cooperative has free, under sealed names, for the network's searches. */
export const LOOK_AHEAD: Rule = { processes: [{ process: 'procurement', scope: 'capacity' }] };

/** What is stored of a person at a cooperative, given out or forgotten. */
export const FORGET: Rule = { processes: [{ process: 'booking', scope: 'privacy' }] };

/**
 * Everything of a person, everywhere for the coordinator and at their own cooperative for its staff; what one has ordered or asked for oneself
 * by its secret or signed in.
 */
export const OF_PERSON: Rule = {
  any: ['COORDINATOR'],
  organisation: ['STAFF'],
  own: ['HOUSEHOLD', 'MEMBER'],
  key: 'secret',
};

/** What the registry asks the booking process before it ends a membership. */
export const ASK_ORDERS: Rule = { processes: [{ process: 'catalogue', scope: 'orders' }] };

/** What an agreement allows to be ordered under it. */
export const ASK_AGREEMENT: Rule = { processes: [{ process: 'booking', scope: 'agreements' }] };

/** What was ordered under an agreement. */
export const ASK_CALL_OFFS: Rule = { processes: [{ process: 'procurement', scope: 'orders' }] };

/** Who is in the network, and where it answers. */
export const REGISTER: Rule = {
  ...COORDINATE,
  processes: [{ process: 'network', scope: 'register' }],
};

/** "Look at my feed": said by a cooperative of itself, by others of any. */
export const POKE: Rule = {
  ...COORDINATE,
  processes: [
    { process: 'cooperative', scope: 'poke' },
    { process: 'network', scope: 'register' },
  ],
};
