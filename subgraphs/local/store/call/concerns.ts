import { CommandError, codeNameOf, wrongType } from '../bson/errors.js';
import { formatValue, isDoc, isNumeric, toNumber, type Doc } from '../bson/value.js';
import { checkFields, fields, taken } from './fields.js';
import type { SessionUse } from './session-use.js';

/** What a command may be asked for: what it reads to be durable, what it wrote to be so on many nodes, or neither. */
export type ConcernKind = 'read' | 'write' | 'none';

const readConcernFields = fields({ level: taken });
const levels = new Set(['local', 'available', 'majority', 'linearizable', 'snapshot']);
const levelsOfTransactions = new Set(['local', 'majority', 'snapshot']);
const levelsOfReads = new Set(['local', 'available', 'majority', 'linearizable']);

/**
 * Whether what is read has to be durable first. A transaction sees one moment whatever its level, and its commit is durable
 * with all that it has read.
 * @throws CommandError 2, 14, 72 for snapshots outside of transactions, 40415
 */
export function readsDurable(body: Doc, kind: ConcernKind, use: SessionUse): boolean {
  const concern = body.get('readConcern');
  if (concern === undefined || (isDoc(concern) && concern.size === 0)) return false;
  if (!isDoc(concern)) throw wrongType('readConcern', concern, 'object');
  checkFields(concern, readConcernFields, 'readConcern');
  const level = concern.get('level') ?? null;
  if (typeof level !== 'string' || !levels.has(level)) {
    throw new CommandError(
      2,
      `Enumeration value ${formatValue(level)} for field 'readConcern.level' is not a valid value.`,
    );
  }
  if (use.kind === 'transaction') {
    if (!use.starts) {
      throw new CommandError(
        72,
        'Only the first command in a transaction may specify a readConcern',
      );
    }
    if (levelsOfTransactions.has(level)) return false;
    throw new CommandError(
      72,
      'The first command in a transaction cannot specify a readConcern level other than local, majority, or snapshot',
    );
  }
  if (level === 'local') return false;
  if (kind === 'read' && levelsOfReads.has(level)) return level !== 'available';
  throw new CommandError(
    72,
    `Command does not support { readConcern: { level: "${level}" } } outside of a transaction`,
  );
}

const writeConcernFields = fields({ w: taken, j: taken, fsync: taken, wtimeout: taken });

/** MongoDB's limit of members, and of `w`. */
const MAX_MEMBERS = 50;

/**
 * What cannot be met of a write concern, for the answer of a write that has been done all the same: this replica set has one
 * node, on which everything acknowledged is durable.
 * @returns MongoDB's `writeConcernError`; null where the concern is met.
 * @throws CommandError 9, 14, 72, 40415 for what is refused before anything is written.
 */
export function unmetWriteConcern(
  body: Doc,
  kind: ConcernKind,
  use: SessionUse,
): Readonly<Record<string, unknown>> | null {
  const concern = body.get('writeConcern');
  if (concern === undefined) return null;
  if (!isDoc(concern)) throw wrongType('writeConcern', concern, 'object');
  if (concern.size === 0) return null;
  if (kind !== 'write') throw new CommandError(72, 'Command does not support writeConcern');
  const endsTransaction = body.has('commitTransaction') || body.has('abortTransaction');
  if (use.kind === 'transaction' && !endsTransaction) {
    throw new CommandError(72, 'writeConcern is not allowed within a multi-statement transaction');
  }
  checkFields(concern, writeConcernFields, 'writeConcern');
  checkDurability(concern);
  const w = concern.get('w') ?? 1;
  if (typeof w === 'string') return w === 'majority' ? null : unmet(concern, 79);
  if (!isNumeric(w)) throw new CommandError(9, 'w has to be a number or a string');
  const nodes = toNumber(w);
  if (!(nodes >= 0 && nodes <= MAX_MEMBERS)) {
    throw new CommandError(
      9,
      `w has to be a non-negative number and not greater than ${MAX_MEMBERS}; found: ${nodes}`,
    );
  }
  return Math.trunc(nodes) > 1 ? unmet(concern, 100) : null;
}

/** Every write is on disk before its answer, whether `j` or `fsync` ask for it or not. */
function checkDurability(concern: Doc): void {
  const flags = ['j', 'fsync'].map((name) => {
    const value = concern.get(name) ?? false;
    if (typeof value === 'boolean' || isNumeric(value)) return value === true || value === 1;
    throw wrongType(`writeConcern.${name}`, value, 'bool');
  });
  if (flags.every(Boolean)) {
    throw new CommandError(9, 'fsync and j options cannot be used together');
  }
  const timeout = concern.get('wtimeout') ?? 0;
  if (!isNumeric(timeout)) throw wrongType('writeConcern.wtimeout', timeout, 'number');
}

function unmet(concern: Doc, code: 79 | 100): Readonly<Record<string, unknown>> {
  const given: Doc = new Map([...concern, ['provenance', 'clientSupplied']]);
  const errmsg =
    code === 100
      ? 'Not enough data-bearing nodes'
      : `No write concern mode named ${formatValue(concern.get('w'))} found in replica set configuration`;
  return { code, codeName: codeNameOf(code), errmsg, errInfo: { writeConcern: given } };
}
