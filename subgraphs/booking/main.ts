import { createClock } from '../shared/process/clock.js';
import { isForThisMachine, parseConfig } from '../shared/process/config.js';
import { loadSigner } from '../shared/identity/processes/key-file.js';
import { createVerifier, loadHubKeys } from '../shared/identity/processes/settings.js';
import { aloneDataDir, openDatabase } from '../shared/mongo/database.js';
import { loadLimits } from '../shared/network-file/network-json.js';
import { loadReferenceLists } from '../shared/lists/reference-lists.js';
import { createLogger } from '../shared/process/logger.js';
import { runProcess } from '../shared/process/process.js';
import { takeNoArguments, usageOf } from '../shared/process/usage.js';
import { createBookingServer } from './server.js';
import { ProcessClient } from '../shared/identity/processes/routes/process-client.js';
import { AgreementsClient } from './orders/agreements/agreements-client.js';
import { BookingSettings, tellingOf } from './settings.js';

takeNoArguments(
  process.argv.slice(2),
  usageOf(
    'npm run booking',
    'Keeps orders over several cooperatives, and the work exchange.',
    BookingSettings,
  ),
);

const log = createLogger('booking', process.env['LOG_LEVEL'] ?? 'warn');

await runProcess('booking', log, async () => {
  const config = parseConfig(BookingSettings, process.env);
  const isProduction = config.NODE_ENV === 'production';
  const signer = loadSigner(config.PROCESS_KEY_FILE, { issuer: 'booking', isProduction });
  const dataDir = config.DATA_DIR ?? aloneDataDir('booking');
  const verifier = createVerifier('booking', loadHubKeys(config, log));
  const database = await openDatabase(config.MONGODB_URI, dataDir, 'booking');
  const procurement = new ProcessClient({
    ...{ url: config.PROCUREMENT_URL, audience: 'procurement', scope: 'agreements', signer },
  });
  procurement.followMessages('procurementUrl');
  const server = await createBookingServer({
    agreements: new AgreementsClient(procurement, log),
    connection: database.connection,
    databaseTimeoutMs: config.MONGODB_TIMEOUT_MS,
    maxCost: config.SUBGRAPH_MAX_COST,
    clock: createClock(config.NOW),
    registryUrl: config.REGISTRY_URL,
    registryPollMs: config.REGISTRY_POLL_MS,
    catalogueUrl: config.CATALOGUE_URL,
    lists: loadReferenceLists(config.LISTS_DIR),
    signer,
    verifier,
    holdMinutes: config.HOLD_MINUTES,
    limits: loadLimits(config.NETWORK_FILE),
    ownerTimeoutMs: config.OWNER_TIMEOUT_MS,
    answerWithinMs: config.ANSWER_WITHIN_MS,
    leaseMs: config.LEASE_MS,
    sweepMs: config.SWEEP_MS,
    waitingPollMs: config.WAITING_POLL_MS,
    lookEveryMs: config.LOOK_EVERY_MS,
    telling: tellingOf(config),
    log,
  });
  const url = await server.listen(config.HOST, config.PORT, isForThisMachine(config));
  return {
    url,
    close: async () => {
      await server.close();
      await procurement.close();
      await database.close();
    },
  };
});
