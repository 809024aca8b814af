import { isDoc, type Doc } from '../bson/value.js';
import { codeNameOf, CommandError, TRANSIENT_LABEL } from '../bson/errors.js';
import { isMalformed, type Request } from '../wire/wire.js';
import { Pacer } from '../state/pacer.js';
import type { Transaction } from '../state/sessions.js';
import { WriteUnit } from '../state/write-unit.js';
import { Call, type Command, type Reply, type Services } from '../call/call.js';
import { readsDurable, unmetWriteConcern } from '../call/concerns.js';
import { checkCommandFields } from '../call/fields.js';
import {
  checkApiVersion,
  checkReadPreference,
  parseSessionUse,
  type SessionUse,
} from '../call/session-use.js';
import { parseTimeLimit } from '../call/time-limit.js';
import { commands } from './registry.js';

/** What is known of the connection a command came from. */
export interface Client {
  appName: string | null;
}

export type Answer =
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** A fail point wants the connection gone. */
  | { readonly kind: 'close' };

/** Answers one command; only malformed bytes make it throw. */
export async function answer(
  services: Services,
  client: Client,
  request: Request,
): Promise<Answer> {
  const [name = ''] = request.body.keys();
  try {
    if (request.refusal !== null) throw request.refusal;
    noteClient(client, request.body);
    const failure =
      services.failPoints?.take(name, client.appName, isRetryable(request.body)) ?? null;
    const pacer = new Pacer(parseTimeLimit(request.body));
    if (failure !== null && failure.blockMs > 0) await pacer.sleep(failure.blockMs);
    if (failure?.closesConnection === true) return { kind: 'close' };
    if (failure?.error != null) throw failure.error;
    const reply = await run(services, name, request, pacer);
    const concern = failure?.writeConcernError ?? null;
    return {
      kind: 'reply',
      reply: { ...reply, ...(concern !== null && { writeConcernError: concern }), ok: 1 },
    };
  } catch (error) {
    if (isMalformed(error)) throw error;
    return { kind: 'reply', reply: errorReply(services, name, error) };
  }
}

async function run(
  services: Services,
  name: string,
  { body, sequences }: Request,
  pacer: Pacer,
): Promise<Reply> {
  const command = commands.get(name);
  if (command === undefined) throw new CommandError(59, `no such command: '${name}'`);
  if (command.isForAdmin === true && body.get('$db') !== 'admin') {
    throw new CommandError(13, `${name} may only be run against the admin database.`);
  }
  if (command.fields !== 'any') {
    checkCommandFields(body, sequences.keys(), name, command.fields);
  }
  checkApiVersion(body);
  checkReadPreference(body);
  const use = parseSessionUse(body, name, command.isRetryable === true);
  const unmet = unmetWriteConcern(body, command.concern, use);
  const waits = readsDurable(body, command.concern, use);
  const transaction =
    use.kind === 'transaction' ? transactionOf(services, command, name, use) : null;
  const { state, settled } = services.store;
  if (waits) await settled;
  const call = new Call(services, {
    name,
    body,
    sequences,
    state,
    pacer,
    session: use.key,
    transaction,
    // `findAndModify` has two spellings.
    retry: use.kind === 'retryable' ? { ...use, command: name.toLowerCase() } : null,
  });
  const reply = await (transaction === null
    ? command.run(call)
    : runInTransaction(command, call, transaction));
  return unmet === null ? reply : { ...reply, writeConcernError: unmet };
}

/** Any refusal ends the transaction. */
async function runInTransaction(
  command: Command,
  call: Call,
  transaction: Transaction,
): Promise<Reply> {
  try {
    const reply = await command.run(call);
    if ('writeErrors' in reply) transaction.state = 'aborted';
    return reply;
  } catch (error) {
    if (transaction.state === 'active') transaction.state = 'aborted';
    throw error;
  }
}

function transactionOf(
  services: Services,
  command: Command,
  name: string,
  { key, number, starts }: Extract<SessionUse, { kind: 'transaction' }>,
): Transaction {
  const { sessions, store, random, conflicts, nowMs } = services;
  if (starts) {
    const isDoomed = random() < conflicts;
    const { state } = store;
    sessions.begin(key, {
      number,
      unit: new WriteUnit(state, () => store.state),
      startedMs: nowMs(),
      state: 'active',
      doom: isDoomed ? (random() < 0.5 ? 'write' : 'commit') : null,
      durable: Promise.resolve(),
    });
  }
  const transaction = sessions.transaction(key, number);
  if (command.isAllowedInTransaction !== true) {
    throw new CommandError(263, `Cannot run '${name}' in a multi-document transaction.`);
  }
  if (transaction.state === 'committed' && name !== 'commitTransaction') {
    throw new CommandError(
      256,
      `Transaction with { txnNumber: ${String(number)} } has been committed.`,
    );
  }
  return transaction;
}

function isRetryable(body: Doc): boolean {
  return (
    body.has('txnNumber') &&
    (body.get('autocommit') !== false ||
      body.has('commitTransaction') ||
      body.has('abortTransaction'))
  );
}

/** The handshake tells who is calling. */
function noteClient(client: Client, body: Doc): void {
  const metadata = body.get('client');
  const application = isDoc(metadata) ? metadata.get('application') : undefined;
  const name = isDoc(application) ? application.get('name') : undefined;
  if (typeof name === 'string') client.appName = name;
}

function errorReply(services: Services, name: string, error: unknown): Reply {
  if (!(error instanceof CommandError)) {
    services.log.error({ err: error, command: name }, 'Command failed unexpectedly.');
    return {
      ok: 0,
      errmsg: 'The embedded store failed to run the command; see its log.',
      code: 1,
      codeName: codeNameOf(1),
    };
  }
  const { code, message, details } = error;
  const labels = details.labels ?? [];
  services.log.debug(
    { command: name, code, transient: labels.includes(TRANSIENT_LABEL) },
    'Command refused.',
  );
  return {
    ok: 0,
    errmsg: message,
    code,
    codeName: codeNameOf(code),
    ...details.fields,
    ...(labels.length > 0 && { errorLabels: labels }),
  };
}
