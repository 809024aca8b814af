import {
  availabilityOf as daysOf,
  parseWallTime,
} from '../../../subgraphs/cooperative/capacity/index.js';
import type {
  CapacityInput,
  DayCapacity,
  IsOffered,
  Leg,
  Occupation,
  ResourceRules,
  ServiceRules,
} from '../../../subgraphs/cooperative/capacity/index.js';

export const ZONE = 'Europe/Helsinki';
export const WORKING_WEEK = ['MO', 'TU', 'WE', 'TH', 'FR'] as const;
export const EVERY_DAY = [...WORKING_WEEK, 'SA', 'SU'] as const;
export const AROUND_THE_CLOCK = [{ days: EVERY_DAY, from: '00:00', to: '24:00' }];

/** Wall time in Helsinki. */
export function at(text: string): number {
  return parseWallTime(ZONE, text);
}

/** A pool of two, Monday to Friday 08 to 16. */
export function resourceRules(fields: Partial<ResourceRules> = {}): ResourceRules {
  return {
    id: 'pool',
    size: 2,
    hours: [{ days: WORKING_WEEK, from: '08:00', to: '16:00' }],
    worksOnPublicHolidays: false,
    minutesPerDay: null,
    closures: [],
    ...fields,
  };
}

/** Grid 30, no buffer, no minimum to speak of, no lead time. */
export function serviceRules(fields: Partial<ServiceRules> = {}): ServiceRules {
  return {
    id: 'siivous',
    resources: ['pool'],
    minMinutes: 30,
    gridMinutes: 30,
    bufferMinutes: 0,
    leadTimeMinutes: 0,
    maxMinutesPerDay: null,
    ...fields,
  };
}

export function capacityInput(fields: Partial<CapacityInput> = {}): CapacityInput {
  return {
    timeZone: ZONE,
    country: 'FI',
    service: serviceRules(),
    resources: [resourceRules()],
    occupations: [],
    now: at('2027-03-01T09:00'),
    ...fields,
  };
}

/** A booking of one unit of the pool for the service. */
export function occupation(from: string, to: string, fields: Partial<Occupation> = {}): Occupation {
  return {
    resource: 'pool',
    service: 'siivous',
    startsAt: at(from),
    endsAt: at(to),
    quantity: 1,
    bufferMinutes: 0,
    ...fields,
  };
}

/** One place wherever there is one. */
export function leg(from: string, minutes: number, fields: Partial<Leg> = {}): Leg {
  return { startsAt: at(from), minutes, quantity: 1, resource: null, ...fields };
}

/** All of the days at once. */
export function availabilityOf(
  input: CapacityInput,
  from: string,
  to: string,
  minutes: number,
  isOffered?: IsOffered,
): DayCapacity[] {
  return [...daysOf(input, from, to, minutes, isOffered)];
}
