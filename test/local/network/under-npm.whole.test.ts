import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { units } from '../../support/unit.js';
import { projectPath } from '../../../schema/sdl.js';
import { eventually } from '../../support/eventually.js';
import { spawnNetwork, type NetworkProcess } from '../../support/networks/network-process.js';
import { writeNetwork } from '../../support/networks/network-folder.js';

const isAnswering = (url: string): Promise<boolean> =>
  fetch(`${url}/ready`).then(
    () => true,
    () => false,
  );

describe('a network that npm runs', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hub-npm-'));
  const networkDir = writeNetwork();
  let network: NetworkProcess;

  beforeAll(async () => {
    const entry = projectPath('dist', 'subgraphs', 'local', 'network', 'main.js');
    const scripts = { start: `node ${JSON.stringify(entry)}` };
    writeFileSync(join(dir, 'package.json'), JSON.stringify({ scripts }));
    network = spawnNetwork({
      cwd: dir,
      command: ['npm', 'start', '--silent', '--'],
      args: ['--network', networkDir, '--memory'],
    });
    await network.ready;
  });
  afterAll(async () => {
    await network.stop();
    for (const each of [dir, networkDir]) rmSync(each, { recursive: true });
  });

  it('ends with all of its processes when npm is told to end', async () => {
    const urls = [...network.urlByName.values()].filter((url) => url.startsWith('http'));
    expect(await Promise.all(urls.map(isAnswering))).toEqual(urls.map(() => true));

    process.kill(network.pid, 'SIGTERM');

    const left = await eventually(
      async () => (await Promise.all(urls.map(isAnswering))).filter(Boolean),
      (answering) => answering.length === 0,
      units(600),
    );
    expect(left).toEqual([]);
  });
});
