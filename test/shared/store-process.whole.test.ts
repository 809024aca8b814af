import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectServer } from '../../subgraphs/shared/mongo/database.js';
import { startStoreProcess } from '../../subgraphs/shared/mongo/store-process.js';
import { eventually } from '../support/eventually.js';
import { units } from '../support/unit.js';

/** The process that works on a data folder. */
const holderOf = (folder: string): number =>
  (JSON.parse(readFileSync(join(folder, 'store.lock'), 'utf8')) as { pid: number }).pid;

describe('a store that is started', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hub-store-'));
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it('is killed when it is not ready in its time, and its starter is told', async () => {
    const silent = join(dir, 'silent.mjs');
    writeFileSync(silent, 'process.stdin.resume(); setInterval(() => undefined, 1000);\n');

    const started = startStoreProcess(null, { readyWithinMs: 500, entry: silent });

    await expect(started).rejects.toThrow('The embedded store was not ready within 500 ms.');
  });

  it('says that it ended, where it did before it was ready', async () => {
    const ending = join(dir, 'ending.mjs');
    writeFileSync(ending, 'process.exit(3);\n');

    await expect(startStoreProcess(null, { entry: ending })).rejects.toThrow('exit code 3');
  });

  it('is started again where it was whenever it is killed, with what it has kept', async () => {
    const data = join(dir, 'data');
    let restarts = 0;
    const store = await startStoreProcess(data, {
      onRestart: () => {
        restarts += 1;
      },
    });
    const { uri } = store;
    const database = await connectServer(uri);
    const seen = database.connection.useDb('d').collection<{ _id: number }>('c');
    for (const count of [1, 2, 3]) {
      await seen.insertOne({ _id: count });
      process.kill(holderOf(data), 'SIGKILL');
      await eventually(
        () => Promise.resolve(restarts),
        (all) => all === count,
        units(150),
      );
    }

    expect(await seen.countDocuments()).toBe(3);
    expect(store.uri).toBe(uri);
    await database.close();
    const pid = holderOf(data);
    await store.close();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
