import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStoreProcess } from '../../subgraphs/shared/mongo/store-process.js';

describe('a store that is started', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hub-store-'));
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it('is killed when it is not ready in its time, and its starter is told', async () => {
    const silent = join(dir, 'silent.mjs');
    writeFileSync(silent, 'process.stdin.resume(); setInterval(() => undefined, 1000);\n');

    const started = startStoreProcess(null, [], 500, silent);

    await expect(started).rejects.toThrow('The embedded store was not ready within 500 ms.');
  });

  it('says that it ended, where it did before it was ready', async () => {
    const ending = join(dir, 'ending.mjs');
    writeFileSync(ending, 'process.exit(3);\n');

    await expect(startStoreProcess(null, [], 20_000, ending)).rejects.toThrow('exit code 3');
  });
});
