import { createHmac } from 'node:crypto';

/** By what somebody can be reached. */
export interface Reached {
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
}

const CALLING_CODES: Readonly<Record<string, string>> = { FI: '358', SE: '46' };

/** An e-mail address as it is compared. */
function plainEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

/**
 * A telephone number as it is compared: `+358401234567`, however it is written.
 * @param country - Where a number without one is dialled, such as `FI`; null where it must have one.
 * @returns Null where it has no digits, or no country.
 */
export function plainPhone(phone: string, country: string | null): string | null {
  const [, prefix = '', rest = ''] =
    /^(\+|00)?(\d+)$/.exec(phone.replace(/\(0\)/g, '').replace(/[^\d+]/g, '')) ?? [];
  if (rest === '') return null;
  if (prefix !== '') return `+${withoutTrunk(rest)}`;
  const code = country === null ? undefined : CALLING_CODES[country];
  return code === undefined ? null : `+${code}${rest.replace(/^0/, '')}`;
}

/** A number with its country, without the zero that is dialled within the country alone: `+358 (0)40`. */
function withoutTrunk(digits: string): string {
  const code = Object.values(CALLING_CODES).find((each) => digits.startsWith(`${each}0`));
  return code === undefined ? digits : code + digits.slice(code.length + 1);
}

/**
 * What is kept and sent of somebody's e-mail address and telephone number: of each HMAC-SHA-256, in base64url, of `email:` or `phone:` and the
 * text as it is compared. At most two.
 * @param country - As for `plainPhone`.
 */
export function digestsOf(
  key: Buffer,
  { email, phone }: Reached,
  country: string | null,
): string[] {
  const number = phone == null ? null : plainPhone(phone, country);
  const texts = [
    ...(email == null ? [] : [`email:${plainEmail(email)}`]),
    ...(number === null ? [] : [`phone:${number}`]),
  ];
  return texts.map((text) => createHmac('sha256', key).update(text).digest('base64url'));
}

/** The country of a municipality such as `FI-609`. */
export function countryOf(municipality: string): string {
  return municipality.slice(0, 2);
}

/** Somebody, told without being named. */
export interface Trace {
  /** As `digestsOf` has them. */
  readonly digests: readonly string[];
  /** Ids of orders and requests of the network that are this person's. */
  readonly orders: readonly string[];
  /** What was made later is left alone; null where all is meant. */
  readonly at: Date | null;
}

/** What tells whether something that is stored is about somebody. */
export interface Stored extends Reached {
  /** Where its telephone number is dialled. */
  readonly country: string;
  /** The network's id of the order or request; null where it belongs to none. */
  readonly order: string | null;
  /** Null where that is not known: then it was there before. */
  readonly madeAt: Date | null;
}

/** Finds what is stored of some people. */
export class Traces {
  /** The orders and requests where nothing but these is meant; null where digests are. */
  readonly onlyOrders: readonly string[] | null;
  /** Of each digest and order the instant until which it counts, in milliseconds. */
  readonly #untilByMark = new Map<string, number>();

  /** @param key - With which the digests were made. */
  constructor(
    private readonly key: Buffer,
    traces: readonly Trace[],
  ) {
    const hasDigests = traces.some(({ digests }) => digests.length > 0);
    this.onlyOrders = hasDigests ? null : traces.flatMap(({ orders }) => orders);
    for (const { digests, orders, at } of traces) {
      const until = at?.getTime() ?? Infinity;
      for (const mark of [...digests, ...orders.map(orderMark)]) {
        this.#untilByMark.set(mark, Math.max(until, this.#untilByMark.get(mark) ?? 0));
      }
    }
  }

  /** Whether it is of any of them. */
  has({ email, phone, country, order, madeAt }: Stored): boolean {
    const marks = order === null ? [] : [orderMark(order)];
    return [...marks, ...digestsOf(this.key, { email, phone }, country)].some(
      (mark) => (this.#untilByMark.get(mark) ?? -1) >= (madeAt?.getTime() ?? 0),
    );
  }
}

/** No digest has a colon. */
function orderMark(id: string): string {
  return `order:${id}`;
}
