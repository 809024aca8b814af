import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectPath } from '../../../../schema/sdl.js';
import { Child } from '../../../../subgraphs/local/network/processes/child.js';
import { createLogger } from '../../../../subgraphs/shared/process/logger.js';

const watch = projectPath('dist/subgraphs/shared/mongo/limits/database-watch.js');
const running = projectPath('dist/subgraphs/shared/process/process.js');

/** A process whose connection answers nothing: the first has been so for long when it begins, those after it have not. */
const CODE = `
  import { existsSync, writeFileSync } from 'node:fs';
  import { DatabaseWatch } from ${JSON.stringify(pathToFileURL(watch).href)};
  import { runProcess } from ${JSON.stringify(pathToFileURL(running).href)};
  const log = { warn: () => undefined, error: () => undefined };
  const isFirst = !existsSync(process.env.NOTE);
  writeFileSync(process.env.NOTE, 'begun');
  await runProcess('silent', log, async () => ({ url: 'http://none', close: async () => undefined }));
  let seconds = 0;
  const database = new DatabaseWatch({
    log,
    ping: () => Promise.reject(new Error('Gone.')),
    pingAfresh: () => Promise.resolve(),
    now: () => seconds * 1_000,
  });
  await database.look();
  if (isFirst) seconds = 151;
  await database.look();
  setInterval(() => undefined, 1_000);
`;

describe('a process of a network that cannot help itself', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hub-child-'));
  let child: Child | undefined;
  afterAll(async () => {
    await child?.stop();
    rmSync(dir, { recursive: true });
  });

  it('ends, and is started again', async () => {
    const file = join(dir, 'silent.mjs');
    writeFileSync(file, CODE);
    let begun = 0;
    let again = (): void => undefined;
    const isBack = new Promise<void>((resolve) => {
      again = resolve;
    });
    child = new Child({
      name: 'silent',
      entry: relative(projectPath('dist'), file),
      env: { ...process.env, NOTE: join(dir, 'note') },
      log: createLogger('child', 'silent'),
      onReady: () => {
        begun += 1;
        if (begun === 2) again();
        return Promise.resolve();
      },
    });

    await child.start();
    await isBack;

    expect(begun).toBe(2);
  });
});
