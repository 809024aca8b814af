import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inNamespaces } from '../../../support/networks/namespaces.js';
import { runStore, startStore, temporaryFolder } from '../support.js';

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  folder.remove();
});

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('a data folder that a store works on', () => {
  const apart = inNamespaces(['--pid', '--mount-proc', '--uts']);
  (apart ? it : it.skip)(
    'is refused to one that cannot see the processes of the first',
    async () => {
      const store = await startStore(['--data', folder.path]);

      const second = await runStore(['--data', folder.path], apart ?? []);

      expect(second).toMatchObject({ code: 1, stdout: '' });
      expect(second.stderr).toContain(`in use by process ${store.pid}`);
      await store.stop();
    },
  );

  it('holds nothing that others can read, also where it did before', async () => {
    writeFileSync(join(folder.path, 'store.release'), '0.1.0\n', { mode: 0o644 });
    const store = await startStore(['--data', folder.path]);
    const modes = readdirSync(folder.path).map((name) => [name, modeOf(join(folder.path, name))]);

    expect(Object.fromEntries(modes)).toEqual({
      ...{ 'store.lock': '600', 'store.mdb': '600', 'store.mdb-lock': '600' },
      ...{ 'store.release': '600', 'store.sock': '600', 'store.uri': '600' },
    });
    await store.stop();
  });

  it('is told of where others may enter it', async () => {
    chmodSync(folder.path, 0o755);
    const open = await startStore(['--data', folder.path]);
    await open.stop();
    chmodSync(folder.path, 0o700);
    const closed = await startStore(['--data', folder.path]);
    await closed.stop();

    expect(open.stderr()).toContain('Other users of this machine may enter the data folder');
    expect(closed.stderr()).toBe('');
  });
});
