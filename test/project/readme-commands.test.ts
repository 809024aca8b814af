import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { projectPath } from '../../schema/sdl.js';
import { readme } from './readme.js';

describe('the commands that the README names', () => {
  it('are scripts of the project', () => {
    const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const text = readme();
    const named = [...text.matchAll(/npm (?:--silent )?run (?:--silent )?([\w:-]+)/g)].map(
      ([, name = '']) => name,
    );
    const short = [...text.matchAll(/`((?:bench|import|export):[a-z]+)`/g)].map(
      ([, name = '']) => name,
    );

    expect(named.length).toBeGreaterThan(10);
    expect([...named, ...short].filter((name) => !(name in scripts))).toEqual([]);
  });
});
