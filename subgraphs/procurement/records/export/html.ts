import { createHash } from 'node:crypto';
import type { TextLanguage } from '../../../shared/words/localized.js';
import { timeZoneOf } from '../../../shared/words/municipality.js';
import type { OpenedRecord } from '../kept-record.js';
import { definitions, markup, type Html } from './html-parts.js';
import { InWords } from './in-words.js';
import type { NamesForPage, PageContext } from './page-context.js';
import { PAGE_TEXTS } from './page-texts.js';
import { needSection } from './need-section.js';
import { resultSections } from './result-sections.js';

/** A whole page for paper of the size A4; black on white, in the reader's own type where the screen shows it. */
const STYLE = `
@page { size: A4; margin: 18mm 16mm; }
body { font: 10.5pt/1.4 "Liberation Sans", Arial, sans-serif; color: #000; background: #fff; max-width: 178mm; margin: 0 auto; }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 4mm; }
h2 { font-size: 13pt; margin: 7mm 0 2mm; break-after: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 5mm; margin: 0; }
dt { font-weight: bold; }
dd, code { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 2mm 0; }
caption { text-align: left; font-weight: bold; padding-bottom: 1mm; }
th, td { border: 0.3mm solid #555; padding: 1mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr, dd { break-inside: avoid; }
ul { margin: 0; padding-left: 5mm; }
.notice { border: 0.5mm solid #000; padding: 2mm 3mm; font-weight: bold; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 1mm 0; }
`;

/** The page may use its own style, and nothing else whatever is written into it. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** With which command a record is verified, as README.md says. */
const COMMAND = 'npm run verify-record -- record.jws --keys jwks.json';

/** A record as a page to be printed: complete in itself, without scripts, images and addresses that something is loaded from. */
export function recordToHtml(
  opened: OpenedRecord,
  language: TextLanguage,
  names: NamesForPage,
): string {
  const texts = PAGE_TEXTS[language];
  const { record } = opened;
  const words = new InWords(language, timeZoneOf(record.need.municipality));
  const page: PageContext = { opened, names, texts, words };
  const title = record.title ?? texts.kind;
  const written = markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="notice">${names.notice}</p>
${definitions([
  [texts.organisation, organisationOf(opened)],
  [texts.searchedAt, page.words.instant(new Date(record.at))],
  [texts.record, record.id],
])}
${needSection(page)}
${resultSections(page)}
${proofSection(page)}
</main>
</body>
</html>
`;
  return written.html;
}

function organisationOf({ record: { organisation, organisationName } }: OpenedRecord): string {
  return organisationName === null ? organisation : `${organisationName} (${organisation})`;
}

function proofSection({ opened: { hash, kid, signedAt }, texts, words }: PageContext): Html {
  return markup`<section>
    <h2>${texts.proof}</h2>
    ${definitions([
      [texts.hash, markup`<code>${hash}</code>`],
      [texts.key, markup`<code>${kid}</code>`],
      [texts.signedAt, words.instant(signedAt)],
    ])}
    <p>${texts.verify}</p>
    <pre><code>${COMMAND}</code></pre>
  </section>`;
}
