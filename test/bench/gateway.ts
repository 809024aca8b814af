import { Pool } from 'undici';
import type { LightSubgraphs } from './light-subgraphs.js';
import { answerHelp } from '../../subgraphs/shared/process/usage.js';
import { median } from './median.js';
import { BenchProcesses } from './start-gateway.js';

answerHelp(
  process.argv.slice(2),
  'Usage: npm run bench:gateway\nMeasures what the gateway costs beside a stock one.',
);

/**
 * Requests a second of our gateway beside Apollo's own, over the same subgraphs, both in processes of their own and
 * driven in turn, so that a busy moment of the machine hits both.
 */
const ROUNDS = 7;
const ROUND_MS = 2_000;
const WARM_UP_MS = 3_000;
const CONNECTIONS = 16;

const CATALOGUE_PAGE = `{
  catalogue(search: {text: "siivous"}) {
    totalCount
    edges { node { id title { text language } cooperative { name } } }
    sources { cooperative { id } state }
  }
}`;

const TWELVE_OWNERS =
  '{ cooperatives { edges { node { name members { edges { node { id } } } } } } }';

const processes = new BenchProcesses();

/** Drives a gateway with as many requests as its connections carry. @returns Requests a second. */
async function drive(pool: Pool, query: string, forMs: number): Promise<number> {
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json' };
  const started = performance.now();
  let answers = 0;
  const loop = async (): Promise<void> => {
    while (performance.now() - started < forMs) {
      const response = await pool.request({ path: '/graphql', method: 'POST', headers, body });
      const text = await response.body.text();
      if (response.statusCode !== 200 || text.startsWith('{"errors"'))
        throw new Error(text.slice(0, 500));
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, loop));
  return (answers / (performance.now() - started)) * 1_000;
}

async function compare(
  ours: { pool: Pool; query: string },
  stock: { pool: Pool; query: string },
): Promise<{ ours: number; stock: number; ratio: number }> {
  const figures = { ours: [] as number[], stock: [] as number[] };
  await drive(ours.pool, ours.query, WARM_UP_MS);
  await drive(stock.pool, stock.query, WARM_UP_MS);
  for (let round = 0; round < ROUNDS; round += 1) {
    figures.ours.push(await drive(ours.pool, ours.query, ROUND_MS));
    figures.stock.push(await drive(stock.pool, stock.query, ROUND_MS));
  }
  // Each round's ratio, for a busy moment of the machine lasts longer than a round.
  const ratios = figures.ours.map((figure, round) => figure / (figures.stock[round] ?? NaN));
  return { ours: median(figures.ours), stock: median(figures.stock), ratio: median(ratios) };
}

try {
  const { told } = await processes.fork('light-subgraphs.js');
  const { catalogue, registry, merged } = told as LightSubgraphs;
  const startGateway = async (path: readonly string[], env: Record<string, string>) =>
    (await processes.startGateway(path, env)).url;
  const ours = new Pool(
    await startGateway(['gateway', 'main.js'], {
      SUBGRAPH_URLS: `catalogue=${catalogue}`,
      REGISTRY_URL: registry,
    }),
    { connections: CONNECTIONS },
  );
  const stock = new Pool(
    await startGateway(['test', 'bench', 'stock-gateway.js'], {
      SUBGRAPH_URLS: `catalogue=${catalogue},cooperative=${merged}`,
    }),
    { connections: CONNECTIONS },
  );
  for (const [name, query, wanted] of [
    ['catalogue page', CATALOGUE_PAGE, 2],
    ['members of 12 owners (stock: of one)', TWELVE_OWNERS, 1],
  ] as const) {
    const figures = await compare({ pool: ours, query }, { pool: stock, query });
    process.stdout.write(
      `${name}: ours ${figures.ours.toFixed(0)}/s, stock ${figures.stock.toFixed(0)}/s, ` +
        `ratio ${figures.ratio.toFixed(2)} (wanted ${wanted})\n`,
    );
  }
  await Promise.all([ours.close(), stock.close()]);
} finally {
  processes.endAll();
}
