import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { connect, runStore, startStore, temporaryFolder } from './support.js';

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  folder.remove();
});

const socketOf = (uri: string): string =>
  decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(uri)?.[1] ?? '');

describe('the store process', () => {
  it('listens on a socket that only its user can reach', async () => {
    const store = await startStore(['--data', folder.path]);

    expect(store.uri).toBe(
      `mongodb://${encodeURIComponent(join(folder.path, 'store.sock'))}/?replicaSet=embedded`,
    );
    expect(statSync(join(folder.path, 'store.sock')).mode & 0o777).toBe(0o600);
    const fresh = await connect(store.uri);
    expect(await fresh.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
    await fresh.close();
    expect(await store.stop()).toBe(0);
    expect(existsSync(join(folder.path, 'store.sock'))).toBe(false);
  });

  it('leaves nothing of --memory behind', async () => {
    const store = await startStore(['--memory']);
    const path = socketOf(store.uri);

    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(await store.stop('SIGINT')).toBe(0);
    expect(existsSync(dirname(path))).toBe(false);
  });

  it.each(['x'.repeat(100), 'Mixed'])(
    'listens in a temporary folder where drivers cannot use the path (%s)',
    async (name) => {
      const store = await startStore(['--data', join(folder.path, name)]);

      expect(dirname(dirname(socketOf(store.uri)))).toBe(tmpdir());
      const fresh = await connect(store.uri);
      expect(await fresh.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
      await fresh.close();
      await store.stop();
    },
  );

  it('listens on a port of this machine when asked to', async () => {
    const store = await startStore(['--memory', '--port', '0']);

    expect(store.uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/\?replicaSet=embedded$/);
    await store.stop();
  });

  it('refuses a second process on its folder and says who has it', async () => {
    const store = await startStore(['--data', folder.path]);

    const second = await runStore(['--data', folder.path]);

    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toContain(`in use by process ${store.pid}`);
    await store.stop();
  });

  it('takes over the folder of a process that was killed', async () => {
    const store = await startStore(['--data', folder.path]);
    await store.stop('SIGKILL');

    const next = await startStore(['--data', folder.path]);

    expect(await next.stop()).toBe(0);
  });

  it.each([
    ['is a file', '', 'there is a file in its place'],
    ['is below a file', 'data', 'there is a file on its path'],
  ])(
    'says of a folder that %s which it is, and why it will not do',
    async (_what, name, reason) => {
      const file = join(folder.path, 'file');
      writeFileSync(file, '');
      const dataDir = join(file, name);

      const { code, stdout, stderr } = await runStore(['--data', dataDir]);

      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toBe(
        `The data folder ${dataDir} cannot be used: ${reason}; choose another with --data.\n`,
      );
    },
  );

  (existsSync('/proc/self') ? it : it.skip)(
    'says of a folder that the system does not let be made that it cannot be used',
    async () => {
      const { code, stderr } = await runStore(['--data', '/proc/data/below']);

      expect(code).toBe(1);
      expect(stderr).toBe(
        'The data folder /proc/data/below cannot be used: no folder can be made there; choose another with --data.\n',
      );
    },
  );

  it('ends with its parent when asked to', async () => {
    const store = await startStore(['--memory', '--with-parent']);

    expect(await store.hangUp()).toBe(0);
  });

  it.each([
    [['--nonsense'], '--nonsense'],
    [['--port', 'x'], '--port must be a whole number from 0 to 65535, got "x".'],
    [['--conflicts', '2'], '--conflicts must be a number from 0 to 1, got "2".'],
    [['--memory', '--data', 'd'], '--data and --memory exclude each other.'],
  ])('refuses %j', async (args, sentence) => {
    const { code, stdout, stderr } = await runStore(args);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
