import { escapeHtml } from '../../subgraphs/shared/formats/escape-html.js';
import { hashSource } from '../http/security-headers.js';
import { EXAMPLE_QUERIES } from './example-queries.js';
import { readPagePart } from './page-part.js';
import type { Page } from './send-page.js';

function exampleSection({ title, explanation, query }: (typeof EXAMPLE_QUERIES)[0]): string {
  return `<section>
  <h3>${escapeHtml(title)}</h3>
  <p>${escapeHtml(explanation)}</p>
  <details><summary>The query</summary><pre tabindex="0"><code>${escapeHtml(query)}</code></pre></details>
  <button type="button">Run: ${escapeHtml(title)}</button>
  <div class="answer" role="status"></div>
</section>`;
}

/** The page for people at `/`: what this is, and examples that run. Its script and style are part of it. */
export function createLandingPage(): Page {
  const script = readPagePart('landing-page.browser.js');
  const style = readPagePart('landing-page.css');
  const text = readPagePart('landing-page.html')
    .replace('<!-- style -->', () => `<style>${style}</style>`)
    .replace('<!-- script -->', () => `<script>${script}</script>`)
    .replace('<!-- examples -->', () => EXAMPLE_QUERIES.map(exampleSection).join('\n'));
  return {
    type: 'text/html; charset=utf-8',
    text,
    allowed: [
      `script-src ${hashSource(script)}`,
      `style-src ${hashSource(style)}`,
      "connect-src 'self'",
      'img-src data:',
    ],
  };
}
