import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectPath } from '../../schema/sdl.js';

const MOST_FILES = 15;
const MOST_LINES = 400;

/** Source files below a folder of the project, by their paths in it; generated ones are nobody's to read. */
function sourcesOf(part: string): string[] {
  const all = readdirSync(projectPath(part), { recursive: true, encoding: 'utf8' });
  return all.filter((path) => /\.(ts|js)$/.test(path) && !path.includes('.generated.'));
}

describe.each(['gateway', 'schema', 'subgraphs', 'test'])('the source in %s', (part) => {
  const sources = sourcesOf(part);

  it('lies in rooms that are seen at a glance', () => {
    const rooms = sources.map((path) => dirname(path));
    const full = [...new Set(rooms)].filter(
      (room) => rooms.filter((other) => other === room).length > MOST_FILES,
    );

    expect(sources.length).toBeGreaterThan(0);
    expect(full).toEqual([]);
  });

  it('is in files that are read in one sitting', () => {
    const linesOf = (path: string): number =>
      readFileSync(projectPath(join(part, path)), 'utf8').split('\n').length - 1;

    expect(sources.filter((path) => linesOf(path) > MOST_LINES)).toEqual([]);
  });
});
