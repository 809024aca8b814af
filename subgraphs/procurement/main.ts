import { createVerifier, loadHubKeys } from '../shared/identity/processes/settings.js';
import { aloneDataDir, openDatabase } from '../shared/mongo/database.js';
import { parseConfig } from '../shared/process/config.js';
import { createLogger } from '../shared/process/logger.js';
import { runProcess } from '../shared/process/process.js';
import { takeNoArguments, usageOf } from '../shared/process/usage.js';
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
  const verifier = createVerifier('procurement', loadHubKeys(config, log));
  const dataDir = config.DATA_DIR ?? aloneDataDir('procurement');
  const database = await openDatabase(config.MONGODB_URI, dataDir, 'procurement');
  const server = await createProcurementServer({
    connection: database.connection,
    registryUrl: config.REGISTRY_URL,
    registryPollMs: config.REGISTRY_POLL_MS,
    verifier,
    log,
  });
  const url = await server.listen(config.HOST, config.PORT);
  return {
    url,
    close: async () => {
      await server.close();
      await database.close();
    },
  };
});
