import { typeAliasOf, type Value } from './value.js';

/** Codes and names as MongoDB's `error_codes.yml` has them; only those this store can answer with. */
const nameByCode: Readonly<Record<number, string>> = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  15: 'Overflow',
  16: 'InvalidLength',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  79: 'UnknownReplWriteConcern',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  91: 'ShutdownInProgress',
  100: 'UnsatisfiableWriteConcern',
  111: 'NotExactValueField',
  112: 'WriteConflict',
  117: 'ConflictingOperationInProgress',
  125: 'CommandFailed',
  171: 'CannotIndexParallelArrays',
  181: 'AmbiguousIndexKeyPattern',
  197: 'InvalidIndexSpecificationOption',
  225: 'TransactionTooOld',
  237: 'CursorInUse',
  238: 'NotImplemented',
  251: 'NoSuchTransaction',
  256: 'TransactionCommitted',
  263: 'OperationNotSupportedInTransaction',
  291: 'NoQueryExecutionPlans',
  301: 'DataCorruptionDetected',
  322: 'APIVersionError',
  323: 'APIStrictError',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  13297: 'DatabaseDifferCase',
  14031: 'OutOfDiskSpace',
  50768: 'NotARetryableWriteCommand',
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

/** What MongoDB answers when a field holds another type of value than the one wanted. */
export function wrongType(field: string, value: Value, wanted: string): CommandError {
  return new CommandError(
    14,
    `BSON field '${field}' is the wrong type '${typeAliasOf(value)}', expected type '${wanted}'`,
  );
}
