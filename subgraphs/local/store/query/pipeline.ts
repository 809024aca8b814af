import { deserialize, serialize, type Document } from 'bson';
import { Aggregator } from 'mingo';
import { decodeDocument } from '../bson/decode.js';
import { encodeDocument, type RawDocument } from '../bson/encode.js';
import { isDoc, isNumeric, toNumber, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import type { FindQuery } from './find.js';
import { compileFilter } from '../match/match.js';
import { createSortKey, parseSort } from './sort.js';

/** Stages left to mingo. The others are ours, or refused. */
const mingoStages = new Set([
  '$addFields',
  '$bucket',
  '$group',
  '$lookup',
  '$project',
  '$replaceRoot',
  '$replaceWith',
  '$set',
  '$sortByCount',
  '$unset',
  '$unwind',
]);

const ownStages = new Set(['$match', '$sort', '$skip', '$limit', '$count']);

export interface Stage {
  readonly name: string;
  readonly operand: Value;
}

/** Finds the documents of another collection of the same database, for `$lookup`. */
export type ReadCollection = (name: string) => Document[];

/** @throws CommandError 40323, 40324 for stages that are unknown or not implemented */
export function parsePipeline(pipeline: Value | undefined): Stage[] {
  if (!Array.isArray(pipeline))
    throw new CommandError(14, "'pipeline' option must be specified as an array");
  return pipeline.map((stage) => {
    const [entry] = isDoc(stage) ? stage : [];
    if (!isDoc(stage) || stage.size !== 1 || entry === undefined) {
      throw new CommandError(
        40323,
        'A pipeline stage specification object must contain exactly one field.',
      );
    }
    const [name, operand] = entry;
    if (name === '$changeStream') {
      throw new CommandError(
        40573,
        'The $changeStream stage is not implemented in the embedded store',
      );
    }
    if (!ownStages.has(name) && !mingoStages.has(name)) {
      throw new CommandError(
        40324,
        `Unrecognized pipeline stage name: '${name}' (or not implemented in the embedded store)`,
      );
    }
    if (name === '$lookup' && isDoc(operand) && (operand.has('pipeline') || operand.has('let'))) {
      throw new CommandError(
        238,
        '$lookup with let or pipeline is not implemented in the embedded store',
      );
    }
    return { name, operand };
  });
}

/** Takes the stages from the front that a find can do, with its indexes. */
export function splitPipeline(
  stages: readonly Stage[],
  hint: Value | undefined,
): { query: FindQuery; rest: readonly Stage[] } {
  const filters: Value[] = [];
  let sort: Value | undefined;
  let skip = 0;
  let limit = 0;
  let at = 0;
  const phases = ['$match', '$sort', '$skip', '$limit'];
  let phase = 0;
  for (; at < stages.length; at += 1) {
    const { name, operand } = stages[at] as Stage;
    const next = phases.indexOf(name);
    if (next < phase || (next === phase && next > 0)) break;
    phase = next;
    if (name === '$match') filters.push(operand);
    else if (name === '$sort') sort = operand;
    else if (name === '$skip') skip = countOf(name, operand);
    else limit = countOf(name, operand);
  }
  return {
    query: { filter: conjunction(filters), sort, hint, skip, limit },
    rest: stages.slice(at),
  };
}

function conjunction(filters: readonly Value[]): Doc {
  for (const filter of filters) {
    if (!isDoc(filter))
      throw new CommandError(15959, 'the match filter must be an expression in an object');
  }
  const [first, ...more] = filters.filter(isDoc);
  if (first === undefined) return new Map();
  return more.length === 0 ? first : new Map<string, Value>([['$and', [first, ...more]]]);
}

function countOf(stage: string, operand: Value): number {
  const number = isNumeric(operand) ? toNumber(operand) : NaN;
  if (!Number.isInteger(number) || number < 0 || (number === 0 && stage === '$limit')) {
    throw new CommandError(
      stage === '$limit' ? 15958 : 15956,
      `invalid argument to ${stage} stage: expected a positive whole number`,
    );
  }
  return number;
}

/**
 * True for what drivers send as `countDocuments`: `{ $group: { _id: 1, n: { $sum: 1 } } }`.
 */
export function isCounting(stages: readonly Stage[]): boolean {
  const [only] = stages;
  if (stages.length !== 1 || only?.name !== '$group' || !isDoc(only.operand)) return false;
  const sum = only.operand.get('n');
  return (
    only.operand.size === 2 &&
    only.operand.get('_id') === 1 &&
    isDoc(sum) &&
    sum.size === 1 &&
    sum.get('$sum') === 1
  );
}

/** Runs the stages that no find can do, one after the other on all documents. */
export function runStages(
  documents: Document[],
  stages: readonly Stage[],
  read: ReadCollection,
): Document[] {
  return stages.reduce((current, stage) => runStage(current, stage, read), documents);
}

function runStage(
  documents: Document[],
  { name, operand }: Stage,
  read: ReadCollection,
): Document[] {
  switch (name) {
    case '$match': {
      const matches = compileFilter(conjunction([operand]));
      return documents.filter((document) => matches(toDoc(document)));
    }
    case '$sort': {
      const keyOf = createSortKey(parseSort(operand));
      const keyed = documents.map((document) => ({ document, key: keyOf(toDoc(document)) }));
      keyed.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
      return keyed.map(({ document }) => document);
    }
    case '$skip':
      return documents.slice(countOf(name, operand));
    case '$limit':
      return documents.slice(0, countOf(name, operand));
    case '$count':
      if (typeof operand !== 'string' || operand === '') {
        throw new CommandError(40156, 'the count field must be a non-empty string');
      }
      return documents.length === 0 ? [] : [{ [operand]: documents.length }];
    default:
      return runMingo(documents, name, operand, read);
  }
}

/** Whatever mingo objects to is the client's mistake or not implemented. @throws CommandError 2 */
function runMingo(
  documents: Document[],
  name: string,
  operand: Value,
  read: ReadCollection,
): Document[] {
  const stage = toPlainDocument(encodeDocument(new Map([[name, operand]])));
  try {
    const aggregator = new Aggregator([stage], { collectionResolver: read, scriptEnabled: false });
    return aggregator.run<Document>(documents);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(2, `${name} failed: ${reason}`);
  }
}

/** Fields in the form mingo works on. */
export function toPlainDocument(bytes: RawDocument): Document {
  return deserialize(bytes);
}

export function toBytes(document: Document): RawDocument {
  return Buffer.from(serialize(document, { ignoreUndefined: true }));
}

function toDoc(document: Document): Doc {
  return decodeDocument(toBytes(document));
}
