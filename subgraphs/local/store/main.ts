import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { destination, pino } from 'pino';
import { endProcess } from '../../shared/process/end.js';
import { watchParent } from '../../shared/process/parent.js';
import { answerHelp } from '../../shared/process/usage.js';
import { STORE_ADDRESS_FILE } from '../../shared/mongo/store-address.js';
import { inFolder } from './disk/folder-fault.js';
import { createEmbeddedStore, type ListenAddress } from './server.js';
import { messageOf } from '../../shared/process/message-of.js';

/** The longest path that fits a socket address on all platforms, with room to spare (unix(7)). */
const MAX_SOCKET_PATH_BYTES = 100;

const usage =
  'Usage: npm run store -- [--data DIR | --memory] [--port N] [--fail-points] [--conflicts SHARE] [--seed N] [--no-sync] [--with-parent]';

const log = pino(
  { name: 'store', level: process.env['LOG_LEVEL'] ?? 'warn' },
  destination({ fd: 2, sync: true }),
);

interface Settings {
  /** Null to keep nothing. */
  readonly dataDir: string | null;
  readonly port: number | null;
  readonly failPoints: boolean;
  readonly conflicts: number;
  readonly seed: number;
  readonly noSync: boolean;
  readonly withParent: boolean;
}

/** @throws Error saying which flag or value is wrong. */
function parseSettings(args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      memory: { type: 'boolean', default: false },
      port: { type: 'string' },
      'fail-points': { type: 'boolean', default: false },
      conflicts: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      'no-sync': { type: 'boolean', default: false },
      'with-parent': { type: 'boolean', default: false },
    },
  });
  if (values.memory && values.data !== undefined) {
    throw new Error('--data and --memory exclude each other.');
  }
  if (values.data === '') throw new Error('--data must name a folder.');
  return {
    dataDir: values.memory ? null : (values.data ?? '.data'),
    port: values.port === undefined ? null : parseNumber('--port', values.port, 65_535, true),
    failPoints: values['fail-points'],
    conflicts: parseNumber('--conflicts', values.conflicts, 1, false),
    seed: parseNumber('--seed', values.seed, 0xffffffff, true),
    noSync: values['no-sync'],
    withParent: values['with-parent'],
  };
}

function parseNumber(flag: string, text: string, largest: number, isWhole: boolean): number {
  const number = text.trim() === '' ? NaN : Number(text);
  if (number >= 0 && number <= largest && (!isWhole || Number.isInteger(number))) return number;
  throw new Error(
    `${flag} must be a ${isWhole ? 'whole ' : ''}number from 0 to ${largest}, got "${text}".`,
  );
}

/**
 * Whether drivers can connect to a socket at this path. They bring the names of a replica set's
 * members into lower case, and a member's name is its path.
 */
function isUsableSocketPath(path: string): boolean {
  return Buffer.byteLength(path) <= MAX_SOCKET_PATH_BYTES && path === path.toLowerCase();
}

/**
 * A socket only this user can reach, in the data folder or else a temporary one; where neither will
 * do, a port of this machine.
 */
function chooseAddress({ port, dataDir }: Settings, makeTemporary: () => string): ListenAddress {
  if (port !== null) return { host: '127.0.0.1', port };
  if (process.platform !== 'win32') {
    const inData = dataDir === null ? null : join(resolve(dataDir), 'store.sock');
    if (inData !== null && isUsableSocketPath(inData)) return { socketPath: inData };
    const inTemporary = join(makeTemporary(), 'store.sock');
    if (isUsableSocketPath(inTemporary)) return { socketPath: inTemporary };
  }
  log.warn(
    'No path serves as a socket: listening on 127.0.0.1, where every user of this machine can connect.',
  );
  return { host: '127.0.0.1', port: 0 };
}

/** Leaves the store's address in its data folder while it runs, for tools that want to look inside. */
function announce(file: string, uri: string): void {
  writeFileSync(file, `${uri}\n`, { mode: 0o600 });
  process.on('exit', () => {
    rmSync(file, { force: true });
  });
}

async function main(): Promise<void> {
  const settings = parseSettings(process.argv.slice(2));
  let temporary: string | null = null;
  const makeTemporary = (): string => {
    temporary = join(tmpdir(), `store-${randomBytes(8).toString('hex')}`);
    mkdirSync(temporary, { mode: 0o700 });
    return temporary;
  };
  const removeTemporary = (): void => {
    if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
  };
  const { dataDir, failPoints, conflicts, seed, noSync } = settings;
  const listen = chooseAddress(settings, makeTemporary);
  process.on('exit', removeTemporary);
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
  if (dataDir !== null) {
    inFolder(dataDir, () => {
      announce(join(dataDir, STORE_ADDRESS_FILE), store.uri);
    });
  }
  process.stdout.write(`ready store ${store.uri}\n`);
  log.info({ dataDir, address: listen }, 'Store ready.');
}

answerHelp(process.argv.slice(2), usage);
process.title = 'hub store';
main().catch((error: unknown) => {
  const reason = messageOf(error);
  const isUnknown = reason.startsWith('Unknown option');
  process.stderr.write(
    isUnknown ? `${reason.split('. ')[0] ?? reason}. ${usage}\n` : `${reason}\n`,
  );
  process.exit(1);
});
