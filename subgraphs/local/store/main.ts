import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { destination, pino } from 'pino';
import { endProcess } from '../../shared/process/end.js';
import { watchParent } from '../../shared/process/parent.js';
import { answerHelp } from '../../shared/process/usage.js';
import { STORE_ADDRESS_FILE } from '../../shared/mongo/store-address.js';
import { messageOf } from '../../shared/process/message-of.js';
import { chooseAddress, removeSocket } from './address.js';
import { salvageFolder } from './disk/salvage.js';
import { createEmbeddedStore } from './server.js';
import { parseSettings, USAGE } from './settings.js';

const log = pino(
  { name: 'store', level: process.env['LOG_LEVEL'] ?? 'warn' },
  destination({ fd: 2, sync: true }),
);

/** Leaves the store's address in its data folder while it runs, for tools that want to look inside; on a full disk it cannot. */
function announce(file: string, uri: string): void {
  try {
    writeFileSync(file, `${uri}\n`);
  } catch (error) {
    log.warn({ err: error }, 'Tools will not find this store by its data folder.');
  }
  process.on('exit', () => {
    rmSync(file, { force: true });
  });
}

/** Writes out what is whole, and says what that is on standard output, and what is lost on standard error. */
async function salvage(dataDir: string, salvageDir: string): Promise<void> {
  const { documents, collections, lost } = await salvageFolder(dataDir, salvageDir, log);
  for (const each of lost) process.stderr.write(`not whole: ${each}\n`);
  process.stdout.write(
    `salvaged ${documents} documents of ${collections} collections to ${salvageDir}\n`,
  );
}

async function main(): Promise<void> {
  const settings = parseSettings(process.argv.slice(2));
  const { dataDir, salvageDir, failPoints, conflicts, seed, noSync } = settings;
  if (dataDir !== null && salvageDir !== null) {
    await salvage(resolve(dataDir), resolve(salvageDir));
    return;
  }
  const listen = chooseAddress(settings);
  if ('host' in listen && settings.port === null)
    log.warn(
      'No path serves as a socket: listening on 127.0.0.1, where every user of this machine can connect.',
    );
  let close = (): Promise<void> => Promise.resolve();
  let isStopping = false;
  const stop = (reason: string): void => {
    if (isStopping) return;
    isStopping = true;
    log.info({ reason }, 'Store stopping.');
    endProcess(close, log);
  };
  watchParent(() => {
    stop('parent gone');
  });
  const store = await createEmbeddedStore({
    dataDir,
    listen,
    failPoints,
    conflicts,
    seed,
    noSync,
    log,
    clock: () => Date.now(),
    onFailure: () => {
      process.exit(1);
    },
  });
  close = () => store.close();
  process.on('exit', () => {
    removeSocket(listen, dataDir);
  });
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (settings.withParent) {
    process.stdin.on('end', () => {
      stop('parent gone');
    });
    process.stdin.on('error', () => {
      stop('parent gone');
    });
    process.stdin.resume();
  }
  process.stdout.on('error', () => {
    stop('stdout gone');
  });
  if (dataDir !== null) announce(join(dataDir, STORE_ADDRESS_FILE), store.uri);
  process.stdout.write(`ready store ${store.uri}\n`);
  log.info({ dataDir, address: listen }, 'Store ready.');
}

// What it makes is its user's alone: the data are people's names and addresses.
process.umask(0o077);
answerHelp(process.argv.slice(2), USAGE);
process.title = 'hub store';
main().catch((error: unknown) => {
  const reason = messageOf(error);
  const isUnknown = reason.startsWith('Unknown option');
  process.stderr.write(
    isUnknown ? `${reason.split('. ')[0] ?? reason}. ${USAGE}\n` : `${reason}\n`,
  );
  process.exit(1);
});
