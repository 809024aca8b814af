import { currentMunicipality } from '../../../shared/words/merged-municipalities.js';
import type {
  CapacityInput,
  Occupation,
  ResourceRules,
  ServiceRules,
} from '../../capacity/index.js';
import type {
  CalendarRecord,
  CooperativeRecord,
  ResourceRecord,
  ServiceRecord,
} from '../../store/records.js';
import type { UnitPrice, BookingRecord } from '../../store/booking-records.js';

/** What a cooperative's rules are made of. */
export interface RuleRows {
  /** Null before the first import. */
  readonly profile: CooperativeRecord | null;
  readonly services: readonly ServiceRecord[];
  readonly resources: readonly ResourceRecord[];
  readonly calendars: readonly CalendarRecord[];
}

/** All that decides what can be booked, apart from the bookings; made once for each change of those rows. */
export class Rulebook {
  readonly timeZone: string;
  readonly country: string;
  /** Of all services: how long before a time a booking may end and still matter to it. */
  readonly longestBufferMinutes: number;
  private readonly serviceById: ReadonlyMap<string, ServiceRecord>;
  private readonly resourceById: ReadonlyMap<string, ResourceRules>;

  constructor(private readonly rows: RuleRows) {
    const { profile, services, resources, calendars } = rows;
    const closuresById = new Map(calendars.map(({ _id, closures }) => [_id, closures]));
    this.timeZone = profile?.timeZone ?? 'UTC';
    this.country = profile?.country ?? '';
    this.longestBufferMinutes = Math.max(0, ...services.map((service) => service.bufferMinutes));
    this.serviceById = new Map(services.map((service) => [service._id, service]));
    this.resourceById = new Map(
      resources.map((resource) => [
        resource._id,
        resourceRules(resource, closuresById.get(resource._id) ?? []),
      ]),
    );
  }

  get resourceIds(): readonly string[] {
    return [...this.resourceById.keys()];
  }

  get serviceIds(): readonly string[] {
    return [...this.serviceById.keys()];
  }

  /** A service that can be booked; null when there is none, or it is not on offer now. */
  findOffered(id: string): ServiceRecord | null {
    const service = this.serviceById.get(id);
    return service?.isPublished && !service.isRemoved ? service : null;
  }

  /** The resources that a leg may use, in the service's order. @param resource - The only one; any where null. */
  candidatesOf(service: string, resource: string | null): readonly string[] {
    const all = this.serviceById.get(service)?.resources ?? [];
    return resource === null ? all : all.filter((id) => id === resource);
  }

  /** Whether bookings of the service on any resource count against a budget of its own. */
  hasBudget(service: string): boolean {
    return this.serviceById.get(service)?.maxMinutesPerDay !== undefined;
  }

  /** Of municipalities that have merged, their successors count. */
  isServedIn(service: ServiceRecord, municipality: string): boolean {
    const wanted = currentMunicipality(municipality);
    const served = service.serves ?? this.rows.profile?.serves ?? [];
    return served.some((code) => currentMunicipality(code) === wanted);
  }

  /** @param occupations - Those that could matter, and any others. */
  capacityOf(service: ServiceRecord, occupations: readonly Occupation[], now: Date): CapacityInput {
    return {
      timeZone: this.timeZone,
      country: this.country,
      service: serviceRules(service),
      resources: service.resources.flatMap((id) => this.resourceById.get(id) ?? []),
      occupations,
      now: now.getTime(),
    };
  }

  occupationOf(
    booking: Pick<BookingRecord, 'resource' | 'service' | 'startsAt' | 'endsAt' | 'quantity'>,
  ): Occupation {
    const { resource, service, startsAt, endsAt, quantity } = booking;
    return {
      resource,
      service,
      startsAt: startsAt.getTime(),
      endsAt: endsAt.getTime(),
      quantity,
      bufferMinutes: this.serviceById.get(service)?.bufferMinutes ?? 0,
    };
  }
}

/** What a unit of a service costs now. */
export function unitPriceOf({ price, unit }: ServiceRecord): UnitPrice {
  const { netMinor, vatHundredths, currency } = price;
  return { netMinor, vatHundredths, currency, unit };
}

function serviceRules(service: ServiceRecord): ServiceRules {
  return {
    id: service._id,
    resources: service.resources,
    minMinutes: leastMinutesOf(service),
    gridMinutes: service.gridMinutes,
    bufferMinutes: service.bufferMinutes,
    leadTimeMinutes: service.leadTimeMinutes,
    maxMinutesPerDay: service.maxMinutesPerDay ?? null,
  };
}

/** The shortest booking of a service: one step of its grid where it says nothing. */
export function leastMinutesOf({ minMinutes, gridMinutes }: ServiceRecord): number {
  return minMinutes ?? gridMinutes;
}

function resourceRules(
  resource: ResourceRecord,
  imported: CalendarRecord['closures'],
): ResourceRules {
  return {
    id: resource._id,
    size: resource.size,
    hours: resource.hours,
    worksOnPublicHolidays: resource.worksOnPublicHolidays,
    minutesPerDay: resource.minutesPerDay ?? null,
    closures: [...resource.closures, ...imported],
  };
}
