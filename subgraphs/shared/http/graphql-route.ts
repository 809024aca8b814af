import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseJson } from './json-body.js';
import { keepRawBody } from './raw-body.js';
import { checkBody, readHead, type RequestHead } from './read-request.js';

export interface GraphqlRouteOptions<Context extends object> {
  /** Started. */
  readonly apollo: ApolloServer<Context>;
  readonly requestLimitBytes: number;
  /** Of the document alone, in a body; what an address can hold is shorter. */
  readonly documentLimitBytes: number;
  /** Values in a body, whatever they are of: texts, numbers, lists, objects. */
  readonly mostValues: number;
  /** Called once a request, when its body is read. */
  readonly createContext: (request: FastifyRequest, reply: FastifyReply) => Context;
  /** Further hooks of the route, run when the body is read. */
  readonly addHooks?: (scope: FastifyInstance) => void;
}

const HEAD = 'graphqlHead';

/**
 * Adds `/graphql`. What is no request for GraphQL is refused before anything is carried out. It hands Apollo Server what it
 * has read itself: the handler of Apollo's integration makes a URL of `host` instead and fails where that is empty or
 * missing, as HTTP allows, and it reads every header anew, which costs a fifth of all that is done here.
 */
export function addGraphqlRoute<Context extends object>(
  app: FastifyInstance,
  {
    apollo,
    requestLimitBytes,
    documentLimitBytes,
    mostValues,
    createContext,
    addHooks,
  }: GraphqlRouteOptions<Context>,
): void {
  void app.register((scope, _options, done) => {
    scope.decorateRequest(HEAD, null);
    scope.addHook('onRequest', (request, _reply, next) => {
      request.setDecorator(HEAD, readHead(request.raw));
      next();
    });
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (request, bytes: Buffer, parsed) => {
      keepRawBody(request, bytes);
      // Apollo Server refuses an empty body in its own words.
      const body = bytes.length === 0 ? {} : parseJson(bytes, mostValues);
      checkBody(body, documentLimitBytes);
      parsed(null, body);
    });
    addHooks?.(scope);
    scope.all('/graphql', { bodyLimit: requestLimitBytes }, async (request, reply) => {
      const head = request.getDecorator<RequestHead>(HEAD);
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { ...head, body: request.body },
        context: () => Promise.resolve(createContext(request, reply)),
      });
      if (body.kind !== 'complete') throw new Error('The answer came in parts.');
      return reply
        .code(status ?? 200)
        .headers(Object.fromEntries(headers))
        .send(body.string);
    });
    done();
  });
}
