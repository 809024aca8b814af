import { aloneDataDir, openDatabase } from '../shared/mongo/database.js';
import { createLogger, type Logger } from '../shared/process/logger.js';
import { runProcess } from '../shared/process/process.js';
import { takeNoArguments, usageOf } from '../shared/process/usage.js';
import { importAtStart } from './import-at-start.js';
import { openCooperative } from './open-cooperative.js';
import { createPoke } from './listing/poke.js';
import { createCooperativeServer } from './server.js';
import { CooperativeSettings, parseSettings, type Settings } from './settings.js';

async function start(settings: Settings, log: Logger) {
  const { COOPERATIVE, DATA_DIR, MONGODB_URI } = settings;
  const cooperative = await openCooperative(settings, () =>
    openDatabase(MONGODB_URI, DATA_DIR ?? aloneDataDir(COOPERATIVE), COOPERATIVE),
  );
  try {
    const server = await createCooperativeServer({
      ...cooperative,
      log,
      areMutationsOpen: settings.NODE_ENV !== 'production',
      bookingToken: settings.BOOKING_TOKEN ?? null,
      poke: createPoke(settings.POKE_URL, settings.POKE_TOKEN, log),
    });
    await importAtStart(server.dataSource, cooperative, settings, log);
    const url = await server.listen(settings.HOST, settings.PORT);
    void server.refresher.start();
    const close = async () => {
      await server.close();
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
  const settings = parseSettings(process.env);
  const log = createLogger(settings.COOPERATIVE, settings.LOG_LEVEL);
  await runProcess(settings.COOPERATIVE, log, () => start(settings, log));
} catch (error) {
  process.stderr.write(`cooperative: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
