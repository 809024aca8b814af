import { afterAll, describe, expect, it } from '@jest/globals';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectPath } from '../../schema/sdl.js';
import { endChild } from '../../subgraphs/shared/process/end.js';
import { endWithSuite } from '../support/children.js';

const runProcess = pathToFileURL(projectPath('dist/subgraphs/shared/process/process.js')).href;
const NEVER = '() => new Promise(() => setInterval(() => undefined, 1000))';

describe('a process that is told to end', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hub-end-'));
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  /** @returns Once the process has said that it runs. */
  async function run(code: string): Promise<ChildProcess> {
    const file = join(dir, 'process.mjs');
    writeFileSync(file, code);
    const child = fork(file, { stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
    endWithSuite(child);
    if (child.stdout) await once(child.stdout, 'data');
    return child;
  }
  const runWith = (start: string): Promise<ChildProcess> =>
    run(`
      import { runProcess } from ${JSON.stringify(runProcess)};
      const log = { error: () => undefined };
      await runProcess('stuck', log, ${start}, 50);
    `);
  const STUCK = `async () => ({ url: 'http://none', close: ${NEVER} })`;
  const STARTING = `() => { process.stdout.write('starting'); return (${NEVER})(); }`;

  it.each([
    ['closing never ends', STUCK, 1],
    ['it is still starting', STARTING, 0],
  ])(
    'ends in its time, though %s: on SIGTERM, and when its parent has ended',
    async (_what, start, code) => {
      const told = await runWith(start);
      const left = await runWith(start);

      told.kill('SIGTERM');
      left.disconnect();

      const ends = await Promise.all([told, left].map((child) => once(child, 'exit')));
      expect(ends).toEqual([
        [code, null],
        [code, null],
      ]);
    },
  );

  it('is killed by who told it, where it does not end', async () => {
    const child = await run(`
      process.on('SIGTERM', () => undefined);
      setInterval(() => undefined, 1000);
      process.stdout.write('running');
    `);

    await endChild(child, () => child.kill('SIGTERM'), 50);

    expect(child.signalCode).toBe('SIGKILL');
  });
});
