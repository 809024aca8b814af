import { loadProcessKey, loadSigner } from '../shared/identity/processes/key-file.js';
import { createVerifier, loadHubKeys } from '../shared/identity/processes/settings.js';
import { loadReferenceLists } from '../shared/lists/reference-lists.js';
import { aloneDataDir, openDatabase } from '../shared/mongo/database.js';
import { createClock } from '../shared/process/clock.js';
import { isForThisMachine, parseConfig } from '../shared/process/config.js';
import { createLogger } from '../shared/process/logger.js';
import { runProcess } from '../shared/process/process.js';
import { takeNoArguments, usageOf } from '../shared/process/usage.js';
import { ProcessClient } from '../shared/identity/processes/routes/process-client.js';
import { CallOffsClient } from './agreements/call-offs-client.js';
import { EXAMPLE_OCID_PREFIX } from './records/ocid.js';
import { createProcurementServer } from './server.js';
import { ProcurementSettings } from './settings.js';

takeNoArguments(
  process.argv.slice(2),
  usageOf(
    'npm run procurement',
    'Searches who could deliver, together, and keeps what officers found.',
    ProcurementSettings,
  ),
);

const log = createLogger('procurement', process.env['LOG_LEVEL'] ?? 'warn');

await runProcess('procurement', log, async () => {
  const config = parseConfig(ProcurementSettings, process.env);
  const isProduction = config.NODE_ENV === 'production';
  if (isProduction && config.OCID_PREFIX === EXAMPLE_OCID_PREFIX) {
    log.warn('OCID_PREFIX is not set: searches that are kept now can never be given as OCDS.');
  }
  const use = { issuer: 'procurement', isProduction };
  const verifier = createVerifier('procurement', loadHubKeys(config, log));
  const dataDir = config.DATA_DIR ?? aloneDataDir('procurement');
  const database = await openDatabase(config.MONGODB_URI, dataDir, 'procurement');
  const signer = loadSigner(config.PROCESS_KEY_FILE, use);
  const booking = new ProcessClient({
    ...{ url: config.BOOKING_URL, audience: 'booking', scope: 'orders', signer },
  });
  booking.followMessages('bookingUrl');
  const server = await createProcurementServer({
    connection: database.connection,
    databaseTimeoutMs: config.MONGODB_TIMEOUT_MS,
    maxCost: config.SUBGRAPH_MAX_COST,
    callOffs: new CallOffsClient(booking, log),
    registryUrl: config.REGISTRY_URL,
    registryPollMs: config.REGISTRY_POLL_MS,
    catalogueUrl: config.CATALOGUE_URL,
    lists: loadReferenceLists(config.LISTS_DIR),
    signer,
    recordKey: loadProcessKey(config.PROCESS_KEY_FILE, use),
    verifier,
    ownerTimeoutMs: config.OWNER_TIMEOUT_MS,
    answerWithinMs: config.ANSWER_WITHIN_MS,
    ocidPrefix: config.OCID_PREFIX,
    isProduction,
    clock: createClock(config.NOW),
    log,
  });
  const url = await server.listen(config.HOST, config.PORT, isForThisMachine(config));
  return {
    url,
    close: async () => {
      await server.close();
      await booking.close();
      await database.close();
    },
  };
});
