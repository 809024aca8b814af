import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../../../subgraphs/shared/identity/caller.js';
import { accessPage } from '../../../subgraphs/shared/identity/access-page/page.js';
import { TABLE } from '../../../subgraphs/shared/identity/policy/table.js';
import { readFileSync } from 'node:fs';
import { projectPath } from '../../../schema/sdl.js';

/** Cells of the rows whose first cell is code, without their padding. */
function rowsOf(page: string): Map<string, string[]> {
  const lines = page.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    lines.map((line) => {
      const [, name = '', ...cells] = line.split('|').map((cell) => cell.trim());
      return [name.replaceAll('`', ''), cells.slice(0, -1)];
    }),
  );
}

const page = accessPage(TABLE);

describe('the page of who may do what', () => {
  it('has a row for each of the table, and a column for the public and each role', () => {
    const rows = rowsOf(page);

    expect([...rows.keys()]).toEqual(TABLE.flatMap(({ rows: all }) => all.map((row) => row.name)));
    const columns = new Set([...rows.values()].map((cells) => cells.length));
    expect([...columns]).toEqual([1 + ROLES.length + 3]);
  });

  it('says what each may', () => {
    const rows = rowsOf(page);

    expect(rows.get('Query.order')).toEqual([
      '–',
      'own',
      'own',
      'org',
      'org',
      'yes',
      '–',
      'org',
      '',
      'its secret',
      'the order',
    ]);
    expect(rows.get('Query.catalogueChanges')).toEqual([
      ...Array<string>(8).fill('–'),
      ...['catalogue `follow`', '', ''],
    ]);
  });

  it('is what lies in the schema’s folder, and is checked with the schema', () => {
    const written = readFileSync(projectPath('schema', 'ACCESS.md'), 'utf8');
    const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };

    expect(written).toBe(page);
    expect(scripts['check:schema']).toMatch(/access-page\/write-access\.js --check &&/);
  });
});
