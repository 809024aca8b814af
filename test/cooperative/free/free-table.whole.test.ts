import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  FreeTable,
  freeTimesOf,
  judgeLeg,
  type CapacityInput,
  type FreeTime,
  type ServiceRules,
} from '../../../subgraphs/cooperative/capacity/index.js';
import { availabilityOf } from '../capacity/builders.js';
import { DAYS, randomCase, type RandomCase } from '../capacity/random-cases.js';

const MINUTE = 60_000;
/** What ends later is refused before it is judged. */
const HORIZON_MS = 3653 * 1440 * MINUTE;

function check(numRuns: number, property: (given: RandomCase) => void): void {
  fc.assert(fc.property(randomCase, property), { numRuns });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The case's service beside two that share its resources. */
function servicesBeside({ service }: CapacityInput): readonly ServiceRules[] {
  return [
    service,
    { ...service, id: 'other', resources: ['b', 'a'], maxMinutesPerDay: 400 },
    { ...service, id: 'third', resources: ['a', 'gone'], maxMinutesPerDay: null },
  ];
}

describe('what is free of several services together', () => {
  it('is for each of them what its own availability says, and what the slow model does', () => {
    check(80, ({ first, input, model }) => {
      const services = servicesBeside(input);
      const last = addDays(first, DAYS - 1);
      const table = new FreeTable({ ...input, services }, first, last);
      const resources = table.resources.map((resource) => ({
        services: resource.services,
        minutes: table.freeMinutes(table.tableOf(resource)),
      }));

      for (const service of services) {
        const days = availabilityOf({ ...input, service }, first, last, 10_000);
        const own = resources.filter((resource) => resource.services.includes(service.id));
        const budget = table.minutesLeft(table.budgetOf(service));
        const free = days.map((_day, index) =>
          Math.min(sum(own.map(({ minutes }) => minutes[index] ?? 0)), budget?.[index] ?? Infinity),
        );

        expect(free).toEqual(days.map(({ freeMinutes }) => freeMinutes));
        if (service === input.service) {
          expect(free).toEqual(days.map(({ date }) => model.freeMinutes(date)));
        }
      }
    });
  });
});

describe('a stretch of a free time', () => {
  it('can be booked by the rules that are told with it, and nothing else can', () => {
    let [booked, refused] = [0, 0];
    check(60, ({ first, input, model, minutes: length }) => {
      const { service, now } = input;
      const dates = Array.from({ length: DAYS }, (_none, day) => addDays(first, day));
      const table = new FreeTable({ ...input, services: [service] }, first, dates.at(-1) ?? first);
      const time = { from: table.days[0]?.startsAt ?? 0, to: table.days.at(-1)?.endsAt ?? 0 };
      const earliest = now + service.leadTimeMinutes * MINUTE;
      const budget = table.minutesLeft(table.budgetOf(service));
      const left = (minutes: readonly number[] | null, date: string) =>
        minutes?.[dates.indexOf(date)] ?? Infinity;

      for (const resource of table.resources) {
        const own = table.tableOf(resource);
        const ownBudget = table.minutesLeft(own.budget);
        const window = {
          from: Math.max(time.from, earliest),
          to: Math.min(time.to, now + HORIZON_MS),
        };
        const free = freeTimesOf(own, table.days, window, service.bufferMinutes);
        const isPlannable = (startsAt: number, minutes: number): boolean => {
          if (startsAt < earliest || minutes < service.minMinutes) return false;
          const endsAt = startsAt + minutes * MINUTE;
          const buffered = endsAt + service.bufferMinutes * MINUTE;
          const isWithin = ({ from, to, takenFrom }: FreeTime) =>
            from <= startsAt && endsAt <= to && buffered <= (takenFrom ?? Infinity);
          if (!free.some(isWithin)) return false;
          const ofDate = new Map<string, number>();
          for (let minute = 0; minute < minutes; minute += 1) {
            const date = model.dateAt(startsAt + minute * MINUTE);
            ofDate.set(date, (ofDate.get(date) ?? 0) + 1);
          }
          return [...ofDate].every(
            ([date, used]) => used <= Math.min(left(budget, date), left(ownBudget, date)),
          );
        };

        for (const startsAt of dates.flatMap((date) => model.gridStarts(date))) {
          for (const minutes of [service.minMinutes, length, 60, 240]) {
            if (startsAt + minutes * MINUTE > time.to) continue;
            const leg = { startsAt, minutes, quantity: 1, resource: resource.rules.id };
            const isLate = startsAt + minutes * MINUTE > now + HORIZON_MS;
            const isBooked = !isLate && judgeLeg(input, leg).kind === 'fits';
            if (isBooked) booked += 1;
            else refused += 1;

            expect([leg, isPlannable(startsAt, minutes)]).toEqual([leg, isBooked]);
          }
        }
      }
    });
    expect(Math.min(booked, refused)).toBeGreaterThan(1_000);
  });
});
