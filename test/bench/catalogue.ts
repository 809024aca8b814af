import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CatalogueDataSource } from '../../subgraphs/catalogue/store/data-source.js';
import { searchQuery } from '../catalogue/index/listings.js';
import { Registry } from '../../subgraphs/catalogue/following/registry.js';
import { Thesaurus } from '../../subgraphs/catalogue/index/trades/thesaurus.js';
import { loadTrades } from '../../subgraphs/shared/lists/trade-list.js';
import { CatalogueReplica } from '../../subgraphs/catalogue/following/replica.js';
import { systemClock } from '../../subgraphs/shared/process/clock.js';
import { withDatabaseName } from '../../subgraphs/shared/mongo/database-name.js';
import { connectDatabase } from '../../subgraphs/shared/mongo/database.js';
import { loadReferenceLists } from '../../subgraphs/shared/lists/reference-lists.js';
import { startStoreProcess } from '../../subgraphs/shared/mongo/store-process.js';
import { fillCatalogue } from './fill-catalogue.js';
import { createRandom, pick, type Random } from './random.js';
import { answerHelp } from '../../subgraphs/shared/process/usage.js';
import { createSyntheticNetwork } from './synthetic-network.js';

answerHelp(
  process.argv.slice(2),
  'Usage: npm run bench:catalogue\nMeasures what searches of a big catalogue cost.',
);

const SERVICES = 100_000;
const COOPERATIVES = [10, 100, 1_000];
const QUERIES = 2_000;
const WARM_UP = 200;
const TIMEOUT_MS = 60_000;
const COMMON_WORDS = [
  'siivous',
  'städning',
  'palvelut',
  'services',
  'cleaning',
  'huolto',
  'hoito',
  'arbete',
];

interface Figures {
  readonly cooperatives: number;
  readonly buildSeconds: number;
  readonly residentMegabytes: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly commonMedianMs: number;
  readonly commonP99Ms: number;
  readonly averageMatches: number;
}

/** The committed mix: 50 % one rare word, 30 % a word and a municipality, 20 % a common word. */
function createQuery(
  random: Random,
  rareWords: readonly string[],
  municipalities: readonly string[],
) {
  const share = random();
  if (share < 0.5)
    return { isCommon: false, query: searchQuery({ text: pick(random, rareWords) }) };
  if (share >= 0.8)
    return { isCommon: true, query: searchQuery({ text: pick(random, COMMON_WORDS) }) };
  const text = pick(random, random() < 0.5 ? COMMON_WORDS : rareWords);
  const query = searchQuery({ text, municipalities: [pick(random, municipalities)] });
  return { isCommon: false, query };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const byNumber = (one: number, other: number): number => one - other;

/**
 * Measures one spread of the services, in this process, from a database that holds them. `LISTS_DIR` may name whole official
 * lists to measure with.
 */
async function measure(cooperatives: number, uri: string): Promise<Figures> {
  const lists = loadReferenceLists(process.env['LISTS_DIR']);
  const { rareWords } = createSyntheticNetwork(SERVICES, cooperatives, lists);
  const database = await connectDatabase(uri);
  const { connection } = database;
  const thesaurus = new Thesaurus(loadTrades(process.env['LISTS_DIR']));
  const buildStart = performance.now();
  const dataSource = new CatalogueDataSource(connection, TIMEOUT_MS);
  const replica = new CatalogueReplica(
    dataSource,
    new Registry(systemClock, 10_000),
    lists,
    thesaurus,
  );
  await replica.catchUp();
  const { index } = replica;
  const buildSeconds = (performance.now() - buildStart) / 1_000;
  const residentMegabytes = process.memoryUsage.rss() / 2 ** 20;

  const random = createRandom(7);
  const municipalities = [...lists.municipalityByCode.keys()];
  const all: number[] = [];
  const common: number[] = [];
  let matches = 0;
  for (let at = 0; at < WARM_UP + QUERIES; at += 1) {
    const { query, isCommon } = createQuery(random, rareWords, municipalities);
    const start = performance.now();
    const result = index.search(query, { first: 20, after: null, sort: 'RELEVANCE' });
    result.facets();
    const tookMs = performance.now() - start;
    if (at < WARM_UP) continue;
    all.push(tookMs);
    if (isCommon) common.push(tookMs);
    matches += result.totalCount;
  }
  all.sort(byNumber);
  common.sort(byNumber);
  await database.close();
  return {
    cooperatives,
    buildSeconds,
    residentMegabytes,
    medianMs: quantile(all, 0.5),
    p99Ms: quantile(all, 0.99),
    commonMedianMs: quantile(common, 0.5),
    commonP99Ms: quantile(common, 0.99),
    averageMatches: matches / QUERIES,
  };
}

/**
 * Measures in a process of its own, so that no run inherits another's memory: the same 100,000 services however many
 * cooperatives they are spread over.
 */
async function measureApart(cooperatives: number): Promise<Figures> {
  const lists = loadReferenceLists(process.env['LISTS_DIR']);
  const store = await startStoreProcess(null);
  const uri = withDatabaseName(store.uri, 'catalogue');
  await fillCatalogue(uri, createSyntheticNetwork(SERVICES, cooperatives, lists));
  try {
    return await measureIn([String(cooperatives), uri]);
  } finally {
    await store.close();
  }
}

function measureIn(args: readonly string[]): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), args);
    child.once('message', (figures) => {
      resolve(figures as Figures);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== 0) reject(new Error(`The measuring process ended with ${String(code)}.`));
    });
  });
}

async function main(): Promise<void> {
  const [cooperatives, uri] = process.argv.slice(2);
  if (cooperatives !== undefined && uri !== undefined && process.send) {
    process.send(await measure(Number(cooperatives), uri));
    return;
  }
  const rows: Record<string, string>[] = [];
  for (const cooperatives of COOPERATIVES) {
    const figures = await measureApart(cooperatives);
    rows.push(
      Object.fromEntries(
        Object.entries(figures).map(([name, value]) => [name, Number(value).toFixed(1)]),
      ),
    );
  }
  console.table(rows);
}

await main();
