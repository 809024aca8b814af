import { encodeDocument } from '../bson/encode.js';
import { decodeDocument } from '../bson/decode.js';
import { CommandError, writeConflict } from '../bson/errors.js';
import { sessionRecord } from '../state/sessions.js';
import { WriteUnit } from '../state/write-unit.js';
import type { Call, Reply } from './call.js';

/**
 * Runs a write command. Inside a transaction its changes stay with the transaction. Outside, they
 * become visible together, the answer of a retryable write is stored in the same commit, and the
 * promise resolves only when all is durable.
 */
export async function write(
  call: Call,
  change: (unit: WriteUnit) => Promise<Reply>,
): Promise<Reply> {
  const { transaction, retry } = call;
  const { store, sessions } = call.services;
  if (transaction !== null) {
    if (transaction.doom === 'write') throw writeConflict();
    const changed = await change(transaction.unit);
    call.pacer.check();
    return changed;
  }
  const release = await store.lock.acquire(call.pacer.remainingMs);
  let durable: Promise<void>;
  let reply: Reply;
  try {
    const recorded = retry === null ? null : sessions.recordedReply(retry);
    if (recorded !== null) {
      await store.settled;
      return Object.fromEntries(decodeDocument(recorded));
    }
    const unit = new WriteUnit(store.state);
    reply = await change(unit);
    call.pacer.check();
    if (retry === null) durable = store.commit(unit);
    else {
      const bytes = encodeDocument(reply);
      durable = store.commit(
        unit,
        () => new Map([[retry.key, sessionRecord(sessions.recordReply(retry, bytes))]]),
      );
    }
  } finally {
    release();
  }
  await durable;
  return reply;
}

/** Makes the changes of the call's transaction visible and durable. @throws CommandError 112, 251 */
export async function commitTransaction(call: Call): Promise<Reply> {
  const { transaction } = call;
  if (transaction === null)
    throw new CommandError(125, 'commitTransaction must be run within a transaction');
  if (transaction.state === 'active') {
    transaction.state = 'committing';
    transaction.durable = commitNow(call);
    transaction.durable.catch(() => {
      transaction.state = 'aborted';
    });
  }
  await transaction.durable;
  transaction.state = 'committed';
  return {};
}

async function commitNow(call: Call): Promise<void> {
  const { transaction, owner, services } = call;
  const { store } = services;
  const key = owner.session;
  if (transaction === null || key === null || transaction.doom !== null) throw writeConflict();
  const release = await store.lock.acquire(call.pacer.remainingMs);
  let durable: Promise<void>;
  try {
    const target = new WriteUnit(store.state);
    transaction.unit.replayInto(target);
    const record = sessionRecord({ number: transaction.number, isTransaction: true });
    durable = store.commit(target, () => new Map([[key, record]]));
  } finally {
    release();
  }
  await durable;
}

/** Only writes of one document may be repeated. @throws CommandError 72 */
export function checkNotRetried({ retry }: Call, option: string): void {
  if (retry === null) return;
  throw new CommandError(72, `Cannot use (or request) retryable writes with ${option}`);
}
