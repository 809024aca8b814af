import { businessIdFor } from '../support/business-id.js';

/** A resource of the network under test. */
export interface TestResource {
  readonly id: string;
  readonly size: number;
  /** Person-minutes a day; null where there is no budget. */
  readonly minutesPerDay: number | null;
}

/** A service of the network under test. */
export interface TestService {
  /** `<cooperative>:<local>`. */
  readonly id: string;
  /** Local ids. */
  readonly resources: readonly string[];
  readonly bufferMinutes: number;
  readonly maxMinutesPerDay: number | null;
}

/** A cooperative of the network under test. All work every day from 08:00 to 16:00 in UTC, so that days are plain. */
export interface TestCooperative {
  readonly id: string;
  readonly resources: readonly TestResource[];
  readonly services: readonly TestService[];
}

const HOURS = { days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], from: '08:00', to: '16:00' };

function cooperative(id: string): TestCooperative {
  const service = (
    local: string,
    resources: string[],
    bufferMinutes: number,
    maxMinutesPerDay: number | null,
  ) => ({ id: `${id}:${local}`, resources, bufferMinutes, maxMinutesPerDay });
  return {
    id,
    resources: [
      { id: 'w1', size: 1, minutesPerDay: 360 },
      { id: 'p1', size: 3, minutesPerDay: null },
      { id: 'r1', size: 1, minutesPerDay: null },
    ],
    services: [
      service('cleaning', ['w1', 'p1'], 30, null),
      service('moving', ['p1'], 0, 900),
      service('room', ['r1'], 0, null),
    ],
  };
}

export const COOPERATIVES: readonly TestCooperative[] = ['karhu', 'lumo', 'tuki'].map(cooperative);

/** The network file of a cooperative. */
export function fileOf({ id, resources, services }: TestCooperative): object {
  return {
    id,
    name: `Osuuskunta ${id}`,
    country: 'FI',
    businessId: businessIdFor(id),
    timeZone: 'UTC',
    municipality: 'FI-609',
    serves: ['FI-609'],
    languages: ['fi'],
    resources: resources.map(({ minutesPerDay, ...resource }) => ({
      ...resource,
      kind: 'POOL',
      hours: [HOURS],
      worksOnPublicHolidays: true,
      ...(minutesPerDay !== null && { minutesPerDay }),
    })),
    services: services.map(({ maxMinutesPerDay, ...service }) => ({
      ...service,
      id: service.id.split(':')[1],
      kind: 'SERVICE',
      title: { fi: `Palvelu ${service.id}` },
      cpv: ['90910000'],
      unit: 'HOUR',
      price: { net: '30.00', currency: 'EUR', vatRate: '25.5' },
      gridMinutes: 60,
      ...(maxMinutesPerDay !== null && { maxMinutesPerDay }),
    })),
  };
}
