import type { Clock } from '../../../subgraphs/shared/process/clock.js';

export type LedgerState =
  | 'REQUESTED'
  | 'HELD'
  | 'CONFIRMED'
  | 'STARTED'
  | 'COMPLETED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'DECLINED';

/** What one unit was agreed to cost. */
interface AgreedPrice {
  readonly net: string;
}

/** One leg of an order in an owner's books. */
export interface LedgerLeg {
  readonly orderId: string;
  readonly leg: number;
  readonly serviceId: string;
  start: Date;
  minutes: number;
  readonly quantity: number;
  agreedPrice?: AgreedPrice | undefined;
  state: LedgerState;
  expiresAt: Date | null;
  readonly bookingId: string;
  /** Told once it is completed. */
  deliveredMinutes?: number;
}

interface LedgerError {
  readonly code: string;
  readonly message: string;
  readonly field: string[] | null;
  readonly alternatives: Date[];
}

export interface LedgerPayload {
  readonly legs: LedgerLeg[];
  readonly userErrors: LedgerError[];
}

interface WantedLeg {
  readonly leg: number;
  readonly serviceId: string;
  readonly start: string;
  readonly minutes: number;
  readonly quantity: number;
  readonly agreedPrice?: AgreedPrice;
}

/** Any of the contract's inputs: each command reads its own fields. */
export interface LedgerInput {
  readonly idempotencyKey: string;
  readonly orderId: string;
  readonly holdMinutes: number;
  readonly isEachForItself: boolean;
  readonly dryRun: boolean;
  readonly legs: readonly (WantedLeg | number)[] | null;
  readonly leg: WantedLeg | number;
  readonly start: string;
  readonly agreedPrice?: AgreedPrice;
}

const TAKING: readonly LedgerState[] = ['HELD', 'CONFIRMED', 'STARTED', 'COMPLETED'];

/** A small owner's books, as the contract wants them: idempotent, with tombstones, and never over its capacity. */
export class FakeLedger {
  readonly rows: LedgerLeg[] = [];
  /** Places that each service has at a time; one where it is not named. */
  readonly capacityByService = new Map<string, number>();
  /** How often each command was carried out, repetitions left out. */
  readonly effects = new Map<string, number>();
  readonly #answers = new Map<string, LedgerPayload>();
  readonly #tombstones = new Set<string>();
  #lastBooking = 0;

  constructor(
    readonly id: string,
    private readonly clock: Clock,
  ) {}

  /** Carries out a command of the contract, once for each key. */
  run(command: string, input: LedgerInput): LedgerPayload {
    for (const row of this.rows) {
      const isOver = row.state === 'HELD' && row.expiresAt && row.expiresAt <= this.clock.now();
      if (isOver) row.state = 'EXPIRED';
    }
    if (command === 'readBookings') return this.#done(this.of(input.orderId));
    const known = this.#answers.get(input.idempotencyKey);
    if (known) return known;
    const payload = this.#carryOut(command, input);
    if (!input.dryRun) {
      this.#answers.set(input.idempotencyKey, payload);
      this.effects.set(command, (this.effects.get(command) ?? 0) + 1);
    }
    return payload;
  }

  of(orderId: string): LedgerLeg[] {
    return this.rows.filter((row) => row.orderId === orderId);
  }

  /** Legs that take a place, of all orders. */
  taking(): LedgerLeg[] {
    return this.rows.filter(({ state }) => TAKING.includes(state));
  }

  /** Gives waiting legs their places, first come first served. */
  moveUp(): void {
    for (const row of this.rows.filter(({ state }) => state === 'REQUESTED')) {
      if (this.#fits(row)) row.state = 'CONFIRMED';
    }
  }

  #carryOut(command: string, input: LedgerInput): LedgerPayload {
    switch (command) {
      case 'holdBookings':
        return this.#hold(input);
      case 'confirmBookings':
        return this.#change(input, 'HELD', 'CONFIRMED');
      case 'extendBookings':
        return this.#change(input, 'HELD', 'HELD');
      case 'releaseBookings':
        return this.#giveBack(input, ['HELD']);
      case 'cancelBookings':
        return this.#giveBack(input, ['HELD', 'CONFIRMED', 'REQUESTED']);
      case 'moveBookings':
        return this.#move(input);
      case 'changeBookings':
        return this.#changeLegs(input);
      case 'enrolBookings':
        return this.#enrol(input);
      default:
        throw new Error(`The contract has no ${command}.`);
    }
  }

  #hold({ orderId, holdMinutes, isEachForItself, dryRun, legs }: LedgerInput): LedgerPayload {
    const expiresAt = new Date(this.clock.now().getTime() + holdMinutes * 60_000);
    const held: LedgerLeg[] = [];
    const errors: LedgerError[] = [];
    for (const [position, wanted] of (legs ?? []).entries()) {
      const row = this.#row(orderId, wanted as WantedLeg, 'HELD', expiresAt);
      const isGone = this.#tombstones.has(orderId);
      if (!isGone && this.#fits(row, held)) held.push(row);
      else errors.push(isGone ? refusal('INVALID_STATE', position) : this.#taken(row, position));
    }
    const isRefused = errors.length > 0 && !isEachForItself;
    if (!dryRun && !isRefused) this.rows.push(...held);
    return { legs: isRefused ? [] : held, userErrors: errors };
  }

  #enrol({ orderId, leg }: LedgerInput): LedgerPayload {
    const row = this.#row(orderId, leg as WantedLeg, 'CONFIRMED', null);
    if (this.#tombstones.has(orderId)) {
      return { legs: [], userErrors: [refusal('INVALID_STATE', 0)] };
    }
    if (!this.#fits(row)) row.state = 'REQUESTED';
    this.rows.push(row);
    return this.#done([row]);
  }

  #change(input: LedgerInput, from: LedgerState, to: LedgerState): LedgerPayload {
    const meant = this.#meant(input).filter(({ state }) => input.legs !== null || state === from);
    const wrong = meant.findIndex(({ state }) => state !== from);
    if (wrong >= 0 || meant.length === 0) {
      const code = meant[wrong]?.state === 'EXPIRED' ? 'HOLD_EXPIRED' : 'INVALID_STATE';
      return { legs: [], userErrors: [refusal(code, Math.max(wrong, 0))] };
    }
    const end = new Date(this.clock.now().getTime() + input.holdMinutes * 60_000);
    for (const row of meant) {
      row.state = to;
      row.expiresAt = to === 'HELD' ? end : null;
    }
    return this.#done(meant);
  }

