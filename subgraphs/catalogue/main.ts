import { createClock } from '../shared/process/clock.js';
import { isForThisMachine, parseConfig } from '../shared/process/config.js';
import { loadAccessTokens } from '../shared/identity/people/load-access-tokens.js';
import { loadSigner } from '../shared/identity/processes/key-file.js';
import { loadHubKeys } from '../shared/identity/processes/settings.js';
import { aloneDataDir, openDatabase } from '../shared/mongo/database.js';
import { createLogger } from '../shared/process/logger.js';
import { runProcess } from '../shared/process/process.js';
import { loadBuiltInLists } from '../shared/lists/reference-lists.js';
import { loadTrades } from '../shared/lists/trade-list.js';
import { takeNoArguments, usageOf } from '../shared/process/usage.js';
import { Thesaurus } from './index/trades/thesaurus.js';
import { readListFolder } from './store/import-list.js';
import { ProcessClient } from '../shared/identity/processes/routes/process-client.js';
import { OpenOrders } from './operators/open-orders.js';
import { createCatalogueServer } from './server.js';
import { CatalogueSettings } from './settings.js';

takeNoArguments(
  process.argv.slice(2),
  usageOf(
    'npm run catalogue',
    'Keeps the registry, follows every feed and answers searches.',
    CatalogueSettings,
  ),
);

const log = createLogger('catalogue', process.env['LOG_LEVEL'] ?? 'warn');

await runProcess('catalogue', log, async () => {
  const config = parseConfig(CatalogueSettings, process.env);
  const isProduction = config.NODE_ENV === 'production';
  const signer = loadSigner(config.PROCESS_KEY_FILE, { issuer: 'catalogue', isProduction });
  const hubKeys = loadHubKeys(config, log);
  const tokens = loadAccessTokens(config, log);
  const lists = config.LISTS_DIR === undefined ? [] : readListFolder(config.LISTS_DIR);
  const dataDir = config.DATA_DIR ?? aloneDataDir('catalogue');
  const database = await openDatabase(config.MONGODB_URI, dataDir, 'catalogue');
  const booking = new ProcessClient({
    ...{ url: config.BOOKING_URL, audience: 'booking', scope: 'orders', signer },
  });
  booking.followMessages('bookingUrl');
  const server = await createCatalogueServer({
    connection: database.connection,
    databaseTimeoutMs: config.MONGODB_TIMEOUT_MS,
    maxCost: config.SUBGRAPH_MAX_COST,
    builtInLists: loadBuiltInLists(),
    thesaurus: new Thesaurus(loadTrades(config.LISTS_DIR)),
    lists,
    clock: createClock(config.NOW),
    registry: config.REGISTRY ?? new Map(),
    access: { tokens, isProduction },
    hubKeys,
    signer,
    openOrders: new OpenOrders(booking),
    pollIntervalMs: config.POLL_INTERVAL_MS,
    feedTimeoutMs: config.FEED_TIMEOUT_MS,
    log,
  });
  const url = await server.listen(config.HOST, config.PORT, isForThisMachine(config));
  return {
    url,
    close: async () => {
      await server.close();
      await booking.close();
      await tokens?.close();
      await database.close();
    },
  };
});
