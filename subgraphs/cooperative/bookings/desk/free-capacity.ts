import { dayBounds, FreeTable, type ServiceRules } from '../../capacity/index.js';
import type { Ledger } from '../rules/ledger.js';
import type { ServiceRecord } from '../../store/records.js';
import { serviceRules, type Rulebook } from '../rules/rulebook.js';
import { scopeOfLeg, unite } from '../rules/scope.js';
import type { BookingDesk } from './booking-desk.js';
import { Turns } from '../../../shared/turns/turns.js';

/** Which services, by their local ids, and which days, both included. Services that are not on offer are left out. */
export interface FreeQuestion {
  readonly services: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** Person-minutes on each of the days asked about. */
export interface FreeCapacity {
  /** By their sealed names, and in the order of these. */
  readonly resources: readonly {
    readonly name: string;
    /** Local ids. */
    readonly services: readonly string[];
    readonly minutes: readonly number[];
  }[];
  /** Of services that have one, by local id. */
  readonly budgets: readonly { readonly service: string; readonly minutes: readonly number[] }[];
}

/**
 * How much is free of what does these services. Two queries, in most cases.
 * @param signal - Ends the work when nobody waits for it any more: rejects with its reason.
 */
export async function loadFreeCapacity(
  desk: BookingDesk,
  rulebook: Rulebook,
  question: FreeQuestion,
  signal: AbortSignal,
): Promise<FreeCapacity> {
  const { table, services } = await viewFree(desk, rulebook, question);
  const seal = rulebook.createSeal();
  const turns = new Turns(signal);
  const resources = [];
  for (const resource of table.resources) {
    const minutes = table.freeMinutes(table.tableOf(resource));
    resources.push({ name: seal(resource.rules.id), services: resource.services, minutes });
    await turns.pass();
  }
  const budgets = services.flatMap(({ rules }) => {
    const minutes = table.minutesLeft(table.budgetOf(rules));
    return minutes === null ? [] : [{ service: rules.id, minutes }];
  });
  return { resources: resources.sort(byName), budgets };
}

/** What is booked and waited for where services are done on some days, and what that leaves. */
export async function viewFree(
  desk: BookingDesk,
  rulebook: Rulebook,
  { services: ids, from, to }: FreeQuestion,
): Promise<{
  readonly ledger: Ledger;
  readonly table: FreeTable;
  /** Those on offer, with the rules by which they are booked. */
  readonly services: readonly { readonly service: ServiceRecord; readonly rules: ServiceRules }[];
}> {
  const time = {
    from: dayBounds(rulebook.timeZone, from).startsAt,
    to: dayBounds(rulebook.timeZone, to).endsAt,
  };
  const services = [...new Set(ids)].flatMap((id) => rulebook.findOffered(id) ?? []);
  const scopes = services.map(({ _id }) => scopeOfLeg(rulebook, _id, null, time));
  const ledger = await desk.view(rulebook, unite(scopes));
  const input = rulebook.freeInputOf(services, ledger.occupations);
  return {
    ledger,
    table: new FreeTable(input, from, to),
    services: services.map((service) => ({ service, rules: serviceRules(service) })),
  };
}

/** Sealed names come in an order that tells nothing. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
