import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { units } from '../../support/unit.js';
import { projectPath } from '../../../schema/sdl.js';

const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const entries = Object.entries(scripts).flatMap(([name, script]) => {
  const [, entry, given = ''] = /node dist\/(\S+\.js)((?: \w+)*)$/.exec(script) ?? [];
  return entry === undefined ? [] : [{ name, entry, given: given.split(' ').filter(Boolean) }];
});

describe('--help', () => {
  it.each(entries)(
    'is answered by "npm run $name", which does nothing else then',
    async ({ entry, given }) => {
      const cwd = mkdtempSync(join(tmpdir(), 'hub-help-'));
      const path = projectPath('dist', entry);
      // Without a setting of any kind.
      const env = { PATH: process.env['PATH'] };

      const { stdout, stderr } = await promisify(execFile)(
        process.execPath,
        [path, ...given, '--help'],
        { cwd, env },
      );

      expect(stdout).toMatch(/^Usage: /);
      expect(stderr).toBe('');
      expect(readdirSync(cwd)).toEqual([]);
      rmSync(cwd, { recursive: true });
    },
  );

  it('is there for every command of the project', () => {
    expect(entries.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'start',
        'store',
        'gateway',
        'booking',
        'catalogue',
        'cooperative',
        'procurement',
      ]),
    );
  });

  it('names each setting of a process with what it is for', async () => {
    const path = projectPath('dist', 'gateway', 'main.js');

    const { stdout } = await promisify(execFile)(process.execPath, [path, '--help']);

    expect(stdout).toMatch(/^ {2}DEADLINE_MS +From the arrival .* \(2000\)$/m);
  });

  it('is what is told where a process is given what it does not take', async () => {
    const path = projectPath('dist', 'subgraphs', 'booking', 'main.js');

    await expect(
      promisify(execFile)(process.execPath, [path, 'now'], { timeout: units(600) }),
    ).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Wanted no arguments, got now\.\nUsage: npm run booking/),
    });
  });
});
