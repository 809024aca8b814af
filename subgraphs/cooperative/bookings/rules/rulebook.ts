import { currentMunicipality } from '../../../shared/words/merged-municipalities.js';
import type {
  CapacityInput,
  FreeInput,
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
import type { UnitPrice } from '../../../shared/words/money.js';
import type { BookingRecord } from '../../store/booking-records.js';
import { createSeal, findSealed, type Seal } from './sealed-names.js';

/** What a cooperative's rules are made of. */
export interface RuleRows {
  /** Null before the first import. */
  readonly profile: CooperativeRecord | null;
  readonly services: readonly ServiceRecord[];
  readonly resources: readonly ResourceRecord[];
  readonly calendars: readonly CalendarRecord[];
  /** Null in a database that no process has opened yet. */
  readonly sealSecret: string | null;
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

  /** Those that can be booked now. */
  get offered(): readonly ServiceRecord[] {
    return this.serviceIds.flatMap((id) => this.findOffered(id) ?? []);
  }

  /**
   * The resource of a service that somebody asks for; null where it has none of the name.
   * @param name - Its local id, or a name that was sealed.
   */
  findCandidate(service: string, name: string): string | null {
    const all = this.candidatesOf(service, null);
    if (all.includes(name)) return name;
    const { sealSecret } = this.rows;
    return sealSecret === null ? null : findSealed(sealSecret, name, all);
  }

  /** Names for the resources of one answer. @throws Error where there is no secret to make them with. */
  createSeal(): Seal {
    const { sealSecret } = this.rows;
    if (sealSecret === null) throw new Error('The database has no secret to seal names with.');
    return createSeal(sealSecret);
  }

  /** As its owner has it; null where there is none. */
  findResource(id: string): ResourceRecord | null {
    return this.rows.resources.find(({ _id }) => _id === id) ?? null;
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

  /** The same of several services. @param services - Each once. */
  freeInputOf(services: readonly ServiceRecord[], occupations: readonly Occupation[]): FreeInput {
    const { timeZone, country } = this;
    const resources = [...this.resourceById.values()];
    return { timeZone, country, services: services.map(serviceRules), resources, occupations };
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
      bufferMinutes: this.bufferOf(service),
    };
  }

  /** How long a unit stays taken after a booking of the service, in minutes; 0 where there is no such service. */
  bufferOf(service: string): number {
    return this.serviceById.get(service)?.bufferMinutes ?? 0;
  }
}

/** What a unit of a service costs now. */
export function unitPriceOf({ price, unit }: ServiceRecord): UnitPrice {
  const { netMinor, vatHundredths, currency } = price;
  return { netMinor, vatHundredths, currency, unit };
}

/** By what a service is booked. */
export function serviceRules(service: ServiceRecord): ServiceRules {
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
export function leastMinutesOf({
  minMinutes,
  gridMinutes,
}: Pick<ServiceRecord, 'minMinutes' | 'gridMinutes'>): number {
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
