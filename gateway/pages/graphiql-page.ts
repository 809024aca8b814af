import { escapeHtml } from '../../subgraphs/shared/formats/escape-html.js';
import { EXAMPLE_QUERIES } from './example-queries.js';
import { readPagePart } from './page-part.js';
import type { Page } from './send-page.js';

const ROOT = '<div id="root"></div>';

/**
 * The explorer, whole in one page: it loads nothing from anywhere. The module is large, so it is loaded when someone
 * opens the explorer for the first time.
 * @param issuer - The provider with which one signs in on the page; null where one does not.
 */
export async function createGraphiqlPage(issuer: string | null): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const explorer = renderGraphiQL({
    title: 'Explorer',
    endpoint: '/graphql',
    credentials: 'omit',
    defaultQuery: EXAMPLE_QUERIES[0].query,
  });
  const text =
    issuer === null ? explorer : explorer.replace(ROOT, () => `${signIn(issuer)}${ROOT}`);
  const askedBesides = issuer === null ? '' : ` ${new URL(issuer).origin}`;
  return {
    type: 'text/html; charset=utf-8',
    text,
    allowed: [
      "script-src 'unsafe-inline' blob:",
      "style-src 'unsafe-inline'",
      'worker-src blob:',
      `connect-src 'self'${askedBesides}`,
      'img-src data:',
      'font-src data:',
    ],
  };
}

/** The control by which one signs in. Its script runs before the explorer's, whose questions it signs. */
function signIn(issuer: string): string {
  return readPagePart('sign-in.html')
    .replace('<!-- issuer -->', () => escapeHtml(issuer))
    .replace('<!-- script -->', () => `<script>${readPagePart('sign-in.browser.js')}</script>`);
}
