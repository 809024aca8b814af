import type { GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';
import type { RequestSigner } from '../../subgraphs/shared/identity/processes/sign-request.js';
import { postGraphql } from '../../subgraphs/shared/owners/post-graphql.js';
import type { Sender } from '../../subgraphs/shared/owners/sender.js';
import { noAnswerOf } from '../answers/no-answer.js';
import { parseFetch } from '../documents/fetch-document.js';
import type { FetchResult } from '../answers/fetch-result.js';
import type { GatewayContext } from '../request/gateway-context.js';
import { nullFieldPaths } from '../documents/null-fields.js';
import type { Path } from '../answers/reading.js';
import {
  readEnvelope,
  type Cause,
  type Envelope,
  type FetchError,
  type ReportedError,
} from '../answers/subgraph-errors.js';

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];
/** What is sent to the subgraph. */
type DirectRequest = Pick<ProcessOptions['request'], 'query' | 'variables' | 'operationName'>;

export interface DirectDataSourceOptions {
  /** The subgraph's name, for messages. */
  readonly name: string;
  readonly url: string;
  /** The subgraph's. */
  readonly schema: GraphQLSchema;
  readonly sender: Sender;
  readonly signer: RequestSigner;
}

/** A subgraph with one address, which is one of our own processes and trusted as such. */
export class DirectDataSource implements GraphQLDataSource {
  constructor(private readonly options: DirectDataSourceOptions) {}

  get schema(): GraphQLSchema {
    return this.options.schema;
  }

  process({ request, context }: ProcessOptions): Promise<FetchResult> {
    return this.ask(request, context as GatewayContext);
  }

  /** Never rejects: a failure is one error for each field that is null because of it. */
  async ask(request: DirectRequest, context: GatewayContext): Promise<FetchResult> {
    context.subgraphsAsked.add(this.options.name);
    const { data, errors, outdated, retryAfterSeconds } = await this.#exchange(request, context);
    if (outdated) context.coverage.noteOutdated(outdated);
    if (retryAfterSeconds !== null) {
      context.retryAfterSeconds = Math.max(retryAfterSeconds, context.retryAfterSeconds ?? 0);
    }
    if (data === null) return { data, errors: this.#explainNulls(request, errors) };
    if (errors.length === 0) return { data };
    return { data, errors: errors.map((error) => toFetchError(error, error.path)) };
  }

  async #exchange(
    { query, variables, operationName }: DirectRequest,
    context: GatewayContext,
  ): Promise<Envelope> {
    const { name, url, sender, signer } = this.options;
    const { caller, deadline: limit, log } = context;
    const body = JSON.stringify({ query, variables, operationName });
    const scope = query?.startsWith('mutation') ? 'act' : 'read';
    // What everybody may read needs no signature, which would cost a page of the catalogue a quarter of its speed.
    const isPublic = scope === 'read' && caller === null;
    const signed = isPublic ? {} : signer.headersFor({ audience: name, scope, body, caller });
    const headers = { ...context.headers, ...signed };
    const outcome = await postGraphql(sender, { url, body, headers, limit });
    if (outcome.kind !== 'answer') {
      const cause = noAnswerOf(name, outcome);
      log.warn({ subgraph: name, reason: cause.message }, 'Subgraph fetch failed.');
      const errors = [{ ...cause, path: null, rawMessage: cause.message }];
      return { data: null, errors, outdated: null, retryAfterSeconds: null };
    }
    const envelope = readEnvelope(name, outcome.answer);
    for (const { message, rawMessage, path } of envelope.errors) {
      if (message === rawMessage) continue;
      log.warn({ subgraph: name, rawMessage, path }, 'Subgraph error.');
    }
    return envelope;
  }

  /** @param causes - Not empty; a null without a cause of its own gets the first. */
  #explainNulls(
    { query = '', variables = {} }: DirectRequest,
    causes: readonly ReportedError[],
  ): FetchError[] {
    return nullFieldPaths(this.schema, parseFetch(query), variables).flatMap((path) => {
      const own = causes.find((cause) => startsWith(cause.path, path));
      const cause = own ?? causes[0];
      return cause ? [toFetchError(cause, own?.path ?? path)] : [];
    });
  }
}

function startsWith(path: Path | null, start: Path): boolean {
  return path !== null && start.every((part, index) => path[index] === part);
}

function toFetchError({ code, message, extensions }: Cause, path: Path | null): FetchError {
  return { message, ...(path && { path }), extensions: { ...extensions, code } };
}
