import { epochDayOf } from '../../shared/words/dates.js';
import { DayBudget } from './day-budget.js';
import { localDaysOf, type LocalDay } from './local-days.js';
import { ResourceTable } from './resource-table.js';
import type { CapacityInput, Occupation, ResourceRules, ServiceRules } from './types.js';

/** All that decides how much is free of several services. */
export interface FreeInput extends Pick<CapacityInput, 'timeZone' | 'country' | 'resources'> {
  /** Each once. */
  readonly services: readonly ServiceRules[];
  /** As in `CapacityInput`. */
  readonly occupations: readonly Occupation[];
}

/** A resource, and which of the services it does. */
export interface SharedResource {
  readonly rules: ResourceRules;
  /** Ids, in the order of the services; one at least. */
  readonly services: readonly string[];
}

/** Several services over some days, and each resource that does one of them once. By the same sums as a service's own `freeMinutes`. */
export class FreeTable {
  /** From the first to the last, both included. */
  readonly days: readonly LocalDay[];
  /** In the order in which the services name them. */
  readonly resources: readonly SharedResource[];
  readonly #takenByResource: ReadonlyMap<string, readonly Occupation[]>;
  readonly #takenByService: ReadonlyMap<string, readonly Occupation[]>;

  /**
   * @param from - First date.
   * @param to - Last date; none is free when it is before the first.
   */
  constructor(
    private readonly input: FreeInput,
    from: string,
    to: string,
  ) {
    const days = localDaysOf(input.timeZone);
    const first = epochDayOf(from);
    const length = Math.max(0, epochDayOf(to) - first + 1);
    this.days = Array.from({ length }, (_none, index) => days.at(first + index));
    this.resources = sharedBy(input);
    this.#takenByResource = occupationsBy('resource', input.occupations);
    this.#takenByService = occupationsBy('service', input.occupations);
  }

  /** One of the resources, worked out when it is asked for. */
  tableOf({ rules }: SharedResource): ResourceTable {
    const { timeZone, country } = this.input;
    const place = { timeZone, country, days: localDaysOf(timeZone) };
    return new ResourceTable(rules, place, this.#takenByResource.get(rules.id) ?? [], this.#time);
  }

  /** What is left of one of the services, on whatever resources. */
  budgetOf({ id, maxMinutesPerDay }: ServiceRules): DayBudget {
    const budget = new DayBudget(localDaysOf(this.input.timeZone), maxMinutesPerDay);
    for (const occupation of this.#takenByService.get(id) ?? []) {
      budget.charge(occupation, this.#time.from, this.#time.to);
    }
    return budget;
  }

  /** Whole person-minutes of a resource on each of the days that are neither booked nor beyond its budget. */
  freeMinutes(resource: ResourceTable): number[] {
    return this.days.map((day) => Math.floor(resource.freeMinutes(day)));
  }

  /** Whole minutes that a budget lets be given on each of the days; null without a limit. */
  minutesLeft(budget: DayBudget): number[] | null {
    if (budget.limit === null) return null;
    return this.days.map(({ epochDay }) => Math.floor(budget.left(epochDay)));
  }

  get #time() {
    return { from: this.days[0]?.startsAt ?? 0, to: this.days.at(-1)?.endsAt ?? 0 };
  }
}

function sharedBy({ services, resources }: FreeInput): SharedResource[] {
  const rulesById = new Map(resources.map((rules) => [rules.id, rules]));
  const servicesById = new Map<string, string[]>();
  for (const { id, resources: named } of services) {
    for (const resource of new Set(named)) {
      const known = servicesById.get(resource);
      if (known) known.push(id);
      else servicesById.set(resource, [id]);
    }
  }
  return [...servicesById].flatMap(([id, bears]) => {
    const rules = rulesById.get(id);
    return rules ? [{ rules, services: bears }] : [];
  });
}

/** What takes up places, by the resource or the service that it is of. */
export function occupationsBy(
  field: 'resource' | 'service',
  occupations: readonly Occupation[],
): ReadonlyMap<string, readonly Occupation[]> {
  const groups = new Map<string, Occupation[]>();
  for (const occupation of occupations) {
    const group = groups.get(occupation[field]);
    if (group) group.push(occupation);
    else groups.set(occupation[field], [occupation]);
  }
  return groups;
}
