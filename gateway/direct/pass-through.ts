import type { Experimental_DidResolveQueryPlanCallback } from '@apollo/gateway';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  isNonNullType,
  OperationTypeNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { DirectDataSource } from './direct-data-source.js';
import type { ExecutionResult, Executor, ExecutorRequest } from '../request/executor.js';
import type { GatewayContext } from '../request/gateway-context.js';
import { inlineFragments, parseFetch } from '../documents/fetch-document.js';
import { isSameSelection } from '../documents/same-selection.js';
import { collectFields } from '../documents/selected-fields.js';

/** Documents of which it is remembered whether they are passed through. */
const REMEMBERED = 1_000;

type Resolved = Parameters<Experimental_DidResolveQueryPlanCallback>[0];

/** A document that one direct subgraph answers whole: its answer is the client's, with nothing to merge or shape. */
interface PassedThrough {
  readonly source: DirectDataSource;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variableNames: readonly string[];
  readonly operation: OperationDefinitionNode;
}

const keyOf = ({ queryHash, request }: ExecutorRequest): string =>
  `${queryHash} ${request.operationName ?? ''}`;

/**
 * Apollo's executor parses the operation and shapes the answer anew in every request, a third of the time of a catalogue
 * page. Where the plan is one fetch that asks one direct subgraph exactly what the client asked, this executor sends it
 * and hands back the answer; all else goes to Apollo's.
 */
export class PassThrough {
  readonly #passed = new LRUCache<string, PassedThrough | 'no'>({ max: REMEMBERED });

  /** To be given to `ApolloGateway`: learns from each plan whether its document can be passed through. */
  readonly learn = (resolved: Resolved): void => {
    const key = keyOf(resolved.requestContext);
    if (!this.#passed.has(key)) this.#passed.set(key, findPassage(resolved) ?? 'no');
  };

  /** This executor before another. */
  readonly before =
    (executor: Executor): Executor =>
    (request) => {
      const passed = this.#passed.get(keyOf(request));
      return passed && passed !== 'no' ? execute(passed, request) : executor(request);
    };
}

/** Null where the document has to go through Apollo's executor. */
function findPassage({ queryPlan, serviceMap, requestContext }: Resolved): PassedThrough | null {
  const { node } = queryPlan;
  const { document, request, schema } = requestContext;
  const operation = getOperationAST(document, request.operationName);
  if (node?.kind !== 'Fetch' || operation?.operation !== OperationTypeNode.QUERY) return null;
  const source = serviceMap[node.serviceName];
  const rewrites = [node.inputRewrites, node.outputRewrites, node.contextRewrites];
  const isPlain = !node.requires && rewrites.every((list) => !list?.length);
  if (!(source instanceof DirectDataSource) || !isPlain) return null;
  const client = inlineFragments(document, operation);
  const planned = parseFetch(node.operation).operation;
  const compared = { api: schema, subgraph: source.schema };
  if (!isSameSelection(compared, client, planned)) return null;
  return {
    source,
    query: node.operation,
    operationName: node.operationName,
    variableNames: node.variableUsages ?? [],
    operation: client,
  };
}

async function execute(
  passed: PassedThrough,
  requestContext: ExecutorRequest,
): Promise<ExecutionResult> {
  const { schema, request, context } = requestContext;
  const given = request.variables ?? {};
  const definitions = passed.operation.variableDefinitions ?? [];
  const { errors: refused } = getVariableValues(schema, definitions, given);
  if (refused) return { errors: refused };
  const { query, operationName, variableNames, source } = passed;
  const isGiven = (name: string): boolean =>
    Object.hasOwn(given, name) && given[name] !== undefined;
  const variables = Object.fromEntries(
    variableNames.filter(isGiven).map((name) => [name, given[name]] as const),
  );
  const { data, errors = [] } = await source.ask(
    { query, variables, ...(operationName !== undefined && { operationName }) },
    context as GatewayContext,
  );
  return {
    data: data ?? nothing(schema, passed.operation),
    ...(errors.length > 0 && {
      errors: errors.map(
        ({ message, path, extensions }) => new GraphQLError(message, { path, extensions }),
      ),
    }),
  };
}

/** The data of an answer of which nothing is known. */
function nothing(
  schema: GraphQLSchema,
  { operation, selectionSet }: OperationDefinitionNode,
): Record<string, null> | null {
  const root = schema.getRootType(operation);
  if (!root) return null;
  const fields = collectFields(schema, root.name, [{ selectionSet, conditions: [] }]);
  const canBeNull = fields.every(({ name }) => !isNonNullType(root.getFields()[name]?.type));
  return canBeNull ? Object.fromEntries(fields.map(({ key }) => [key, null])) : null;
}
