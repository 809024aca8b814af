import type { FastifyInstance } from 'fastify';
import { printSchema, type GraphQLSchema } from 'graphql';
import { createGraphiqlPage } from './graphiql-page.js';
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
  const pages = [
    ['/schema.graphql', schemaPage],
    ['/graphiql', () => createGraphiqlPage(issuer)],
    ['/', createLandingPage],
  ] as const;
  for (const [url, create] of pages) {
    app.route({ method: ['GET', 'HEAD'], url, handler: sendPage(create) });
  }
}
