import type { ClientSession, Connection } from 'mongoose';
import type { Clock } from '../../../shared/process/clock.js';
import type { TimeLimit } from '../../../shared/process/time-limit.js';
import { inTransaction } from '../../../shared/mongo/transaction.js';
import { answerWishes } from '../rules/alternatives.js';
import type { Answer, BookingCommand, Decision } from '../decide/booking-command.js';
import type { BookingDataSource, NewAnswer, Notes } from '../rows/booking-data-source.js';
import { CommandQueue } from './command-queue.js';
import { isDuplicateKey } from '../../../shared/mongo/duplicate-key.js';
import { isOfOneCommand } from '../rows/failures.js';
import { MissingGuards, type Guards } from '../rows/guards.js';
import { Ledger } from '../rules/ledger.js';
import type { Refusal } from '../rules/refusal.js';
import type { Rulebook } from '../rules/rulebook.js';
import type { RulebookCache } from './rulebook-cache.js';
import { scopeOfRows, unite, type Scope, type Rows } from '../rules/scope.js';
import { ScopeReader, type ReadRequest } from './scope-reader.js';

export interface BookingDeskOptions {
  readonly connection: Connection;
  readonly source: BookingDataSource;
  readonly guards: Guards;
  readonly rulebooks: RulebookCache;
  readonly clock: Clock;
  /** Told of every change of what is booked. Returns at once and never throws. */
  readonly onCapacityChanged: () => void;
  /** Told of every batch of commands whether it was given up, and how many milliseconds it took. */
  readonly onBatch?: (isDecided: boolean, tookMs: number) => void;
}

type AnyCommand = BookingCommand<Decision>;
type AnyAnswer = Answer<Decision>;

const BUSY: Refusal = {
  code: 'TOO_BUSY',
  message: 'So much is to be done that this would be answered too late; it was not begun.',
  field: null,
};

/** How often a batch begins again because somebody else has just remembered the same key or order. */
const MOST_ATTEMPTS = 10;

/**
 * Carries out commands on bookings. Each runs in a transaction that writes the guards of all it may touch, reads what is
 * booked there, decides and writes, so that any two that could take the same place run one after the other, in whatever
 * processes they are. Commands of this process that wait at the same time share a transaction, each judged after those
 * before it.
 */
