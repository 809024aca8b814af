import express, { type ErrorRequestHandler, type Express } from 'express';
import { printSchema, type GraphQLSchema } from 'graphql';
import type { Logger } from '../../subgraphs/shared/process/logger.js';
import { SECURITY_HEADERS } from '../http/security-headers.js';
import { createGraphiqlPage } from './graphiql-page.js';
import { createLandingPage } from './landing-page.js';
import { sendPage } from './send-page.js';

interface PagesOptions {
  /** What clients may ask. */
  readonly schema: GraphQLSchema;
  /** Whether queries can be answered now; decides `/ready`. */
  readonly isReady: () => boolean;
  readonly log: Logger;
}

/** Everything that is not GraphQL: health, the schema as text, the explorer, the page for people. */
export function createPages({ schema, isReady, log }: PagesOptions): Express {
  const pages = express();
  pages.disable('x-powered-by').disable('etag');
  pages.use((_request, response, next) => {
    response.set(SECURITY_HEADERS);
    next();
  });
  pages.get('/health', (_request, response) => {
    response.set('cache-control', 'no-store').json({ status: 'alive' });
  });
  pages.get('/ready', (_request, response) => {
    const ready = isReady();
    response.set('cache-control', 'no-store').status(ready ? 200 : 503);
    response.json({ status: ready ? 'ready' : 'not ready' });
  });
  pages.get(
    '/schema.graphql',
    sendPage(() => ({
      type: 'text/plain; charset=utf-8',
      text: `${printSchema(schema)}\n`,
      allowed: [],
    })),
  );
  pages.get('/graphiql', sendPage(createGraphiqlPage));
  pages.get('/', sendPage(createLandingPage));
  pages.use((_request, response) => {
    response.status(404).type('text').send('There is no such page here.\n');
  });
  pages.use(((error: unknown, _request, response, next) => {
    log.error({ err: error }, 'Page failed.');
    if (response.headersSent) next(error);
    else response.status(500).type('text').send('Something failed here.\n');
  }) satisfies ErrorRequestHandler);
  return pages;
}
