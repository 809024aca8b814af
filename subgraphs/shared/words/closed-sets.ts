// Closed sets that several subgraphs have in common, each as the one list of its names.

export const SERVICE_KINDS = ['SERVICE', 'SUBSTITUTION', 'SPACE', 'TRAINING'] as const;

export const RESOURCE_KINDS = ['WORKER', 'POOL', 'ROOM', 'SEATS'] as const;

export const PRICE_UNITS = ['HOUR', 'DAY', 'PIECE', 'SEAT'] as const;

export const CURRENCY_CODES = ['EUR', 'SEK'] as const;

/** Countries whose cooperatives the network takes. */
export const COUNTRY_CODES = ['FI', 'SE'] as const;

export const EVIDENCE_SCHEMES = [
  'WISE',
  'CREDIT_RATING',
  'SELF_DECLARED',
  'TAX_REGISTER',
  'INSURANCE',
  'COLLECTIVE_AGREEMENT',
  'ISO',
  'ECO_LABEL',
] as const;

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Why something on offer cannot be booked through the network, as its owner says. */
export const NOT_BOOKABLE_REASONS = ['PHONE_ONLY', 'NO_RESOURCE', 'NO_HOURS'] as const;

/** What a person can make public. */
export const MEMBER_FIELDS = ['name', 'email', 'phone', 'languages'] as const;

/** States in which a cooperative can have a booking. */
export const BOOKED_STATES = [
  'HELD',
  'CONFIRMED',
  'STARTED',
  'COMPLETED',
  'CANCELLED',
  'EXPIRED',
  'DECLINED',
  'NO_SHOW',
] as const;

/** What can happen to a booking. */
export const BOOKING_EVENT_KINDS = [
  'IMPORTED',
  'HELD',
  'EXTENDED',
  'CONFIRMED',
  'MOVED_UP',
  'MOVED',
  'RELEASED',
  'CANCELLED',
  'STARTED',
  'COMPLETED',
  'DECLINED',
  'NO_SHOW',
] as const;

/** States of a leg on a waiting list. */
export const WAITING_STATES = ['REQUESTED', 'CANCELLED'] as const;

/** Where a member of the network can stand. */
export const COOPERATIVE_STATUSES = [
  'JOINING',
  'ACTIVE',
  'PROBATION',
  'PAUSED',
  'UNREACHABLE',
  'LEFT',
] as const;

/** How far the copy of a cooperative's listing can be trusted. */
export const SOURCE_STATES = ['FRESH', 'STALE', 'UNREACHABLE', 'PAUSED', 'NEVER'] as const;

/**
 * The names of a union as a list.
 * @param all - Every name, which the compiler sees to.
 */
export function namesOf<Name extends string>(all: Readonly<Record<Name, true>>): Name[] {
  return Object.keys(all) as Name[];
}
