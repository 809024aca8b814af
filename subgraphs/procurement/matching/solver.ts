import type { Highs } from 'highs';
import type { Delivery, Supply } from './supply.js';

type CommonHighs = typeof import('highs');

/** What can be delivered on a day, where that is no flow. */
export interface Program {
  readonly minutes: number;
  readonly deliveries: readonly Delivery[];
}

/** A way from a pool to a lot. */
interface Way {
  readonly pool: number;
  /** Null where none is needed. */
  readonly gate: number | null;
  readonly lot: number;
}

/** Some columns, and the most that they may be together. */
interface Row {
  readonly limit: number;
  readonly columns: readonly number[];
}

/** One value a column, and what their sum is at most. */
interface Solution {
  readonly values: readonly number[];
  readonly bound: number;
}

/** A day could not be solved in time, or not with proof. */
export class Unsolved extends Error {
  override readonly name = 'Unsolved';
}

/** Solves integer programs: HiGHS. Loading takes some tenths of a second, so it is loaded when it is needed first. */
export class Solver {
  readonly #endsAt: number;

  private constructor(
    private readonly highs: Highs,
    limitMs: number,
  ) {
    this.#endsAt = performance.now() + limitMs;
  }

  /** @param limitMs - For all that it is to solve, from when it is loaded. */
  static async load(limitMs: number): Promise<Solver> {
    // The package's types are those of its CommonJS build, where the loader stands one step deeper.
    const { default: loadHighs } = (await import('highs')) as unknown as CommonHighs;
    return new Solver(await loadHighs(), limitMs);
  }

  /**
   * The most that can be delivered on a day. The solver computes in floating point: its answer is rounded, and is taken only if it then
   * keeps every limit, in whole numbers, and is what the solver's bound allows at most.
   * @throws Unsolved where that is not so, or the time is over.
   */
  most(demands: readonly number[], supply: Supply, day: number): Program {
    const ways = waysOf(supply);
    const rows = [
      ...supply.pools.map(({ minutes }, number) => ({
        limit: minutes[day] ?? 0,
        holds: ({ pool }: Way) => pool === number,
      })),
      ...supply.gates.map(({ minutes }, number) => ({
        limit: minutes[day] ?? 0,
        holds: ({ gate }: Way) => gate === number,
      })),
      ...supply.wideBudgets.map(({ minutes, gates }) => ({
        limit: minutes[day] ?? 0,
        holds: ({ gate }: Way) => gate !== null && gates.includes(gate),
      })),
      ...demands.map((limit, number) => ({ limit, holds: ({ lot }: Way) => lot === number })),
    ].map(({ limit, holds }) => ({
      limit,
      columns: ways.flatMap((way, column) => (holds(way) ? [column] : [])),
    }));
    // Parts of minutes are mostly of no use, and not to forbid them takes a tenth of the time.
    const whole =
      keepWhole(this.#maximize('continuous', ways.length, rows), rows) ??
      keepWhole(this.#maximize('integer', ways.length, rows), rows);
    if (whole === null) throw new Unsolved('The solver proved no answer.');
    return {
      minutes: whole.reduce((all, value) => all + value, 0),
      deliveries: ways.flatMap(({ pool, gate, lot }, column) => {
        const sent = whole[column] ?? 0;
        return sent > 0 ? [{ from: gate === null ? { pool } : { gate }, lot, minutes: sent }] : [];
      }),
    };
  }

  /** The greatest sum of numbers, 0 or more, of which some are limited together. */
  #maximize(variables: 'continuous' | 'integer', columns: number, rows: readonly Row[]): Solution {
    const { constants, infinity } = this.highs;
    const leftMs = this.#endsAt - performance.now();
    if (leftMs <= 0) throw new Unsolved('There was no time to solve it.');
    const model = this.highs.createModel({
      numCols: columns,
      numRows: rows.length,
      sense: constants.objectiveSense.maximize,
      colCost: Array<number>(columns).fill(1),
      colLower: Array<number>(columns).fill(0),
      colUpper: Array<number>(columns).fill(infinity),
      rowLower: rows.map(() => -infinity),
      rowUpper: rows.map(({ limit }) => Math.min(limit, infinity)),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: columns,
        starts: rows.reduce(
          (starts, row) => [...starts, (starts.at(-1) ?? 0) + row.columns.length],
          [0],
        ),
        indices: rows.flatMap((row) => row.columns),
        values: rows.flatMap((row) => row.columns.map(() => 1)),
      },
      ...(variables === 'integer' && {
        integrality: Array<typeof constants.variableType.integer>(columns).fill(
          constants.variableType.integer,
        ),
      }),
    });
    try {
      // Two whole numbers that are less than one apart are equal.
      model.options.set({
        ...{ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.9 },
        time_limit: leftMs / 1_000,
      });
      model.run();
      if (model.getModelStatus() !== constants.modelStatus.optimal) {
        throw new Unsolved(`The solver ended with status ${model.getModelStatus()}.`);
      }
      return {
        values: [...model.getSolution().colValue],
        bound: Number(
          model.info.get(variables === 'integer' ? 'mip_dual_bound' : 'objective_function_value'),
        ),
      };
    } finally {
      model.dispose();
    }
  }
}

function waysOf(supply: Supply): Way[] {
  return supply.pools.flatMap(({ lots, gates }, pool) => [
    ...lots.map((lot) => ({ pool, gate: null, lot })),
    ...gates.flatMap((gate) =>
      (supply.gates[gate]?.lots ?? []).map((lot) => ({ pool, gate, lot })),
    ),
  ]);
}

/** A solution in whole numbers; null where these break a limit, or something greater may be possible. */
function keepWhole({ values, bound }: Solution, rows: readonly Row[]): number[] | null {
  const whole = values.map((value) => Math.round(value));
  const isKept = rows.every(
    ({ limit, columns }) => columns.reduce((all, column) => all + (whole[column] ?? 0), 0) <= limit,
  );
  const sum = whole.reduce((all, value) => all + value, 0);
  const isMost = sum === Math.floor(bound + 1e-3);
  return isKept && isMost && whole.every((value) => value >= 0) ? whole : null;
}
