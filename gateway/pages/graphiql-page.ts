import { createHash } from 'node:crypto';
import { escapeHtml } from '../../subgraphs/shared/formats/escape-html.js';
import { hashSource } from '../http/security-headers.js';
import { EXAMPLE_QUERIES } from './example-queries.js';
import { readPagePart } from './page-part.js';
import type { Page } from './send-page.js';

const ROOT = '<div id="root"></div>';

/** The explorer: a small page, and what it loads from this process alone. */
export interface Explorer {
  readonly page: Page;
  /** By name, which changes with what is in them. */
  readonly bundles: ReadonlyMap<string, Page>;
}

/**
 * Makes the explorer of the library's page, whose script and style are megabytes: they become bundles, so that a browser fetches
 * them once. The module is large, so it is loaded when someone opens the explorer for the first time.
 * @param issuer - The provider with which one signs in on the page; null where one does not.
 */
export async function createExplorer(issuer: string | null): Promise<Explorer> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const whole = renderGraphiQL({
    title: 'Explorer',
    endpoint: '/graphql',
    credentials: 'omit',
    favicon: 'data:,',
    defaultQuery: EXAMPLE_QUERIES[0].query,
  });
  const style = takeOut(whole, 'style');
  const script = takeOut(style.rest, 'script');
  const css = bundleOf(style.text, 'css', 'text/css; charset=utf-8');
  const js = bundleOf(script.text, 'js', 'text/javascript; charset=utf-8');
  const signing = readPagePart('sign-in.browser.js');
  const text = script.rest
    .replace('</head>', () => `<link rel="stylesheet" href="/graphiql/${css.name}" /></head>`)
    .replace('</body>', () => `<script src="/graphiql/${js.name}"></script></body>`)
    .replace(ROOT, () => `${issuer === null ? '' : signIn(issuer, signing)}${ROOT}`);
  const page = {
    type: 'text/html; charset=utf-8',
    text,
    allowed: [
      `script-src 'self' blob:${issuer === null ? '' : ` ${hashSource(signing)}`}`,
      "style-src 'self' 'unsafe-inline'",
      'worker-src blob:',
      `connect-src 'self'${issuer === null ? '' : ` ${new URL(issuer).origin}`}`,
      'img-src data:',
      'font-src data:',
    ],
  };
  return { page, bundles: new Map([css, js].map(({ name, bundle }) => [name, bundle])) };
}

/** What stands in the one element of a name. @throws Error when there is none. */
function takeOut(html: string, element: 'script' | 'style'): { text: string; rest: string } {
  const [opening, closing] = [`<${element}>`, `</${element}>`];
  const start = html.indexOf(opening);
  const end = html.indexOf(closing, start);
  if (start < 0 || end < 0) throw new Error(`The explorer's page has no ${opening}.`);
  return {
    text: html.slice(start + opening.length, end),
    rest: html.slice(0, start) + html.slice(end + closing.length),
  };
}

function bundleOf(text: string, ending: string, type: string): { name: string; bundle: Page } {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  return {
    name: `${hash}.${ending}`,
    bundle: { type, text, allowed: [], isForEver: true },
  };
}

/** The control by which one signs in. Its script runs before the explorer's, whose questions it signs. */
function signIn(issuer: string, script: string): string {
  return readPagePart('sign-in.html')
    .replace('<!-- issuer -->', () => escapeHtml(issuer))
    .replace('<!-- script -->', () => `<script>${script}</script>`);
}
