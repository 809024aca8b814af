import { ROLES, type Role } from '../caller.js';
import { PLACES } from '../policy/places.js';
import { whoseOf, type Key, type Row, type Whose } from '../policy/rule.js';
import type { Chapter } from '../policy/table.js';

const CLOSED = '–';

const WHOSE_WORDS: Readonly<Record<Whose, string>> = {
  any: 'yes',
  organisation: 'org',
  own: 'own',
};

const KEY_WORDS: Readonly<Record<Key, string>> = {
  secret: 'its secret',
  order: 'its order',
  sharing: 'the member’s word',
  link: 'its link',
};

const LEGEND = [
  '`yes`: whosever it is.',
  '`org`: where it is of the organisation for which one has the role; `whose` says where that is found.',
  '`own`: where it is one’s own; likewise.',
  `\`${CLOSED}\`: not.`,
  '`besides`: opens it to whoever has it, with or without a role.',
  '`process`: that process of the network, by its signature and with that scope.',
];

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  HOUSEHOLD: 'somebody whose e-mail address or telephone number is verified',
  MEMBER: 'a member of a cooperative',
  STAFF: 'staff of a cooperative',
  OFFICER: 'a procurement officer of an organisation, named by its business id',
  COORDINATOR: 'the network’s coordinator, who acts for those who call',
  AUDITOR:
    'reads the audit log, what the network has done and owes, what the coordinator has verified, and beside these what all may read',
  MACHINE:
    'a program of one organisation, named by its business id: a cooperative’s own system, or a buyer’s',
};

/** The table of access as a page for people, in Markdown. */
export function accessPage(table: readonly Chapter[]): string {
  const parts = [
    '# Who may do what',
    'Written by `npm run access` from the one table that decides, `subgraphs/shared/identity/policy/table.ts`. Edit that.',
    'Whoever shows nothing is the public. One person may have several roles, and may what any of them may; whoever shows some acts in one of them.',
    'A broken token is refused where GraphQL is asked and where the registry is changed, for what is public too; addresses that only tell what is public look at none. What is refused says what would be needed: `UNAUTHENTICATED` where nobody is signed in and a role alone would do, else `FORBIDDEN`. Of a command on an order without token and secret it is `FORBIDDEN`. A list holds the rows that one may read.',
    'Fields that are not here are open to whoever has come to them.',
    '## How to read it',
    bulleted(LEGEND),
    '## Roles',
    bulleted(ROLES.map((role) => `\`${role}\`: ${ROLE_WORDS[role]}.`)),
    ...table.flatMap(({ title, rows }) => [`## ${title}`, grid(rows)]),
    '## Whose it is',
    placesGrid(),
  ];
  return `${parts.join('\n\n')}\n`;
}

function grid(rows: readonly Row[]): string {
  const roles = ROLES.map((role) => role.toLowerCase());
  const header = ['', 'public', ...roles, 'process', 'besides', 'whose'];
  return written(header, rows.map(cellsOf));
}

function cellsOf(row: Row): string[] {
  const { name, isPublic, key, processes = [], of } = row;
  const roles = ROLES.map((role) => {
    const whose = whoseOf(row, role);
    return whose === null ? CLOSED : WHOSE_WORDS[whose];
  });
  return [
    `\`${name}\``,
    isPublic ? WHOSE_WORDS.any : CLOSED,
    ...roles,
    processes.map(({ process, scope }) => `${process} \`${scope}\``).join(', '),
    key ? KEY_WORDS[key] : '',
    of ?? '',
  ];
}

function placesGrid(): string {
  const rows = Object.entries(PLACES).map(([place, { organisation, own }]) => {
    return [place, organisation, own ?? CLOSED];
  });
  return written(['whose', 'organisation', 'own'], rows);
}

function written(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

function bulleted(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
