import { CommandError, wrongType } from '../bson/errors.js';
import { isDoc, type Doc } from '../bson/value.js';
import { sessionKey } from '../state/sessions.js';

/** How a command stands to its session. */
export type SessionUse =
  | { readonly kind: 'plain'; readonly key: string | null }
  | { readonly kind: 'retryable'; readonly key: string; readonly number: bigint }
  | {
      readonly kind: 'transaction';
      readonly key: string;
      readonly number: bigint;
      readonly starts: boolean;
    };

/**
 * Reads `lsid`, `txnNumber`, `autocommit` and `startTransaction`, which make sense together only.
 * @param isRetryable - Whether the command may have a number outside of transactions.
 * @throws CommandError 14, 72, 50768
 */
export function parseSessionUse(body: Doc, name: string, isRetryable: boolean): SessionUse {
  const lsid = body.get('lsid');
  const key = lsid === undefined ? null : sessionKey(lsid);
  const number = body.get('txnNumber');
  const autocommit = body.get('autocommit');
  const start = body.get('startTransaction');
  if (start !== undefined && autocommit === undefined) {
    throw invalid("'startTransaction' field requires 'autocommit' field to also be specified");
  }
  if (number === undefined) {
    if (autocommit === undefined) return { kind: 'plain', key };
    throw invalid(
      "'autocommit' field requires a transaction number and a session ID to also be specified",
    );
  }
  if (typeof number !== 'bigint') throw wrongType('txnNumber', number, 'long');
  if (key === null) {
    throw invalid('Transaction number requires a session ID to also be specified');
  }
  if (number < 0n) throw invalid('Transaction number cannot be negative');
  if (autocommit === undefined) {
    if (isRetryable) return { kind: 'retryable', key, number };
    throw new CommandError(
      50768,
      `txnNumber may only be provided for multi-document transactions and retryable write commands. autocommit:false was not provided, and ${name} is not a retryable write command.`,
    );
  }
  if (autocommit !== false) throw invalid('Specifying autocommit=true is not allowed.');
  if (start !== undefined && start !== true) {
    throw invalid('Specifying startTransaction=false is not allowed.');
  }
  return { kind: 'transaction', key, number, starts: start === true };
}

/** Every answer is the same with API version 1 as without a version. @throws CommandError 72, 322, 323 */
export function checkApiVersion(body: Doc): void {
  const version = body.get('apiVersion');
  if (version === undefined) {
    if (!body.has('apiStrict') && !body.has('apiDeprecationErrors')) return;
    throw invalid('Provided apiStrict and/or apiDeprecationErrors without passing apiVersion');
  }
  if (version !== '1') throw new CommandError(322, 'API version must be "1"');
  if (body.get('apiStrict') === true) {
    throw new CommandError(323, 'apiStrict is not implemented in the embedded store');
  }
}

const readModes = new Set([
  'primary',
  'primaryPreferred',
  'secondary',
  'secondaryPreferred',
  'nearest',
]);

/** The one node there is answers whatever is preferred. @throws CommandError 9, 14 */
export function checkReadPreference(body: Doc): void {
  const preference = body.get('$readPreference');
  if (preference === undefined) return;
  if (!isDoc(preference)) throw wrongType('$readPreference', preference, 'object');
  const mode = preference.get('mode');
  if (typeof mode === 'string' && readModes.has(mode)) return;
  throw new CommandError(9, "Could not parse $readPreference: unknown 'mode'");
}

function invalid(message: string): CommandError {
  return new CommandError(72, message);
}
