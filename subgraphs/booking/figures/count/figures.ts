import { CURRENCY_CODES } from '../../../shared/words/closed-sets.js';
import { formatMinorUnits } from '../../../shared/words/money.js';
import type { CurrencyCode, FigureName } from '../../schema.generated.js';
import type { Asked, Measure } from './tally.js';
import type { ResponseTimes, Scope, ShownMonths, Told } from './shown-months.js';

/** A figure that is not told of some months. */
export interface WithheldFigure {
  readonly figure: FigureName;
  /** Null where the figure is no amount of money. */
  readonly currency: CurrencyCode | null;
  /** Such as `2027-05`; not empty. */
  readonly months: string[];
}

const COUNTS = [
  ...(['GIVEN', 'RECEIVED', 'DECLINED'] as const),
  ...(['REQUESTS_MADE', 'REQUESTS_FILLED', 'MINUTES', 'UNRECORDED'] as const),
] satisfies FigureName[];
type Count = (typeof COUNTS)[number];

const RESPONSES = {
  ORDER_RESPONSE: 'order',
  OFFER_RESPONSE: 'offer',
} as const satisfies Partial<Record<FigureName, Asked>>;
type Response = keyof typeof RESPONSES;

/** The figures of one scope. */
export class Figures {
  constructor(
    private readonly shown: ShownMonths,
    private readonly scope: Scope,
  ) {}

  get given(): number | null {
    return this.#count('GIVEN');
  }

  get received(): number | null {
    return this.#count('RECEIVED');
  }

  get declined(): number | null {
    return this.#count('DECLINED');
  }

  /** Of the network the requests; of a cooperative those that it was offered. */
  get requestsMade(): number | null {
    return this.#count('REQUESTS_MADE');
  }

  get requestsFilled(): number | null {
    return this.#count('REQUESTS_FILLED');
  }

  get orderResponse(): ResponseTimes | null {
    return this.shown.responseTimes(this.scope, 'order').is;
  }

  get offerResponse(): ResponseTimes | null {
    return this.shown.responseTimes(this.scope, 'offer').is;
  }

  get minutes(): number | null {
    return this.#count('MINUTES');
  }

  get unrecorded(): number | null {
    return this.#count('UNRECORDED');
  }

  get turnover(): { currency: CurrencyCode; net: string | null }[] {
    return CURRENCY_CODES.map((currency) => ({ currency, net: textOf(this.#turnover(currency)) }));
  }

  get withheld(): WithheldFigure[] {
    const counts = COUNTS.map((figure) => withheldOf(figure, null, this.#told(figure)));
    const times = Object.entries(RESPONSES).map(([figure, asked]) =>
      withheldOf(figure as Response, null, this.shown.responseTimes(this.scope, asked)),
    );
    const turnovers = CURRENCY_CODES.map((currency) =>
      withheldOf('TURNOVER', currency, this.#turnover(currency)),
    );
    return [...counts, ...times, ...turnovers].filter(({ months }) => months.length > 0);
  }

  #count(figure: Count): number | null {
    const { is } = this.#told(figure);
    return is === null ? null : Number(is);
  }

  #told(figure: Count): Told<bigint> {
    const [measure, ...others] = this.#measuresOf(figure);
    return this.shown.amount(this.scope, measure, others);
  }

  #turnover(currency: CurrencyCode): Told<bigint> {
    return this.shown.amount(this.scope, `turnover ${currency}`);
  }

  /** What is counted for a figure, and what else must be shown for it to be. */
  #measuresOf(figure: Count): readonly [Measure, ...Measure[]] {
    const isNetwork = this.scope.cooperative === null;
    switch (figure) {
      case 'GIVEN':
        return ['given'];
      case 'RECEIVED':
        return ['received'];
      case 'DECLINED':
        return ['declined', 'agreed', 'received'];
      case 'REQUESTS_MADE':
        return [isNetwork ? 'made' : 'offered'];
      case 'REQUESTS_FILLED':
        return isNetwork
          ? ['filled', 'unfilled', 'made', 'taken']
          : ['taken', 'untaken', 'offered'];
      case 'MINUTES':
        return ['minutes'];
      case 'UNRECORDED':
        return ['unrecorded'];
    }
  }
}

/** What the network brought, and what it costs, in one currency. */
export interface Benefit {
  readonly currency: CurrencyCode;
  readonly gained: string | null;
  readonly fee: string | null;
  readonly withheld: WithheldFigure[];
}

/** One entry a currency. @param cooperative - Null for all together. */
export function benefitsOf(shown: ShownMonths, cooperative: string | null): Benefit[] {
  const scope = { cooperative, channel: null };
  return CURRENCY_CODES.map((currency) => {
    const rest: readonly Measure[] = [`own ${currency}`, `turnover ${currency}`];
    const gained = shown.amount(scope, `gained ${currency}`, rest);
    const fee = shown.fee(cooperative, currency);
    const withheld = [withheldOf('GAINED', currency, gained), withheldOf('FEE', currency, fee)];
    return {
      ...{ currency, gained: textOf(gained), fee: textOf(fee) },
      withheld: withheld.filter(({ months }) => months.length > 0),
    };
  });
}

function withheldOf(
  figure: FigureName,
  currency: CurrencyCode | null,
  { withheld }: Told<unknown>,
): WithheldFigure {
  return { figure, currency, months: [...withheld] };
}

function textOf({ is }: Told<bigint>): string | null {
  return is === null ? null : formatMinorUnits(is);
}
