import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import type { Closable } from '../../../subgraphs/shared/process/process.js';
import { answerQuery } from './answer-query.js';

/** A GraphQL request as an endpoint got it. */
export interface FakeRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: IncomingHttpHeaders;
  /** As it came. */
  readonly body: Buffer;
}

/** How an endpoint answers. */
export type Behaviour = (request: FakeRequest, response: ServerResponse) => unknown;

/** A GraphQL endpoint whose behaviour a test may change at any time. */
export interface FakeEndpoint extends Closable {
  /** The GraphQL address. */
  readonly url: string;
  /** What came in, oldest first. */
  readonly requests: FakeRequest[];
  behaviour: Behaviour;
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Answers what the schema says. */
export function honest(schema: GraphQLSchema, contextValue: object = {}): Behaviour {
  return async ({ query, variables }, response) => {
    const result = await answerQuery(query, { schema, variableValues: variables, contextValue });
    sendJson(response, result, result.data === undefined ? 400 : 200);
  };
}

/** Answers what the schema says, after a change of the answer. */
export function tampering(schema: GraphQLSchema, tamper: (answer: string) => string): Behaviour {
  const contextValue = {};
  return async ({ query, variables }, response) => {
    const result = await answerQuery(query, { schema, variableValues: variables, contextValue });
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(tamper(JSON.stringify(result)));
  };
}

/** Takes the request and never says anything. */
export const hanging: Behaviour = () => undefined;

/** Listens on any free port. @param port - A fixed one, to come back where another was. */
export async function startFakeEndpoint(behaviour: Behaviour, port = 0): Promise<FakeEndpoint> {
  const requests: FakeRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const { query = '', variables = {} } = JSON.parse(
        body.toString() || '{}',
      ) as Partial<FakeRequest>;
      const request = { query, variables, headers: incoming.headers, body };
      requests.push(request);
      void endpoint.behaviour(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const endpoint: FakeEndpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    requests,
    behaviour,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return endpoint;
}
