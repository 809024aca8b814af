import type { CurrencyCode, OrderChannel } from '../../schema.generated.js';
import { People, type Known, type Person } from './people.js';

/**
 * What is counted: orders, requests and offers one by one, `minutes`, and minor units of money. What is said of a cooperative together
 * is said of its parts too: an order received was agreed or declined, turnover is gained by the network or of one's own customers, a
 * request or an offer was taken or was not.
 */
export type Measure =
  | 'given'
  | 'received'
  | 'agreed'
  | 'declined'
  | 'made'
  | 'filled'
  | 'unfilled'
  | 'offered'
  | 'taken'
  | 'untaken'
  | 'minutes'
  | 'unrecorded'
  | `turnover ${CurrencyCode}`
  | `gained ${CurrencyCode}`
  | `own ${CurrencyCode}`;

/** To what one had to answer. */
export type Asked = 'order' | 'offer';

/** What was counted of one cooperative and one channel. */
export interface Cell {
  readonly people: Set<Person>;
  amount: bigint;
}

/** What was answered at one cooperative of what came by one channel. */
export interface Answers {
  readonly people: Set<Person>;
  /** Whole minutes from question to answer. */
  readonly minutes: number[];
}

/** Of each cooperative by channel; only where there is something. */
export type Table<Of> = ReadonlyMap<string, ReadonlyMap<OrderChannel, Of>>;

/** Where something is counted. */
export interface Place {
  readonly cooperative: string;
  readonly channel: OrderChannel;
}

/** In place of a cooperative, where something is of the network as a whole. */
export const NETWORK = '';

type Growing<Of> = Map<string, Map<OrderChannel, Of>>;

/** What was counted in one month, with the people behind it. */
export class Tally {
  readonly people = new People();
  readonly #cells = new Map<Measure, Growing<Cell>>();
  readonly #answers = new Map<Asked, Growing<Answers>>();
  #latest: { readonly known: Known; readonly person: Person } | null = null;

  add(measure: Measure, place: Place, of: Known, amount = 1n): void {
    const cell = cellOf(this.#cells, measure, place, (): Cell => ({
      people: new Set(),
      amount: 0n,
    }));
    cell.people.add(this.#meet(of));
    cell.amount += amount;
  }

  addAnswer(asked: Asked, place: Place, of: Known, minutes: number): void {
    const cell = cellOf(this.#answers, asked, place, (): Answers => ({
      people: new Set(),
      minutes: [],
    }));
    cell.people.add(this.#meet(of));
    cell.minutes.push(minutes);
  }

  /** Several things are counted of one row after each other. */
  #meet(known: Known): Person {
    if (this.#latest?.known !== known) this.#latest = { known, person: this.people.meet(known) };
    return this.#latest.person;
  }

  table(measure: Measure): Table<Cell> {
    return this.#cells.get(measure) ?? new Map();
  }

  answers(asked: Asked): Table<Answers> {
    return this.#answers.get(asked) ?? new Map();
  }

  /** Of which cooperatives anything was counted. */
  get cooperatives(): readonly string[] {
    const tables = [...this.#cells.values(), ...this.#answers.values()];
    return [...new Set(tables.flatMap((table) => [...table.keys()]))].filter(
      (name) => name !== NETWORK,
    );
  }
}

function cellOf<Kind, Of>(
  tables: Map<Kind, Growing<Of>>,
  kind: Kind,
  { cooperative, channel }: Place,
  make: () => Of,
): Of {
  const table = valueOf(tables, kind, () => new Map<string, Map<OrderChannel, Of>>());
  return valueOf(
    valueOf(table, cooperative, () => new Map<OrderChannel, Of>()),
    channel,
    make,
  );
}

function valueOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
