import { EXAMPLE_QUERIES } from './example-queries.js';
import type { Page } from './send-page.js';

/**
 * The explorer, whole in one page: it loads nothing from anywhere. The module is large, so it is loaded when someone
 * opens the explorer for the first time.
 */
export async function createGraphiqlPage(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const text = renderGraphiQL({
    title: 'Explorer',
    endpoint: '/graphql',
    credentials: 'omit',
    defaultQuery: EXAMPLE_QUERIES[0].query,
  });
  return {
    type: 'text/html; charset=utf-8',
    text,
    allowed: [
      "script-src 'unsafe-inline' blob:",
      "style-src 'unsafe-inline'",
      'worker-src blob:',
      "connect-src 'self'",
      'img-src data:',
      'font-src data:',
    ],
  };
}
