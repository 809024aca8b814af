import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemClock } from '../../process/clock.js';
import { readTextFile } from '../../process/read-text-file.js';
import { isCooperativeId } from '../../words/ids.js';
import { HUB_PROCESSES, isHubProcess } from './hub-processes.js';
import { makeProcessKey, parseProcessJwk, publicPartOf, type ProcessJwk } from './process-key.js';
import {
  currentKeys,
  isDevelopmentKid,
  parsePublicKeys,
  publishedKeys,
  type PublicJwk,
} from './public-keys.js';
import { messageOf } from '../../process/message-of.js';

/** How long the key that was replaced is still taken: until every process that signs with it is started anew. */
const TAKEN_FOR_MS = 3_600_000;
const WANTED = 'the private key of a process';
/** Folder with what is no secret. */
const PUBLIC = 'public';

/**
 * The keys of a network, as files: `DIR/PROCESS/key.json` is for that process alone, `DIR/public/hub-keys.json` for those of the
 * hub, which the catalogue publishes; `DIR/COOPERATIVE/public.json` is what a cooperative has registered of its key. Each folder can
 * be given to whom it concerns.
 */
export class KeyFolder {
  constructor(private readonly dir: string) {}

  /** The file with the private key of a process. */
  fileOf(id: string): string {
    return join(this.dir, id, 'key.json');
  }

  /** The file with the public keys of the hub's processes. */
  get publicFile(): string {
    return join(this.dir, PUBLIC, 'hub-keys.json');
  }

  /** The file with the public part of a process's key: of a cooperative's as it is registered. */
  publicFileOf(id: string): string {
    return isHubProcess(id) ? this.publicFile : join(this.dir, id, 'public.json');
  }

  /**
   * Makes the keys that are missing of the hub's processes.
   * @param isDevelopment - Whether they are to be marked, so that production refuses them.
   * @throws Error naming the file that is no key.
   */
  completeHub(isDevelopment: boolean): void {
    this.#complete(HUB_PROCESSES, isDevelopment);
    this.#publish(systemClock.now().getTime());
  }

  /**
   * The same of these cooperatives alone.
   * @throws Error naming the file that is no key, or the id that is no cooperative's; then nothing is made.
   */
  completeCooperatives(ids: readonly string[], isDevelopment: boolean): void {
    const wrong = ids.find((id) => !mayHaveFolder(id));
    if (wrong !== undefined) throw new Error(`Wanted ids of cooperatives, got "${wrong}".`);
    this.#complete(ids, isDevelopment);
    for (const id of ids) this.#publishOwn(id);
  }

  /**
   * Gives a process another key. That which it had is taken for an hour more; pseudonyms stay.
   * @param now - In milliseconds since 1970.
   * @throws Error naming the file that is no key, or saying until when the process has two; then everything is as it was.
   */
  rotate(id: string, now: number): void {
    const old = this.#read(id);
    const current = currentKeys(this.#readPublic(now), now);
    const replaced = current.find(({ iss, kid }) => iss === id && kid !== old.kid);
    if (replaced !== undefined) {
      const until = replaced.retireAt ?? 'its "retireAt", which is missing';
      throw new Error(
        `"${id}" has been given another key already, and that which it had is taken until ${until}: wanted no third one before.`,
      );
    }
    if (isHubProcess(id)) this.#publish(now);
    this.#write(makeProcessKey(id, isDevelopmentKid(old.kid), old.pseudonymSecret));
    if (isHubProcess(id)) this.#publish(now);
    else this.#publishOwn(id);
  }

  /** The public part of a process's key. @throws Error naming the file. */
  publicKeyOf(id: string): PublicJwk {
    return publicPartOf(this.#read(id));
  }

  #complete(ids: readonly string[], isDevelopment: boolean): void {
    for (const id of ids) {
      if (!existsSync(this.fileOf(id))) this.#write(makeProcessKey(id, isDevelopment));
    }
  }

  #read(id: string): ProcessJwk {
    const file = this.fileOf(id);
    try {
      return parseProcessJwk(readTextFile(file, WANTED));
    } catch (error) {
      throw new Error(`${file}: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }

  #write(key: ProcessJwk): void {
    const file = this.fileOf(key.iss);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    write(file, key, 0o600);
  }

  #publishOwn(cooperative: string): void {
    write(this.publicFileOf(cooperative), this.publicKeyOf(cooperative), 0o644);
  }

  /** A key that no process has any more is taken for an hour; those with which records were signed stay. @param now - From when, in milliseconds since 1970. */
  #publish(now: number): void {
    const own = HUB_PROCESSES.map((id) => this.publicKeyOf(id));
    const retireAt = new Date(now + TAKEN_FOR_MS).toISOString();
    const replaced = this.#readPublic(now)
      .filter(({ kid }) => own.every((key) => key.kid !== kid))
      .map((key) => ({ retireAt, ...key }));
    mkdirSync(dirname(this.publicFile), { recursive: true });
    const keys = [...own, ...publishedKeys(replaced, systemClock.now().getTime())];
    write(this.publicFile, { keys }, 0o644);
  }

  /** Those of the hub's processes that stay published; none where there is no file yet. @throws Error naming the file. */
  #readPublic(now: number): readonly PublicJwk[] {
    const file = this.publicFile;
    if (!existsSync(file)) return [];
    try {
      const json: unknown = JSON.parse(readTextFile(file, 'public keys'));
      return publishedKeys(parsePublicKeys(json, false, now), now);
    } catch (error) {
      throw new Error(`${file}: ${messageOf(error)}`, { cause: error });
    }
  }
}

/** The hub's processes have theirs, and `public` is for all to read. */
const mayHaveFolder = (id: string): boolean =>
  isCooperativeId(id) && !isHubProcess(id) && id !== PUBLIC;

/** Nobody ever reads half of it. */
function write(file: string, json: object, mode: number): void {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(json, null, 2)}\n`, { mode });
  chmodSync(half, mode);
  renameSync(half, file);
}
