import { PERSONAL_DATA } from './privacy.js';
import { projectPath } from './sdl.js';

/** Where the page stands that lists all stored personal data. */
export const PRIVACY_FILE = projectPath('schema', 'PRIVACY.md');

const HEAD = `# Personal data

Every stored field with personal data, and the rules for it. Written from \`schema/privacy.ts\` by \`npm run compose\`; a test fails when a
field is stored and missing here. What is not stored is not here: logs, traces and error messages have none.

Addresses of databases, keys and secrets are no personal data. Hashes of idempotency keys and of bodies are kept with orders and requests; nobody
can make a name of them.

`;

const COLUMNS = [
  'Stored in',
  'Fields',
  'Whose',
  'Controller',
  'Purpose',
  'Basis, GDPR article 6(1)',
  'Recipients',
  'Kept',
];

/** The text of the page, in Markdown. */
export function writePrivacyPage(): string {
  const rows = PERSONAL_DATA.map((row) => [
    `${row.process}: \`${row.collection}\``,
    row.paths.map((path) => `\`${path}\``).join(', '),
    ...[row.whose, row.controller, row.purpose, row.basis, row.recipients, row.retention],
  ]);
  const lines = [COLUMNS, COLUMNS.map(() => '---'), ...rows];
  return `${HEAD}${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
