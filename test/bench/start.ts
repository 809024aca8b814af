import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { projectPath } from '../../schema/sdl.js';
import { startNetwork } from '../support/networks/network-process.js';
import { answerHelp } from '../../subgraphs/shared/process/usage.js';
import { median } from './median.js';

answerHelp(
  process.argv.slice(2),
  'Usage: npm run bench:start\nMeasures how long it takes from a clone to the first answer.',
);

// From a clean clone with its dependencies installed to the first answered query, through `npm start`.
const RUNS = 3;

async function secondsToFirstAnswer(): Promise<{ seconds: number; services: number }> {
  const clone = mkdtempSync(join(tmpdir(), 'hub-start-'));
  try {
    execFileSync('git', ['clone', '--quiet', projectPath(), clone]);
    symlinkSync(projectPath('node_modules'), join(clone, 'node_modules'));
    const startedAt = performance.now();
    const network = await startNetwork({
      command: ['npm', 'start', '--'],
      args: ['--memory'],
      cwd: clone,
    });
    const answer = await request(`${network.urlByName.get('gateway') ?? ''}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ catalogue { totalCount } }' }),
    });
    const { data } = (await answer.body.json()) as { data: { catalogue: { totalCount: number } } };
    const seconds = (performance.now() - startedAt) / 1000;
    await network.stop();
    return { seconds, services: data.catalogue.totalCount };
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

const runs: number[] = [];
for (let run = 1; run <= RUNS; run += 1) {
  const { seconds, services } = await secondsToFirstAnswer();
  runs.push(seconds);
  process.stdout.write(`run ${run}: ${seconds.toFixed(1)} s, ${services} services\n`);
}
process.stdout.write(`median: ${median(runs).toFixed(1)} s\n`);
