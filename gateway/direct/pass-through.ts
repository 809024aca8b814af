import type { Experimental_DidResolveQueryPlanCallback } from '@apollo/gateway';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  isNonNullType,
  OperationTypeNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { documentBytes } from '../../subgraphs/shared/graphql/document-store.js';
import { DirectDataSource } from './direct-data-source.js';
import type { ExecutionResult, Executor, ExecutorRequest } from '../request/executor.js';
import type { GatewayContext } from '../request/gateway-context.js';
import { inlineFragments, parseFetch } from '../documents/fetch-document.js';
import { isSameSelection } from '../documents/same-selection.js';
import { collectFields } from '../documents/selected-fields.js';

/** Of documents of which it is remembered whether they are passed through. */
const MOST_BYTES = 32 * 1024 * 1024;

/** What the cache itself takes for one. */
const BYTES_PER_ENTRY = 500;

type Resolved = Parameters<Experimental_DidResolveQueryPlanCallback>[0];

/** A document that one direct subgraph answers whole: its answer is the client's, with nothing to merge or shape. */
interface PassedThrough {
  readonly source: DirectDataSource;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variableNames: readonly string[];
  /** Those that the client's document declares. */
  readonly variables: readonly VariableDefinitionNode[];
  /** The data of an answer of which nothing is known. */
  readonly nothing: Readonly<Record<string, null>> | null;
  /** Of memory, at most. */
  readonly bytes: number;
}

const keyOf = ({ queryHash, request }: ExecutorRequest): string =>
  `${queryHash} ${request.operationName ?? ''}`;

/**
 * Apollo's executor parses the operation and shapes the answer anew in every request, a third of the time of a catalogue
 * page. Where the plan is one fetch that asks one direct subgraph exactly what the client asked, this executor sends it
 * and hands back the answer; all else goes to Apollo's.
 */
export class PassThrough {
  readonly #passed = new LRUCache<string, PassedThrough | 'no'>({
    maxSize: MOST_BYTES,
    sizeCalculation: (passed, key) =>
      BYTES_PER_ENTRY + key.length + (passed === 'no' ? 0 : passed.bytes),
  });

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
    variables: client.variableDefinitions ?? [],
    nothing: nothing(schema, client),
    // Of the document's nodes those of the variables stay, and with them its text and its tokens.
    bytes: documentBytes(document) + node.operation.length,
  };
}

async function execute(
  passed: PassedThrough,
  requestContext: ExecutorRequest,
): Promise<ExecutionResult> {
  const { schema, request, context } = requestContext;
  const given = request.variables ?? {};
  const { errors: refused } = getVariableValues(schema, passed.variables, given);
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
    data: data ?? passed.nothing,
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
