/** Codes and names as MongoDB's `error_codes.yml` has them; only those this store can answer with. */
const nameByCode: Readonly<Record<number, string>> = {
  1: 'InternalError',
  2: 'BadValue',
  4: 'NoSuchKey',
  9: 'FailedToParse',
  14: 'TypeMismatch',
  20: 'IllegalOperation',
  22: 'InvalidBSON',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  54: 'NotSingleValueField',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  91: 'ShutdownInProgress',
  112: 'WriteConflict',
  115: 'CommandNotSupported',
  171: 'CannotIndexParallelArrays',
  225: 'TransactionTooOld',
  237: 'CursorInUse',
  238: 'NotImplemented',
  246: 'SnapshotUnavailable',
  251: 'NoSuchTransaction',
  256: 'TransactionCommitted',
  263: 'OperationNotSupportedInTransaction',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
};

/** The name a reply carries beside a code, or `Location<code>` as MongoDB calls its unnamed ones. */
export function codeNameOf(code: number): string {
  return nameByCode[code] ?? `Location${code}`;
}

export interface CommandErrorDetails {
  /** Such as `TransientTransactionError`; sent as `errorLabels`. */
  readonly labels?: readonly string[];
  /** Further fields of the reply, such as `keyPattern`. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** A refusal that the client receives with this code; anything else thrown is answered as code 1. */
export class CommandError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly details: CommandErrorDetails = {},
  ) {
    super(message);
    this.name = 'CommandError';
  }
}

export const TRANSIENT_LABEL = 'TransientTransactionError';

/** What MongoDB answers when two transactions touch one document; the driver repeats the transaction. */
export function writeConflict(): CommandError {
  return new CommandError(
    112,
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
    { labels: [TRANSIENT_LABEL] },
  );
}