export class BookingDesk {
  readonly #line = new CommandQueue<AnyCommand, AnyAnswer>({
    carryOut: (commands, limit) => this.#carryOut(commands, limit),
    namesOf,
    isOfOne: isOfOneCommand,
    onServed: (...outcome) => this.options.onBatch?.(...outcome),
  });

  readonly #reader: ScopeReader;

  constructor(private readonly options: BookingDeskOptions) {
    this.#reader = new ScopeReader(options.source, options.guards);
  }

  /**
   * Does it, once: the same key and input get the same answer, whatever has happened since. Where it would be answered too late it is
   * not begun, and refused as TOO_BUSY at once.
   */
  execute<Made extends Decision>(command: BookingCommand<Made>): Promise<Answer<Made>> {
    if (!this.#line.hasRoom(command.canComeLater ?? false)) {
      return Promise.resolve({ ...command.refuse(BUSY), userErrors: [BUSY] });
    }
    return this.#line.run(command) as Promise<Answer<Made>>;
  }

  /** Decides as `execute` would now, and leaves it at that. */
  async rehearse<Made extends Decision>(command: BookingCommand<Made>): Promise<Answer<Made>> {
    const { source, rulebooks, clock } = this.options;
    const rulebook = await rulebooks.load(null);
    const now = clock.now();
    const notes = await source.findNotes([], ordersOf([command]), null);
    const rows = await this.#reader.look(null, requestOf(rulebook, now, [command]));
    const ledger = new Ledger(rulebook, now, { ...rows, orders: notes.orders });
    ledger.callWaiting();
    const decision = command.decide(ledger);
    const [userErrors = []] = await answerWishes(ledger, [decision.userErrors], (scope) =>
      this.#reader.look(null, { rulebook, now, orders: [], ids: [], scopeOf: () => scope }),
    );
    return { ...decision, userErrors };
  }

  /** What is booked in a scope, with all confirmed who wait and have room; for looking on. Two queries in most cases. */
  async view(rulebook: Rulebook, scope: Scope): Promise<Ledger> {
    const now = this.options.clock.now();
    const request = { rulebook, now, orders: [], ids: [], scopeOf: () => scope };
    const rows = await this.#reader.look(null, request);
    const ledger = new Ledger(rulebook, now, { ...rows, orders: new Map() });
    ledger.callWaiting();
    return ledger;
  }

  /** All of an order as it stands, and who waits with it. Two queries, four where it waits. */
  async viewOrder(orderId: string): Promise<Ledger> {
    const { rulebooks, clock } = this.options;
    const [rulebook, now] = [await rulebooks.load(null), clock.now()];
    const scopeOf = ({ waiting }: Rows) => scopeOfRows(rulebook, { bookings: [], waiting });
    const rows = await this.#reader.look(null, {
      rulebook,
      now,
      orders: [orderId],
      ids: [],
      scopeOf,
    });
    return new Ledger(rulebook, now, { ...rows, orders: new Map() });
  }

  /** Whether somebody could move up where these are booked or wait. */
  async isUnsettled(rows: Rows): Promise<boolean> {
    const rulebook = await this.options.rulebooks.load(null);
    const ledger = await this.view(rulebook, scopeOfRows(rulebook, rows));
    return ledger.changes.added.length > 0;
  }

  /** Together: all or none has its effect. */
  async #carryOut(
    commands: readonly AnyCommand[],
    limit: TimeLimit,
  ): Promise<readonly AnyAnswer[]> {
    const { connection, guards, onCapacityChanged } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { answers, hasChanged } = await inTransaction(
          connection,
          (session) => this.#transact(commands, session),
          limit,
        );
        if (hasChanged) onCapacityChanged();
        return answers;
      } catch (error) {
        if (attempt === MOST_ATTEMPTS) throw error;
        if (error instanceof MissingGuards) await guards.create(error.ids);
        else if (!isDuplicateKey(error)) throw error;
      }
    }
  }

  async #transact(
    commands: readonly AnyCommand[],
    session: ClientSession,
  ): Promise<{ readonly answers: readonly AnyAnswer[]; readonly hasChanged: boolean }> {
    const { source, rulebooks, clock } = this.options;
    const now = clock.now();
    const rulebook = await rulebooks.load(session);
    const keys = commands.flatMap(({ record }) => record?.key ?? []);
    const notes = await source.findNotes(keys, ordersOf(commands), session);
    const known = commands.map((command) => recall(notes, command));
    const fresh = commands.filter((_command, index) => known[index] === null);
    const rows = await this.#reader.take(session, requestOf(rulebook, now, fresh));
    const ledger = new Ledger(rulebook, now, { ...rows, orders: notes.orders });
    const decisions = commands.map((command, index) => known[index] ?? decide(ledger, command));
    const found = await answerWishes(
      ledger,
      decisions.map(({ userErrors }) => userErrors),
      (scope) =>
        this.#reader.look(session, { rulebook, now, orders: [], ids: [], scopeOf: () => scope }),
    );
    const answers = decisions.map((decision, index) => ({
      ...decision,
      userErrors: found[index] ?? [],
    }));
    const remembered = commands.flatMap(({ record }, index): NewAnswer[] =>
      record && known[index] === null ? [{ ...record, answer: answers[index] }] : [],
    );
    const { changes } = ledger;
    await source.write(changes, remembered, now, session);
    return { answers, hasChanged: changes.added.length + changes.changed.length > 0 };
  }
}

/** What was answered to the same key before; null when it is new. */
function recall(notes: Notes, command: AnyCommand): Decision | null {
  const { record } = command;
  const before = record && notes.answers.get(record.key);
  if (!before) return null;
  if (before.hash === record.hash) return before.answer as Decision;
  const message = 'Wanted a new idempotency key, got one that was used with another input.';
  return command.refuse({ code: 'IDEMPOTENCY_CONFLICT', message, field: ['idempotencyKey'] });
}

/** Those who wait are served before the command, and again when it has freed something. */
function decide(ledger: Ledger, command: AnyCommand): Decision {
  ledger.callWaiting();
  const decision = command.decide(ledger);
  ledger.callWaiting();
  return decision;
}

/** Two commands of one key or of one order are not judged in one step. */
function namesOf({ record, orderId }: AnyCommand): string[] {
  return [
    ...(record ? [`key ${record.key}`] : []),
    ...(orderId === null ? [] : [`order ${orderId}`]),
  ];
}

function ordersOf(commands: readonly AnyCommand[]): string[] {
  return [...new Set(commands.flatMap(({ orderId }) => orderId ?? []))];
}

function requestOf(rulebook: Rulebook, now: Date, commands: readonly AnyCommand[]): ReadRequest {
  return {
    rulebook,
    now,
    orders: ordersOf(commands),
    ids: commands.flatMap(({ bookingId }) => bookingId ?? []),
    scopeOf: (rows) =>
      unite(commands.map((command) => command.scopeOf(rulebook, ownRows(command, rows)))),
  };
}

/** What belongs to a command's order or is its booking. */
function ownRows({ orderId, bookingId }: AnyCommand, { bookings, waiting }: Rows): Rows {
  return {
    bookings: bookings.filter(
      ({ _id, order }) => _id === bookingId || (order !== null && order.id === orderId),
    ),
    waiting: waiting.filter(({ order }) => order.id === orderId),
  };
}
