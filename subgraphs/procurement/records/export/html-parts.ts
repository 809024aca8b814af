import { escapeHtml } from '../../../shared/formats/escape-html.js';

/** HTML, in which every text is escaped already. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly (string | number | Html)[];

/** A template of HTML: what is put into it is escaped, unless it is HTML itself; lists follow without anything between. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const texts = parts.map((part) =>
    (Array.isArray(part) ? part : [part]).map((each: string | number | Html) =>
      typeof each === 'object' ? each.html : escapeHtml(String(each)),
    ),
  );
  return { html: strings.map((string, index) => string + (texts[index]?.join('') ?? '')).join('') };
}

/** Names and what they stand for. */
export function definitions(rows: readonly (readonly [name: string, value: Part])[]): Html {
  return markup`<dl>
${rows.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>`;
}

/** A table, of which the first cell of each row says what the row is about. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Part[])[],
): Html {
  return markup`<table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([first = '', ...cells]) =>
    markup`<tr><th scope="row">${first}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`,
)}</tbody>
</table>`;
}

/** Nothing where there is nothing to list. */
export function list(items: readonly Part[]): Html {
  if (items.length === 0) return { html: '' };
  return markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
}
