import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../../../subgraphs/local/store/disk/folder-lock.js';
import { temporaryFolder } from '../support.js';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
const left = (holder: object): void => {
  writeFileSync(file, JSON.stringify(holder));
};

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'store.lock');
});
afterEach(() => {
  folder.remove();
});

describe('the lock of a data folder', () => {
  it('is given once at a time, and says who has it', async () => {
    const unlock = await lockFolder(folder.path);

    await expect(lockFolder(folder.path)).rejects.toThrow(`in use by process ${process.pid};`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      pid: process.pid,
      host: hostname(),
    });
    unlock();
    (await lockFolder(folder.path))();
    expect(readFileSync(file, 'utf8').trim()).toBe('');
  });

  it.each([
    ['a process of this machine, whose lock the kernel has dropped', { host: hostname() }],
    ['this machine before it was started anew', { host: hostname(), boot: 'before' }],
    ['a release that wrote no more than its process', {}],
  ])('that was left by %s is taken over', async (_whom, holder) => {
    left({ pid: process.pid, ...holder });

    (await lockFolder(folder.path))();
  });

  it('that another machine has left is believed until somebody removes it', async () => {
    left({ pid: 7, host: 'elsewhere', boot: 'other' });

    await expect(lockFolder(folder.path)).rejects.toThrow(
      `was in use by process 7 of elsewhere, which has not given it free: stop that, or remove ${file}`,
    );
  });

  it('that a container of this machine has left is taken over', async () => {
    const unlock = await lockFolder(folder.path);
    const { boot } = JSON.parse(readFileSync(file, 'utf8')) as { boot: string | null };
    unlock();
    left({ pid: 7, host: 'container', boot });

    const next = lockFolder(folder.path);

    await (boot === null
      ? expect(next).rejects.toThrow('of container')
      : expect(next.then((free) => typeof free)).resolves.toBe('function'));
  });

  it('is not given where a store answers, whatever the lock says', async () => {
    const server = createServer();
    await new Promise<void>((listening) => {
      server.listen(join(folder.path, 'store.sock'), listening);
    });

    await expect(lockFolder(folder.path)).rejects.toThrow('a store answers at');
    await new Promise((closed) => server.close(closed));
    (await lockFolder(folder.path))();
  });
});