  #giveBack(input: LedgerInput, states: readonly LedgerState[]): LedgerPayload {
    const meant = this.#meant(input);
    if (meant.some(({ state }) => state === 'STARTED' || state === 'COMPLETED')) {
      return { legs: [], userErrors: [refusal('INVALID_STATE', 0)] };
    }
    if (input.legs === null) this.#tombstones.add(input.orderId);
    for (const row of meant) if (states.includes(row.state)) row.state = 'CANCELLED';
    return this.#done(meant);
  }

  #move(input: LedgerInput): LedgerPayload {
    const row = this.of(input.orderId).find(({ leg }) => leg === input.leg);
    if (!row) return { legs: [], userErrors: [refusal('NOT_FOUND', 0)] };
    const moved = { ...row, start: new Date(input.start) };
    const others = this.rows.filter((other) => other !== row);
    if (!this.#fits(moved, [], others)) {
      return { legs: [], userErrors: [{ ...this.#taken(moved, 0), field: ['start'] }] };
    }
    row.start = moved.start;
    row.agreedPrice = input.agreedPrice;
    return this.#done([row]);
  }

  #changeLegs({ orderId, isEachForItself, dryRun, legs }: LedgerInput): LedgerPayload {
    const wanted = (legs ?? []) as readonly WantedLeg[];
    const rows = wanted.map(({ leg }) => this.of(orderId).find((row) => row.leg === leg));
    let staying: readonly number[] = [];
    for (;;) {
      const going = wanted.flatMap((_change, index) => (staying.includes(index) ? [] : [index]));
      const others = this.rows.filter((row) => !going.some((index) => rows[index] === row));
      const placed: LedgerLeg[] = [];
      const refused = going.filter((index) => {
        const row = rows[index];
        const { start, minutes } = wanted[index] ?? { start: '', minutes: 0 };
        if (!row || !['HELD', 'CONFIRMED'].includes(row.state)) return true;
        const changed = { ...row, start: new Date(start), minutes };
        if (!this.#fits(changed, placed, others)) return true;
        placed.push(changed);
        return false;
      });
      staying = [...staying, ...refused];
      if (refused.length > 0 && isEachForItself) continue;
      const errors = staying
        .toSorted((a, b) => a - b)
        .map((index) => this.#complaint(rows[index], wanted[index], index));
      if (staying.length > 0 && !isEachForItself) return { legs: [], userErrors: errors };
      const changed = placed.map((row) => ({
        row: rows.find((one) => one?.leg === row.leg),
        to: row,
      }));
      if (!dryRun)
        for (const { row, to } of changed)
          Object.assign(row ?? {}, { start: to.start, minutes: to.minutes });
      return { legs: placed, userErrors: errors };
    }
  }

  #complaint(
    row: LedgerLeg | undefined,
    wanted: WantedLeg | undefined,
    index: number,
  ): LedgerError {
    if (!row || !wanted || !['HELD', 'CONFIRMED'].includes(row.state)) {
      return refusal('INVALID_STATE', index);
    }
    return this.#taken({ ...row, start: new Date(wanted.start), minutes: wanted.minutes }, index);
  }

  #meant({ orderId, legs }: LedgerInput): LedgerLeg[] {
    return this.of(orderId).filter(({ leg }) => legs?.includes(leg) ?? true);
  }

  #row(orderId: string, wanted: WantedLeg, state: LedgerState, expiresAt: Date | null): LedgerLeg {
    this.#lastBooking += 1;
    const bookingId = `${this.id}:b${this.#lastBooking}`;
    return { ...wanted, orderId, start: new Date(wanted.start), state, expiresAt, bookingId };
  }

  #fits(wanted: LedgerLeg, more: readonly LedgerLeg[] = [], rows = this.rows): boolean {
    const capacity = this.capacityByService.get(wanted.serviceId) ?? 1;
    const end = (row: LedgerLeg): number => row.start.getTime() + row.minutes * 60_000;
    const used = [...rows, ...more]
      .filter(({ state, serviceId }) => TAKING.includes(state) && serviceId === wanted.serviceId)
      .filter((row) => row.start.getTime() < end(wanted) && wanted.start.getTime() < end(row))
      .reduce((sum, { quantity }) => sum + quantity, 0);
    return used + wanted.quantity <= capacity;
  }

  #taken({ start, minutes }: LedgerLeg, position: number): LedgerError {
    const later = new Date(start.getTime() + minutes * 60_000);
    return { ...refusal('SLOT_TAKEN', position), alternatives: [later] };
  }

  #done(legs: readonly LedgerLeg[]): LedgerPayload {
    return { legs: legs.map((leg) => ({ ...leg })), userErrors: [] };
  }
}

function refusal(code: string, position: number): LedgerError {
  const field = ['legs', String(position), 'start'];
  return { code, message: `It is refused: ${code}.`, field, alternatives: [] };
}
