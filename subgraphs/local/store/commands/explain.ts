import { isDoc, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { prepareFind, type FindQuery, type PreparedFind } from '../query/find.js';
import { parsePipeline, splitPipeline } from '../query/pipeline.js';
import type { Plan } from '../query/plan.js';
import type { Collection } from '../state/collection.js';
import { Call, type Command, type Reply } from '../call/call.js';
import { findQueryOf } from './find.js';

/** Shows the plan in MongoDB's form: IXSCAN with the index's name, COLLSCAN, SORT, OR. */
export const explainCommand: Command = {
  fields: ['verbosity'],
  async run(call) {
    const inner = call.body.get('explain');
    if (!isDoc(inner)) throw new CommandError(14, "BSON field 'explain' must be an object");
    const [name] = inner.keys();
    const body: Doc = new Map([...inner, ['$db', call.database]]);
    const asked = new Call(call.services, name ?? '', body, new Map(), null, null);
    const { namespace } = asked;
    const collection = asked.collection(namespace);
    const query = queryOf(asked);
    const prepared = prepareFind(collection, query);
    const queryPlanner = {
      namespace,
      parsedQuery: query.filter,
      winningPlan: stageOf(prepared, collection, query),
      rejectedPlans: [],
    };
    const isPlanOnly = call.body.get('verbosity') === 'queryPlanner';
    const executionStats = isPlanOnly ? {} : { executionStats: await statsOf(call, prepared) };
    return { explainVersion: '1', queryPlanner, ...executionStats, command: inner };
  },
};

function queryOf(call: Call): FindQuery {
  const plain = (filter: Doc, sort?: Value): FindQuery => ({
    filter,
    sort,
    hint: call.body.get('hint'),
    skip: 0,
    limit: 0,
  });
  switch (call.name) {
    case 'find':
      return findQueryOf(call);
    case 'aggregate':
      return splitPipeline(parsePipeline(call.body.get('pipeline')), call.body.get('hint')).query;
    case 'count':
    case 'distinct':
      return plain(call.document('query'));
    case 'findAndModify':
    case 'findandmodify':
      return plain(call.document('query'), call.body.get('sort'));
    case 'update':
    case 'delete': {
      const [statement] = call.documents(call.name === 'update' ? 'updates' : 'deletes');
      const filter = statement?.doc.get('q');
      return plain(isDoc(filter) ? filter : new Map<string, Value>());
    }
    default:
      throw new CommandError(59, `Explain failed due to unknown command: ${call.name}`);
  }
}

function stageOf(
  { plan, sort }: PreparedFind,
  collection: Collection | undefined,
  { filter }: FindQuery,
): Reply {
  const stage = planStage(plan, collection, filter);
  if (plan.isSorted) return stage;
  const sortPattern = Object.fromEntries(
    sort.map(({ name, isDescending }) => [name, isDescending ? -1 : 1]),
  );
  return { stage: 'SORT', sortPattern, inputStage: stage };
}

function planStage(plan: Plan, collection: Collection | undefined, filter: Doc): Reply {
  switch (plan.kind) {
    case 'scan': {
      if (collection === undefined) return { stage: 'EOF' };
      return { stage: 'COLLSCAN', filter, direction: plan.isDescending ? 'backward' : 'forward' };
    }
    case 'index':
      return { stage: 'FETCH', filter, inputStage: indexStage(plan, collection) };
    case 'union': {
      const inputStages = plan.branches.map((branch) => planStage(branch, collection, new Map()));
      return { stage: 'FETCH', filter, inputStage: { stage: 'OR', inputStages } };
    }
  }
}

function indexStage(
  plan: Extract<Plan, { kind: 'index' }>,
  collection: Collection | undefined,
): Reply {
  const index = collection?.indexes.get(plan.name);
  return {
    stage: 'IXSCAN',
    keyPattern: index?.spec.document.get('key'),
    indexName: plan.name,
    isMultiKey: index?.arrays.some((bits) => bits !== 0),
    isUnique: index?.spec.isUnique,
    isSparse: index?.spec.isSparse,
    isPartial: index?.spec.partial !== null,
    direction: plan.isDescending ? 'backward' : 'forward',
    ranges: plan.ranges.length,
  };
}

async function statsOf(call: Call, prepared: PreparedFind): Promise<Reply> {
  let nReturned = 0;
  let examined = 0;
  for (const match of prepared.matches()) {
    examined += 1;
    if (match !== null) nReturned += 1;
    if (call.pacer.isDue()) await call.pacer.pause();
  }
  const totalKeysExamined = prepared.plan.kind === 'scan' ? 0 : examined;
  return { executionSuccess: true, nReturned, totalKeysExamined, totalDocsExamined: examined };
}
