import { afterAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RELEASE } from '../../../subgraphs/shared/process/release.js';
import { runStore, startStore, temporaryFolder } from './support.js';

describe('a data folder', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'store.release');
  afterAll(() => {
    folder.remove();
  });

  it('says which release has worked on it last', async () => {
    const store = await startStore(['--data', folder.path]);
    expect(readFileSync(file, 'utf8')).toBe(`${RELEASE}\n`);
    await store.stop();

    writeFileSync(file, '0.1.0\n');
    await (await startStore(['--data', folder.path])).stop();

    expect(readFileSync(file, 'utf8')).toBe(`${RELEASE}\n`);
  });

  it.each([
    ['99.0.0\n', `The data folder ${folder.path} was written by release 99.0.0, which is newer`],
    ['', `The data folder ${folder.path} does not say which release wrote it`],
  ])('that says %j is refused by name, stays as it is, and is free again', async (text, reason) => {
    writeFileSync(file, text);

    const { code, stderr } = await runStore(['--data', folder.path]);

    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(reason) });
    expect(readFileSync(file, 'utf8')).toBe(text);
    writeFileSync(file, `${RELEASE}\n`);
    await (await startStore(['--data', folder.path])).stop();
  });
});
