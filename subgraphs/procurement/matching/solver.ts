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

/** Solves integer programs: HiGHS. Loading takes some tenths of a second, so it is loaded when it is needed first. */
export class Solver {
  private constructor(private readonly highs: Highs) {}

  static async load(): Promise<Solver> {
    // The package's types are those of its CommonJS build, where the loader stands one step deeper.
    const { default: loadHighs } = (await import('highs')) as unknown as CommonHighs;
    return new Solver(await loadHighs());
  }

  /**
   * The most that can be delivered on a day. The solver computes in floating point: its answer is rounded, and is taken only if it then
   * keeps every limit, in whole numbers, and is what the solver's bound allows at most.
   * @throws Error where that is not so.
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
    const { values, bound } = this.#maximize(ways.length, rows);
    const whole = values.map((value) => Math.round(value));
    const isKept = rows.every(
      ({ limit, columns }) =>
        columns.reduce((total, column) => total + (whole[column] ?? 0), 0) <= limit,
    );
    const minutes = whole.reduce((total, value) => total + value, 0);
    if (!isKept || whole.some((value) => value < 0) || minutes !== Math.floor(bound + 1e-3)) {
      throw new Error(`The solver proved no answer: ${minutes} minutes of at most ${bound}.`);
    }
    return {
      minutes,
      deliveries: ways.flatMap(({ pool, gate, lot }, column) => {
        const sent = whole[column] ?? 0;
        return sent > 0 ? [{ from: gate === null ? { pool } : { gate }, lot, minutes: sent }] : [];
      }),
    };
  }

  /** The greatest sum of whole numbers, 0 or more, of which some are limited together. @returns One value a column, and a bound of the sum. */
  #maximize(
    columns: number,
    rows: readonly { readonly limit: number; readonly columns: readonly number[] }[],
  ): { values: number[]; bound: number } {
    const { constants, infinity } = this.highs;
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
      integrality: Array<typeof constants.variableType.integer>(columns).fill(
        constants.variableType.integer,
      ),
    });
    try {
      // Two whole numbers that are less than one apart are equal.
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.9 });
      model.run();
      if (model.getModelStatus() !== constants.modelStatus.optimal) {
        throw new Error(`The solver ended with status ${model.getModelStatus()}.`);
      }
      return {
        values: [...model.getSolution().colValue],
        bound: Number(model.info.get('mip_dual_bound')),
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
