import { PERSONAL_DATA } from './privacy.js';
import { projectPath } from './sdl.js';

/** Where the page stands that lists all stored personal data. */
export const PRIVACY_FILE = projectPath('schema', 'PRIVACY.md');

const HEAD = `# Personal data

Every stored field with personal data, and the rules for it. Written from \`schema/privacy.ts\` by \`npm run compose\`; a test fails when a
field is stored and missing here. What is not stored is not here: logs, traces and error messages have none.

Addresses of databases, keys and secrets are no personal data. Hashes of idempotency keys and of bodies are kept with orders and requests; nobody
can make a name of them.

## What somebody may ask for

- **To see it**: \`exportPerson\` gives all records of a person, from every cooperative, and says who could not be asked.
- **To be forgotten**: \`erasePerson\` takes the person out of orders, requests, bookings, waiting lists, members and contacts; work, times and money
  stay. A cooperative that does not answer is asked until it has done so, and the answer says who is missing since when. The catalogue stores of people
  a cooperative's contact alone, and reads that anew at once.
- **To say who sees it**: \`updateMemberSharing\`.
- **Who has read or changed it**: the auditor finds that in \`auditEntries\`, for as long as entries are kept. Reading
  a saved search is not among them, for it names nobody, nor are verifications of evidence, each of which says itself who made it and who took it back.

The coordinator asks for whoever calls, the staff for what their cooperative has, and everybody for an order or request that they have made, signed in, or
of which they have the secret.

## Backups

No backup is kept for longer than erasures are. A cooperative that is restored is told within ten minutes whom it has to forget again; \`npm run import:cooperative\`
with an older file forgets its customers again too. The booking process forgets anew when it starts, by the list in its own database; what
a restored list has lost, cooperatives tell it within ten minutes, and it does that again, here and at all that have to.

A cooperative is believed only what the booking process itself has sealed, with a key that is made in its database when it first starts, and is
sent to nobody. Where the restored database is older than its key, or the key was lost, nothing can be verified: the log says of how many erasures
a cooperative tells in vain (\`were not sealed with the key of this database\`), and whoever restored repeats them, which the cooperatives' audit
logs tell of. Where every database of a network is restored at once, nobody is left who knows of an erasure made since the backup: repeat these from what
was noted elsewhere of who has asked.

## What is stored

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
