import { aloneDataDir, openDatabase } from '../shared/mongo/database.js';
import { loadSigner } from '../shared/identity/processes/key-file.js';
import { RemoteKeys } from '../shared/identity/processes/remote-keys.js';
import { createVerifier } from '../shared/identity/processes/settings.js';
import { isForThisMachine } from '../shared/process/config.js';
import { createLogger, type Logger } from '../shared/process/logger.js';
import { runProcess } from '../shared/process/process.js';
import { takeNoArguments, usageOf } from '../shared/process/usage.js';
import { importAtStart } from './import-at-start.js';
import { openCooperative } from './open-cooperative.js';
import { createPoke } from './listing/poke.js';
import { createCooperativeServer } from './server.js';
import { CooperativeSettings, parseProcessSettings, type Settings } from './settings.js';
import { messageOf } from '../shared/process/message-of.js';

const NOBODY_IS_KNOWN =
  'HUB_JWKS_URL is not set: nobody who asks is known, so that this cooperative can be neither followed nor booked, and nobody can act as its staff.';

async function start(settings: Settings, log: Logger) {
  const { COOPERATIVE, DATA_DIR, MONGODB_URI, PROCESS_KEY_FILE, HUB_JWKS_URL: url } = settings;
  const isProduction = settings.NODE_ENV === 'production';
  const signer = loadSigner(PROCESS_KEY_FILE, { issuer: COOPERATIVE, isProduction });
  const keys = url === undefined ? null : new RemoteKeys({ url, isProduction, log });
  const cooperative = await openCooperative(settings, () =>
    openDatabase(MONGODB_URI, DATA_DIR ?? aloneDataDir(COOPERATIVE), COOPERATIVE),
  );
  try {
    const server = await createCooperativeServer({
      ...cooperative,
      maxCost: settings.SUBGRAPH_MAX_COST,
      log,
      verifier: createVerifier(COOPERATIVE, keys),
      poke: createPoke(settings.POKE_URL, signer, log),
    });
    await importAtStart(server.dataSource, cooperative, settings, log);
    if (keys === null) log.warn(NOBODY_IS_KNOWN);
    const url = await server.listen(settings.HOST, settings.PORT, isForThisMachine(settings));
    void server.refresher.start();
    const close = async () => {
      await server.close();
      await keys?.close();
      await cooperative.close();
    };
    return { url, close };
  } catch (error) {
    await cooperative.close();
    throw error;
  }
}

takeNoArguments(
  process.argv.slice(2),
  usageOf('npm run cooperative', 'One cooperative’s own system.', CooperativeSettings),
);

try {
  const settings = parseProcessSettings(process.env);
  const log = createLogger(settings.COOPERATIVE, settings.LOG_LEVEL);
  await runProcess(settings.COOPERATIVE, log, () => start(settings, log));
} catch (error) {
  process.stderr.write(`cooperative: ${messageOf(error)}\n`);
  process.exit(1);
}
