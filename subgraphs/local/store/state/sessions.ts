import { Binary } from 'bson';
import { encodeDocument, type RawDocument } from '../bson/encode.js';
import { isDoc, type Doc, type Value } from '../bson/value.js';
import { CommandError, TRANSIENT_LABEL, wrongType } from '../bson/errors.js';
import type { Storage } from './storage.js';
import type { WriteUnit } from './write-unit.js';

/** As MongoDB's transactionLifetimeLimitSeconds and localLogicalSessionTimeoutMinutes. */
const TRANSACTION_LIMIT_MS = 60_000;
const SESSION_LIMIT_MS = 30 * 60_000;

export interface Transaction {
  readonly number: bigint;
  readonly unit: WriteUnit;
  readonly startedMs: number;
  state: 'active' | 'committing' | 'committed' | 'aborted';
  /** Where an injected conflict (`--conflicts`) hits it. */
  readonly doom: 'write' | 'commit' | null;
  /** Settles when the commit is durable. */
  durable: Promise<void>;
}

/** What is known of one logical session. */
interface Session {
  /** The newest transaction or retryable write; 0 before any. */
  number: bigint;
  /** What a retryable write answered, to be repeated word for word. */
  reply: RawDocument | null;
  /** The command that answered so; null where that was not noted. */
  command: string | null;
  transaction: Transaction | null;
  lastUsedMs: number;
}

/** A write that may be sent again under the same number. */
export interface RetryableWrite {
  readonly key: string;
  readonly number: bigint;
  /** The name of the command. */
  readonly command: string;
}

/** Remembers sessions, so that a write or commit repeated after a lost answer happens once. */
export class Sessions {
  readonly #byKey = new Map<string, Session>();

  constructor(private readonly nowMs: () => number) {}

  get size(): number {
    return this.#byKey.size;
  }

  /** How many transactions are neither committed nor aborted. */
  get openTransactions(): number {
    const all = [...this.#byKey.values()];
    return all.filter(({ transaction }) => transaction?.state === 'active').length;
  }

  load(storage: Storage): void {
    for (const { key, record } of storage.sessions()) {
      const stored = record.get('number');
      const number = typeof stored === 'bigint' ? stored : 0n;
      const reply = record.get('reply');
      const command = record.get('command');
      const committed: Transaction = {
        number,
        unit: undefined as never,
        startedMs: 0,
        state: 'committed',
        doom: null,
        durable: Promise.resolve(),
      };
      this.#byKey.set(key, {
        number,
        reply: isDoc(reply) ? encodeDocument(reply) : null,
        command: typeof command === 'string' ? command : null,
        transaction: record.get('isTransaction') === true ? committed : null,
        lastUsedMs: this.nowMs(),
      });
    }
  }

  /**
   * The recorded answer of this very write; null when it is new, which ends a transaction before it.
   * @throws CommandError 72 for the number of a transaction, 225 for one that is past, 238 or 40608 for that of another command
   */
  recordedReply({ key, number, command }: RetryableWrite): RawDocument | null {
    const session = this.#byKey.get(key);
    if (session === undefined) return null;
    session.lastUsedMs = this.nowMs();
    this.#checkNumber(session, number);
    if (session.number !== number) {
      if (session.transaction?.state === 'active') session.transaction.state = 'aborted';
      return null;
    }
    if (session.transaction !== null) {
      throw new CommandError(
        72,
        'Must specify autocommit=false on all operations of a multi-statement transaction.',
      );
    }
    if (session.command !== null && session.command !== command) {
      throw otherCommand(command, session.command);
    }
    return session.reply;
  }

  /** Notes what a retryable write answered and returns what to store with it. */
  recordReply(
    { key, number, command }: RetryableWrite,
    reply: RawDocument,
  ): Record<string, unknown> {
    this.#byKey.set(key, { number, reply, command, transaction: null, lastUsedMs: this.nowMs() });
    return { number, reply, command };
  }

  /** @throws CommandError 117 for a number in use, 225 for one that is past */
  begin(key: string, transaction: Transaction): void {
    const session = this.#byKey.get(key);
    if (session !== undefined) {
      this.#checkNumber(session, transaction.number);
      if (session.number === transaction.number) {
        throw new CommandError(
          117,
          `Only servers in a sharded cluster can start a new transaction at the active transaction number`,
        );
      }
      if (session.transaction?.state === 'active') session.transaction.state = 'aborted';
    }
    this.#byKey.set(key, {
      number: transaction.number,
      reply: null,
      command: null,
      transaction,
      lastUsedMs: this.nowMs(),
    });
  }

  /** @throws CommandError 251 when there is none under this number, or it was aborted. */
  transaction(key: string, number: bigint): Transaction {
    const session = this.#byKey.get(key);
    const transaction = session?.transaction;
    if (session !== undefined) {
      session.lastUsedMs = this.nowMs();
      this.#checkNumber(session, number);
    }
    if (transaction?.number !== number) {
      throw noSuchTransaction(
        `Given transaction number ${String(number)} does not match any in-progress transactions.`,
      );
    }
    if (transaction.state === 'aborted') {
      throw noSuchTransaction(
        `Transaction with { txnNumber: ${String(number)} } has been aborted.`,
      );
    }
    return transaction;
  }

  /** Ends sessions; returns the keys of which something was stored. */
  end(keys: readonly string[]): string[] {
    return keys.filter((key) => {
      const session = this.#byKey.get(key);
      if (session?.transaction?.state === 'active') session.transaction.state = 'aborted';
      return this.#byKey.delete(key);
    });
  }

  /** Aborts transactions that take too long; returns the keys of sessions long unused. */
  expired(): string[] {
    const now = this.nowMs();
    const keys: string[] = [];
    for (const [key, { transaction, lastUsedMs }] of this.#byKey) {
      if (transaction?.state === 'active' && now - transaction.startedMs > TRANSACTION_LIMIT_MS) {
        transaction.state = 'aborted';
      }
      if (now - lastUsedMs > SESSION_LIMIT_MS) keys.push(key);
    }
    return keys;
  }

  #checkNumber(session: Session, number: bigint): void {
    if (number < session.number) {
      throw new CommandError(
        225,
        `Cannot use transaction number ${String(number)}: the session has already seen ${String(session.number)}`,
      );
    }
  }
}

/** MongoDB makes up some answers from what the other command wrote, which is not done here. */
function otherCommand(command: string, earlier: string): CommandError {
  return new CommandError(
    command === 'findandmodify' ? 40608 : 238,
    `${command} retry request is not compatible with previous write in the transaction of type: ${earlier}`,
  );
}

function noSuchTransaction(message: string): CommandError {
  return new CommandError(251, message, { labels: [TRANSIENT_LABEL] });
}

/** The map key of an `lsid`. @throws CommandError 14, 40415 */
export function sessionKey(lsid: Value): string {
  if (!isDoc(lsid)) throw wrongType('lsid', lsid, 'object');
  for (const name of lsid.keys()) {
    if (name !== 'id') {
      throw new CommandError(40415, `BSON field 'lsid.${name}' is an unknown field.`);
    }
  }
  const id = lsid.get('id') ?? null;
  if (id instanceof Binary && id.sub_type === Binary.SUBTYPE_UUID) return id.toString('hex');
  throw wrongType('lsid.id', id, 'UUID');
}

export function sessionRecord(fields: Record<string, unknown>): Doc {
  return new Map(Object.entries(fields)) as Doc;
}
