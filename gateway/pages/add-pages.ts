import type { FastifyInstance } from 'fastify';
import { printSchema, type GraphQLSchema } from 'graphql';
import { createExplorer } from './graphiql-page.js';
import { createLandingPage } from './landing-page.js';
import { sendPage } from './send-page.js';

/**
 * Adds what people read: the schema as text, the explorer, the page at `/`.
 * @param schema - What clients may ask.
 * @param issuer - The provider with which one signs in on the explorer; null where one does not.
 */
export function addPages(app: FastifyInstance, schema: GraphQLSchema, issuer: string | null): void {
  const schemaPage = () => ({
    type: 'text/plain; charset=utf-8',
    text: `${printSchema(schema)}\n`,
    allowed: [],
  });
  const explorer = once(() => createExplorer(issuer));
  const pages = [
    ['/schema.graphql', schemaPage],
    ['/graphiql', async () => (await explorer()).page],
    ['/', createLandingPage],
  ] as const;
  for (const [url, create] of pages) {
    app.route({ method: ['GET', 'HEAD'], url, handler: sendPage(create) });
  }
  const bundles = once(async () => {
    const made = [...(await explorer()).bundles];
    return new Map(made.map(([name, page]) => [name, sendPage(() => page)]));
  });
  app.route<{ Params: { name: string } }>({
    method: ['GET', 'HEAD'],
    url: '/graphiql/:name',
    handler: async function (request, reply) {
      const send = (await bundles()).get(request.params.name);
      if (send) return send.call(this, request, reply);
      reply.callNotFound();
      return reply;
    },
  });
}

/** Makes something on the first call; later ones get the same. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null;
  return () => (made ??= make());
}
