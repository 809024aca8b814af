import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemClock } from '../../process/clock.js';
import { readTextFile } from '../../process/read-text-file.js';
import { HUB_PROCESSES, isHubProcess } from './hub-processes.js';
import { makeProcessKey, parseProcessJwk, publicPartOf, type ProcessJwk } from './process-key.js';
import { currentKeys, isDevelopmentKid, parsePublicKeys, type PublicJwk } from './public-keys.js';
import { messageOf } from '../../process/message-of.js';

/** How long the key that was replaced is still taken: until every process that signs with it is started anew. */
const TAKEN_FOR_MS = 3_600_000;
const WANTED = 'the private key of a process';

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

  /** The file with the public part of a cooperative's key, as it is registered. */
  ownPublicFileOf(cooperative: string): string {
    return join(this.dir, cooperative, 'public.json');
  }

  /** The file with the public keys of the hub's processes. */
  get publicFile(): string {
    return join(this.dir, 'public', 'hub-keys.json');
  }

  /**
   * Makes the keys that are missing, of the hub's processes and of these cooperatives.
   * @param isDevelopment - Whether they are to be marked, so that production refuses them.
   * @throws Error naming the file that is no key.
   */
  complete(cooperatives: readonly string[], isDevelopment: boolean): void {
    for (const id of [...HUB_PROCESSES, ...cooperatives]) {
      if (!existsSync(this.fileOf(id))) this.#write(makeProcessKey(id, isDevelopment));
    }
    for (const id of cooperatives) this.#publishOwn(id);
    this.#publish();
  }

  /** Gives a process another key. That which it had is taken for an hour more; pseudonyms stay. */
  rotate(id: string, now: number): void {
    const old = this.#read(id);
    const isDevelopment = isDevelopmentKid(old.kid);
    const retired = { ...publicPartOf(old), retireAt: new Date(now + TAKEN_FOR_MS).toISOString() };
    this.#write(makeProcessKey(id, isDevelopment, old.pseudonymSecret));
    if (isHubProcess(id)) this.#publish(retired);
    else this.#publishOwn(id);
  }

  /** The public part of a process's key. @throws Error naming the file. */
  publicKeyOf(id: string): PublicJwk {
    return publicPartOf(this.#read(id));
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
    write(this.ownPublicFileOf(cooperative), this.publicKeyOf(cooperative), 0o644);
  }

  /** @param retired - A key that is taken for a while longer. */
  #publish(retired?: PublicJwk): void {
    const own = HUB_PROCESSES.map((id) => this.publicKeyOf(id));
    const known = existsSync(this.publicFile)
      ? parsePublicKeys(
          JSON.parse(readTextFile(this.publicFile, 'public keys')),
          false,
          systemClock.now().getTime(),
        )
      : [];
    const others = [...(retired ? [retired] : []), ...known].filter(
      ({ kid }, index, all) =>
        own.every((key) => key.kid !== kid) && all.findIndex((key) => key.kid === kid) === index,
    );
    mkdirSync(dirname(this.publicFile), { recursive: true });
    write(
      this.publicFile,
      { keys: [...own, ...currentKeys(others, systemClock.now().getTime())] },
      0o644,
    );
  }
}

/** Nobody ever reads half of it. */
function write(file: string, json: object, mode: number): void {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(json, null, 2)}\n`, { mode });
  chmodSync(half, mode);
  renameSync(half, file);
}
