import { MINUTE_MS } from '../../../shared/words/dates.js';
import { freeTimesOf, type FreeTime, type ServiceRules } from '../../capacity/index.js';
import type { ResourceRecord, ServiceRecord } from '../../store/records.js';
import { horizonOf } from '../decide/leg-checks.js';
import type { Rulebook } from '../rules/rulebook.js';
import type { BookingDesk } from './booking-desk.js';
import { byName, viewFree, type FreeQuestion } from './free-capacity.js';
import { Turns } from '../../../shared/turns/turns.js';

/** Who is free to stand in, and by which rules they can be booked. Instants are epoch milliseconds. */
export interface FreeSubstitutes {
  readonly services: readonly {
    readonly service: ServiceRecord;
    readonly rules: ServiceRules;
    /** The first start that the lead time allows. */
    readonly earliestStart: number;
    /** What is left of its budget on each day; null without one. */
    readonly minutes: readonly number[] | null;
    /** Starts on the days asked about for which others wait. */
    readonly waitedFor: readonly number[];
  }[];
  /** Workers alone; by their sealed names, and in the order of these. */
  readonly substitutes: readonly {
    readonly name: string;
    readonly worker: ResourceRecord;
    /** Local ids. */
    readonly services: readonly string[];
    /** What is left of their own budget on each day; null without one. */
    readonly minutes: readonly number[] | null;
    readonly free: readonly FreeTime[];
  }[];
}

/**
 * When the workers of these services are free. Two queries, in most cases.
 * @param signal - Ends the work when nobody waits for it any more: rejects with its reason.
 */
export async function loadFreeSubstitutes(
  desk: BookingDesk,
  rulebook: Rulebook,
  question: FreeQuestion,
  signal: AbortSignal,
): Promise<FreeSubstitutes> {
  const { ledger, table, services } = await viewFree(desk, rulebook, question);
  const { now } = ledger;
  const rulesById = new Map(services.map(({ rules }) => [rules.id, rules]));
  const [first, last] = [table.days[0]?.startsAt ?? 0, table.days.at(-1)?.endsAt ?? 0];
  const seal = rulebook.createSeal();
  const turns = new Turns(signal);
  const substitutes = [];
  for (const resource of table.resources) {
    const worker = rulebook.findResource(resource.rules.id);
    if (worker?.kind !== 'WORKER') continue;
    const bears = resource.services.flatMap((id) => rulesById.get(id) ?? []);
    const earliest = Math.min(...bears.map((rules) => earliestStartOf(rules, now)));
    const time = { from: Math.max(first, earliest), to: Math.min(last, horizonOf(now)) };
    const longestBuffer = Math.max(...bears.map(({ bufferMinutes }) => bufferMinutes));
    const own = table.tableOf(resource);
    substitutes.push({
      ...{ name: seal(worker._id), worker, services: resource.services },
      minutes: table.minutesLeft(own.budget),
      free: freeTimesOf(own, table.days, time, longestBuffer),
    });
    await turns.pass();
  }
  return {
    services: services.map(({ service, rules }) => ({
      ...{ service, rules },
      earliestStart: earliestStartOf(rules, now),
      minutes: table.minutesLeft(table.budgetOf(rules)),
      waitedFor: ledger
        .startsWaitedFor(rules.id)
        .filter((startsAt) => first <= startsAt && startsAt < last),
    })),
    substitutes: substitutes.sort(byName),
  };
}

function earliestStartOf({ leadTimeMinutes }: ServiceRules, now: Date): number {
  return now.getTime() + leadTimeMinutes * MINUTE_MS;
}
