import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { answerHelp } from '../../../subgraphs/shared/process/usage.js';
import { BenchProcesses } from '../start-gateway.js';
import type { BehindTheGateway } from './network.js';
import { KINDS } from './requests.js';
import type { Order } from './send.js';

answerHelp(
  process.argv.slice(2),
  `Usage: npm run bench:hostile\nMeasures how long a client waits beside a stranger who sends ${KINDS.length} kinds of hostile requests.`,
);

const ROUNDS = 3;
const ROUND_MS = 10_000;
const WARM_UP_MS = 3_000;
/** Between two requests of the client; one that is late does not keep the next back. */
const EVERY_MS = 20;
/** What the client's slowest hundredth may take: so many times the same alone, or of this where that is shorter. */
const MOST_TIMES = 6;
const SHORTEST_MS = 10;
/**
 * The gateway's heap, so that its memory shows what it keeps: V8 collects late where it may grow. What its caches
 * take when they are full (`gateway/DECISIONS.md`) fits.
 */
const HEAP_MB = 256;
/** By how much the gateway's memory may grow after the first round, in which caches fill. */
const MOST_GROWTH_MB = 100;

const PAGE = `{
  catalogue(search: { text: "siivous" }, first: 10) {
    totalCount
    edges { node { id title { text language } cooperative { name } } }
  }
}`;

/** Asks at a steady pace. @returns How long the slowest hundredth of the answers took at least, in milliseconds. */
async function slowestOf(pool: Pool, forMs: number): Promise<number> {
  const body = JSON.stringify({ query: PAGE });
  const headers = { 'content-type': 'application/json' };
  const ask = async (): Promise<number> => {
    const startedAt = performance.now();
    const answer = await pool.request({ path: '/graphql', method: 'POST', headers, body });
    const text = await answer.body.text();
    if (answer.statusCode !== 200 || text.startsWith('{"errors"')) {
      throw new Error(`The client was refused: ${text.slice(0, 500)}`);
    }
    return performance.now() - startedAt;
  };
  const asked: Promise<number>[] = [];
  const endsAt = performance.now() + forMs;
  while (performance.now() < endsAt) {
    asked.push(ask());
    await pause(EVERY_MS);
  }
  const took = (await Promise.all(asked)).sort((a, b) => a - b);
  return took[Math.floor(took.length * 0.99)] ?? NaN;
}

/** Memory of a process, in megabytes; as Linux tells it. */
function memoryOf(pid: number): number {
  const [, kilobytes] =
    /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1_024);
}

const processes = new BenchProcesses();
try {
  const { told } = await processes.fork('strangers', 'network.js');
  const behind = told as BehindTheGateway;
  const { child: stranger } = await processes.fork('strangers', 'send.js');
  const { url, pid } = await processes.startGateway(['gateway', 'main.js'], {
    SUBGRAPH_URLS: `catalogue=${behind.catalogue},booking=${behind.booking}`,
    REGISTRY_URL: behind.registry,
    LOG_LEVEL: 'error',
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
  });
  const tell = (order: Order): boolean => stranger.send(order);
  const pool = new Pool(url, { connections: 16 });
  await slowestOf(pool, WARM_UP_MS);
  const times: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const aloneMs = await slowestOf(pool, ROUND_MS);
    tell({ url });
    const besideMs = await slowestOf(pool, ROUND_MS);
    tell('stop');
    memory.push(memoryOf(pid));
    times.push(besideMs / Math.max(aloneMs, SHORTEST_MS));
    process.stdout.write(
      `p99 alone ${aloneMs.toFixed(1)} ms, beside ${KINDS.length} hostile kinds ${besideMs.toFixed(1)} ms, ` +
        `memory ${memory.at(-1)} MB\n`,
    );
  }
  const best = Math.min(...times);
  const growth = (memory.at(-1) ?? NaN) - (memory[0] ?? NaN);
  process.stdout.write(
    `best of ${ROUNDS}: ${best.toFixed(1)} times (at most ${MOST_TIMES}), ` +
      `memory ${growth} MB more than after the first round (at most ${MOST_GROWTH_MB})\n`,
  );
  if (best > MOST_TIMES || growth > MOST_GROWTH_MB) process.exitCode = 1;
  await pool.close();
} finally {
  processes.endAll();
}
