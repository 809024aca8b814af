import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Highs } from 'highs';
import { countOrder } from '../../../subgraphs/booking/figures/count/count-rows.js';
import { Figures } from '../../../subgraphs/booking/figures/count/figures.js';
import type { Scope } from '../../../subgraphs/booking/figures/count/shown-months.js';
import { ledgerOf, legOf, orderOf, shownOf } from './counted.js';

type CommonHighs = typeof import('highs');

/** One order: whose, where, and whether it was declined. */
interface Placed {
  readonly cooperative: string;
  readonly channel: 'WEB' | 'PHONE' | 'RADIO';
  readonly person: number;
  readonly isDeclined: boolean;
}

const COOPERATIVES = ['aa', 'bb', 'cc', 'dd', 'ee'];
const CHANNELS = ['WEB', 'PHONE', 'RADIO'] as const;
const MEASURES = ['received', 'declined', 'agreed'] as const;
type Measure = (typeof MEASURES)[number];

const isIn = ({ cooperative, channel }: Scope, one: Placed): boolean =>
  (cooperative === null || one.cooperative === cooperative) &&
  (channel === null || one.channel === channel);
const isOf = (measure: Measure, { isDeclined }: Placed): boolean =>
  measure === 'received' || (measure === 'declined') === isDeclined;

const SCOPES: readonly Scope[] = [null, ...COOPERATIVES].flatMap((cooperative) =>
  [null, ...CHANNELS].map((channel) => ({ cooperative, channel })),
);

/** The unknowns: how many orders there are of each kind. */
const UNKNOWNS = COOPERATIVES.flatMap((cooperative) =>
  CHANNELS.flatMap((channel) =>
    [false, true].map((isDeclined): Placed => ({ cooperative, channel, isDeclined, person: 0 })),
  ),
);
const nameOf = ({ cooperative, channel, isDeclined }: Placed): string =>
  `x_${cooperative}_${channel}_${isDeclined ? 'd' : 'a'}`;

/** A sum of unknowns, and what it comes to. */
interface Sum {
  readonly of: readonly string[];
  readonly is: number;
}

function sumOf(
  orders: readonly Placed[],
  scope: Scope,
  measure: Measure,
): Sum & { people: number } {
  const meant = orders.filter((one) => isIn(scope, one) && isOf(measure, one));
  return {
    of: UNKNOWNS.filter((one) => isIn(scope, one) && isOf(measure, one)).map(nameOf),
    is: meant.length,
    people: new Set(meant.map(({ person }) => person)).size,
  };
}

/** What is shown of these orders. */
function shownSums(orders: readonly Placed[]): Sum[] {
  const ledger = ledgerOf();
  for (const { cooperative, channel, person, isDeclined } of orders) {
    const state = isDeclined ? 'DECLINED' : 'COMPLETED';
    const legs = [legOf({ serviceId: `${cooperative}:siivous`, state })];
    countOrder(orderOf(`customer ${person}`, { channel, legs }), ledger);
  }
  const shown = shownOf(ledger);
  return SCOPES.flatMap((scope) => {
    const { received, declined } = new Figures(shown, scope);
    const told = [
      ['received', received],
      ['declined', declined],
    ] as const;
    return told.flatMap(([measure, value]) =>
      value === null ? [] : [{ of: sumOf(orders, scope, measure).of, is: value }],
    );
  });
}

describe('what is withheld', () => {
  let highs: Highs;
  beforeAll(async () => {
    // Its types are those of another kind of module.
    const module = (await import('highs')) as unknown as CommonHighs;
    highs = await module.default();
  });

  /** The least and the largest that a sum can be, by all that is known; no count is below 0. */
  const rangeOf = (target: Sum, known: readonly Sum[]): [least: number, largest: number] => {
    const rows = known.map(({ of, is }) => `${of.join(' + ')} = ${is}`);
    const limit = `${UNKNOWNS.map(nameOf).join(' + ')} <= 1000`;
    const solve = (way: string): number => {
      const problem = [way, target.of.join(' + '), 'Subject To', ...rows, limit, 'End'];
      return Math.round(highs.solve(problem.join('\n')).ObjectiveValue * 1_000) / 1_000;
    };
    return [solve('Minimize'), solve('Maximize')];
  };

  const orders = fc.array(
    fc.record({
      cooperative: fc.constantFrom(...COOPERATIVES),
      channel: fc.constantFrom(...CHANNELS),
      person: fc.nat({ max: 60 }),
      isDeclined: fc.boolean(),
      times: fc.integer({ min: 1, max: 7 }),
    }),
    { minLength: 1, maxLength: 14 },
  );

  it('can be told neither by everybody nor by a cooperative that knows its own', () => {
    fc.assert(
      fc.property(orders, (groups) => {
        // Each group is of different people, so that cells of enough of them are common.
        const placed = groups.flatMap(({ times, person, ...one }, group) =>
          Array.from({ length: times }, (_unused, index): Placed => ({
            ...one,
            person: index === 0 ? person : 1_000 * (group + 1) + index,
          })),
        );
        const shown = shownSums(placed);
        for (const insider of [null, ...COOPERATIVES]) {
          const own = UNKNOWNS.filter(({ cooperative }) => cooperative === insider).map((one) => ({
            of: [nameOf(one)],
            is: placed.filter((other) => nameOf(other) === nameOf(one)).length,
          }));
          const known = [...shown, ...own];
          const ofOthers = placed.filter(({ cooperative }) => cooperative !== insider);
          for (const scope of SCOPES) {
            for (const measure of MEASURES) {
              const target = sumOf(ofOthers, scope, measure);
              if (target.people === 0 || target.people >= 5) continue;
              const [least, largest] = rangeOf(target, known);
              expect([insider, scope, measure, least === largest]).toEqual([
                ...[insider, scope, measure, false],
              ]);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is seen by this very test where nothing is', () => {
    const placed: Placed[] = [1, 2, 3, 4, 5, 6].map((person) => ({
      ...{ cooperative: person < 6 ? 'aa' : 'bb', channel: 'WEB', person, isDeclined: false },
    }));
    const every = SCOPES.map((scope) => sumOf(placed, scope, 'received'));
    const known = every.filter(({ people }) => people === 0 || people >= 5);
    const target = sumOf(placed, { cooperative: 'bb', channel: null }, 'received');

    expect(rangeOf(target, known)).toEqual([1, 1]);
  });
});
