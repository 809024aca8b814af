import { checkFirst, pageInfo } from '../../shared/graphql/connection.js';
import { decodeCursor, encodeCursor } from '../../shared/words/cursors.js';
import { formatMinorUnits } from '../../shared/words/money.js';
import type { CurrencyCode } from '../schema.generated.js';
import { feeRateOf } from './count/fee.js';
import type { Month } from './count/months.js';
import {
  inOrder,
  settleLines,
  type LineKey,
  type SettledMonth,
  type SettlementTotal,
  type WorkDone,
} from './count/settle-lines.js';
import { settlementCsv, type Payer } from './settlement-csv.js';

const LARGEST_PAGE = 500;

/** What is owed for a month, as clients read it. */
export class Settlement {
  readonly month: string;
  readonly from: string;
  readonly to: string;
  /** Per cent. */
  readonly rate: string;
  readonly #settled: SettledMonth;

  /**
   * @param works - What was done in the month. @param unrecorded - How many pieces of work are over of which it is not known here what
   * became of them. @param knownAs - What is known of a cooperative; null for nothing.
   */
  constructor(
    { name, from, to }: Month,
    works: readonly WorkDone[],
    readonly isPreliminary: boolean,
    readonly unrecorded: number,
    private readonly knownAs: (cooperative: string) => Payer | null,
  ) {
    const rate = feeRateOf(name);
    this.#settled = settleLines(works, rate);
    this.month = name;
    this.from = from;
    this.to = to;
    this.rate = formatMinorUnits(rate);
  }

  get totals(): SettlementTotal[] {
    return [...this.#settled.totals];
  }

  get csv(): string {
    return settlementCsv(this.#settled, this.rate, this.knownAs);
  }

  /** @throws BAD_USER_INPUT when `first` is not 1 to 500 or `after` no cursor of this list. */
  page(first: number, after: string | null) {
    const size = checkFirst(first, LARGEST_PAGE);
    const key = after === null ? null : keyOf(after);
    const { lines } = this.#settled;
    const left = key === null ? lines : lines.filter((line) => inOrder(line, key) > 0);
    const edges = left.slice(0, size).map((node) => ({ node, cursor: cursorOf(node) }));
    return {
      edges,
      totalCount: lines.length,
      pageInfo: pageInfo(
        { hasNextPage: left.length > size, hasPreviousPage: left.length < lines.length },
        edges.map(({ cursor }) => cursor),
      ),
    };
  }
}

function cursorOf({ cooperative, currency, date, order, leg }: LineKey): string {
  return encodeCursor([cooperative, currency, date, order, leg]);
}

function keyOf(cursor: string): LineKey {
  const text = 'string';
  const parts = decodeCursor(cursor, [text, text, text, text, 'number']);
  const [cooperative, currency, date, order, leg] = parts as [
    string,
    CurrencyCode,
    string,
    string,
    number,
  ];
  return { cooperative, currency, date, order, leg };
}
