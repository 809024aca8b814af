import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import {
  MongoClient,
  MongoServerError,
  type Db,
  type Document,
  type MongoClientOptions,
  type ObjectId,
} from 'mongodb';
import { endWithSuite } from '../../support/children.js';
import { units } from '../../support/unit.js';

/** A document of any fields under any of the usual ids. */
export interface Stored extends Document {
  readonly _id?: number | string | ObjectId;
}

/** A database that nobody else uses. */
export interface Fresh {
  readonly client: MongoClient;
  readonly db: Db;
  /** Drops the database and disconnects. */
  close(): Promise<void>;
}

/** Connects to a database of a random name: on the given server, else on that of MONGODB_URI. */
export async function connect(
  uri = process.env['MONGODB_URI'],
  options: MongoClientOptions = {},
): Promise<Fresh> {
  if (uri === undefined || uri === '') throw new Error('MONGODB_URI is not set.');
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: units(50), ...options });
  await client.connect();
  const db = client.db(`test-${randomUUID()}`);
  return {
    client,
    db,
    close: async () => {
      await db.dropDatabase().catch(() => undefined);
      await client.close();
    },
  };
}

/** The error a promise is refused with. @throws Error when it is not refused by the server. */
export async function refusal(promise: Promise<unknown>): Promise<MongoServerError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof MongoServerError) return error;
    throw error;
  }
  throw new Error('Expected the server to refuse.');
}

/** The code a promise is refused with. */
export async function codeOf(promise: Promise<unknown>): Promise<number | string | undefined> {
  return (await refusal(promise)).code;
}

export interface StoreProcess {
  readonly uri: string;
  readonly pid: number;
  /** What it wrote to standard error so far. */
  stderr(): string;
  /** Sends a signal and waits for the end. @returns The exit code, null when killed. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Closes its standard input and waits for the end. */
  hangUp(): Promise<number | null>;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** @param within - A command that runs another, such as in namespaces. */
function spawnStore(args: readonly string[], within: readonly string[] = []): Child {
  const entry = join(process.cwd(), 'dist', 'subgraphs', 'local', 'store', 'main.js');
  const [command = '', ...words] = [...within, process.execPath, entry, ...args];
  return endWithSuite(spawn(command, words, { stdio: ['pipe', 'pipe', 'pipe'] }));
}

async function exitOf(child: Child): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

/** Starts the built store. @throws Error with its standard error when it ends before it is ready. */
export async function startStore(
  args: readonly string[],
  within: readonly string[] = [],
): Promise<StoreProcess> {
  const child = spawnStore(args, within);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const uri = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => {
      resolve(line.replace(/^ready store /, ''));
    });
    child.once('exit', () => {
      reject(new Error(stderr));
    });
  });
  return {
    uri,
    pid: child.pid ?? 0,
    stderr: () => stderr,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return exitOf(child);
    },
    hangUp: () => {
      child.stdin.end();
      return exitOf(child);
    },
  };
}

/** Runs the built store to its end, for refusals. */
export async function runStore(
  args: readonly string[],
  within: readonly string[] = [],
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawnStore(args, within);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await exitOf(child);
  return { code, stdout, stderr };
}

/** A folder with a name in lower case, which is gone when `remove` was called. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = join(tmpdir(), `store-test-${randomUUID().slice(0, 8)}`);
  mkdirSync(path);
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
