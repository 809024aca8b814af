import { CommandError, wrongType } from '../bson/errors.js';
import { encodeDocument, type RawDocument } from '../bson/encode.js';
import { isDoc, isNumeric, toNumber, type Value } from '../bson/value.js';
import type { Command } from '../call/call.js';
import {
  fields,
  onlyEmpty,
  onlyFalse,
  simpleCollation,
  taken,
  withoutEffect,
} from '../call/fields.js';
import type { FindQuery } from '../query/find.js';
import type { Steps } from '../query/search.js';
import { countMatches } from './count.js';

/** `countDocuments` of drivers, and no other aggregation. */
export const aggregateCommand: Command = {
  fields: fields({
    pipeline: taken,
    cursor: taken,
    hint: taken,
    allowDiskUse: withoutEffect,
    bypassDocumentValidation: withoutEffect,
    collation: simpleCollation,
    explain: onlyFalse,
    let: onlyEmpty,
  }),
  concern: 'read',
  isAllowedInTransaction: true,
  async run(call) {
    call.require('pipeline');
    const query = parseCounting(call.list('pipeline'), call.body.get('hint'));
    if (!call.body.has('cursor')) {
      throw new CommandError(
        9,
        "The 'cursor' option is required, except for aggregate with the explain argument",
      );
    }
    const { namespace, firstBatchSize: batchSize, owner, pacer } = call;
    const n = await countMatches(call, call.collection(namespace), query);
    const found = n === 0 ? [] : [encodeDocument({ _id: 1, n })];
    const cursor = await call.services.cursors.start(namespace, stepsOf(found), {
      batchSize,
      owner,
      pacer,
    });
    return { cursor };
  },
};

/**
 * Reads `[{ $match }, { $skip }?, { $limit }?, { $group: { _id: 1, n: { $sum: 1 } } }]`, which the specification of drivers
 * ("CRUD API", countDocuments) makes all of them send.
 * @throws CommandError 40324 for a stage that MongoDB has not either, 40573 for change streams, 238 for all other pipelines
 */
function parseCounting(pipeline: readonly Value[], hint: Value | undefined): FindQuery {
  const stages = pipeline.map(parseStage);
  const rest = [...stages];
  const take = (name: string): Value | undefined =>
    rest[0]?.name === name ? rest.shift()?.operand : undefined;
  const filter = take('$match');
  const skip = take('$skip');
  const limit = take('$limit');
  const group = take('$group');
  if (filter === undefined || rest.length > 0 || !isCounting(group)) throw notCounting(stages);
  if (!isDoc(filter)) {
    throw new CommandError(15959, 'the match filter must be an expression in an object');
  }
  return {
    filter,
    hint,
    skip: skip === undefined ? 0 : countOf('$skip', skip, 0, 15956),
    limit: limit === undefined ? 0 : countOf('$limit', limit, 1, 15958),
  };
}

interface Stage {
  readonly name: string;
  readonly operand: Value;
}

function parseStage(stage: Value): Stage {
  if (!isDoc(stage)) throw wrongType('aggregate.pipeline', stage, 'object');
  const [entry] = stage;
  if (entry === undefined || stage.size !== 1) {
    throw new CommandError(
      40323,
      'A pipeline stage specification object must contain exactly one field.',
    );
  }
  return { name: entry[0], operand: entry[1] };
}

function isCounting(group: Value | undefined): boolean {
  if (!isDoc(group) || group.size !== 2) return false;
  const sum = group.get('n');
  // Of another type of number, the answer would be of that type too.
  return group.get('_id') === 1 && isDoc(sum) && sum.size === 1 && sum.get('$sum') === 1;
}

function countOf(stage: string, operand: Value, least: number, code: number): number {
  const number = isNumeric(operand) ? toNumber(operand) : NaN;
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new CommandError(code, `invalid argument to ${stage} stage: expected a whole number`);
}

/** The stages of MongoDB 8.0's manual. */
const knownStages: ReadonlySet<string> = new Set(
  (
    'addFields bucket bucketAuto collStats count currentOp densify documents facet fill geoNear graphLookup group ' +
    'indexStats limit listClusterCatalog listLocalSessions listSampledQueries listSearchIndexes listSessions lookup match ' +
    'merge out planCacheStats project queryStats querySettings redact replaceRoot replaceWith sample search searchMeta set ' +
    'setWindowFields shardedDataDistribution skip sort sortByCount unionWith unset unwind vectorSearch'
  )
    .split(' ')
    .map((name) => `$${name}`),
);

function notCounting(stages: readonly Stage[]): CommandError {
  if (stages.some(({ name }) => name.startsWith('$changeStream'))) {
    return new CommandError(
      40573,
      'The $changeStream stage is not implemented in the embedded store',
    );
  }
  const unknown = stages.find(({ name }) => !knownStages.has(name));
  if (unknown !== undefined) {
    return new CommandError(40324, `Unrecognized pipeline stage name: '${unknown.name}'`);
  }
  return new CommandError(
    238,
    'The embedded store aggregates nothing but countDocuments: [{ $match }, { $skip }, { $limit }, { $group: { _id: 1, n: { $sum: 1 } } }]',
  );
}

function* stepsOf(documents: readonly RawDocument[]): Steps<RawDocument> {
  yield* documents;
}
