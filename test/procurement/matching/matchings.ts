import fc from 'fast-check';
import type { Matching } from '../../../subgraphs/procurement/matching/suppliers.js';
import type { FreeBudget, LotOffer } from '../../../subgraphs/procurement/need/need.js';

/** How many at most of each; minutes a day. */
export interface Size {
  readonly lots: number;
  readonly days: number;
  readonly cooperatives: number;
  readonly resources: number;
  readonly services: number;
  readonly budgets: number;
  readonly minutes: number;
}

const FIRST = Date.UTC(2027, 5, 21);
const DAY_MS = 86_400_000;

/** Any matching of a size: services of several lots, resources of several services, budgets that overlap, evidence that is not always valid. */
export function matchings(size: Size): fc.Arbitrary<Matching> {
  const days = Array.from({ length: size.days }, (_none, day) =>
    new Date(FIRST + day * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length),
  );
  const lots = fc
    .array(fc.integer({ min: 1, max: size.minutes * 2 }), { minLength: 1, maxLength: size.lots })
    .map((demands) => demands.map((minutesPerDay, n) => ({ id: `lot-${n}`, minutesPerDay })));
  const validDays = fc.subarray(days.map((_date, day) => day)).map((chosen) => new Set(chosen));
  const services = (cooperative: number): string[] =>
    Array.from({ length: size.services }, (_none, n) => `c${cooperative}:s${n}`);
  const limits = (cooperative: number, most: number): fc.Arbitrary<FreeBudget[]> =>
    fc.array(
      fc.record({
        services: fc.subarray(services(cooperative), { minLength: 1 }),
        minutes: fc.array(fc.integer({ min: 0, max: size.minutes }), {
          minLength: size.days,
          maxLength: size.days,
        }),
      }),
      { maxLength: most },
    );
  const cooperative = (number: number) =>
    fc.record({
      offers: fc
        .array(fc.tuple(fc.constantFrom(...services(number)), fc.nat(size.lots), validDays), {
          maxLength: size.lots * 2,
        })
        .map((pairs) =>
          pairs.map(([service, lot, strictDays], n): LotOffer => ({
            lot: `lot-${lot}`,
            cooperative: `c${number}`,
            service,
            match: (['EXACT', 'BROADER', 'BROADER', 'PARTIAL'] as const)[n % 4] ?? 'EXACT',
            strictDays,
          })),
        ),
      resources: limits(number, size.resources),
      budgets: limits(number, size.budgets),
    });
  return fc
    .tuple(lots, ...Array.from({ length: size.cooperatives }, (_none, n) => cooperative(n)))
    .map(([wanted, ...cooperatives]) => ({
      days,
      lots: wanted,
      offers: cooperatives.flatMap(({ offers }) => offers),
      capacities: cooperatives.map(({ resources, budgets }, n) => ({
        cooperative: `c${n}`,
        from: days[0] ?? '',
        resources: resources.map((resource, r) => ({ id: `c${n}:r${r}`, ...resource })),
        budgets,
      })),
    }));
}
