import { statSync } from 'node:fs';
import { systemClock } from '../../process/clock.js';
import type { Logger } from '../../process/logger.js';
import { readTextFile } from '../../process/read-text-file.js';
import { parsePublicKeys, publishedKeys, toTrustedKey, type PublicJwk } from './public-keys.js';
import type { TrustedKey, TrustedKeys } from './verify-request.js';
import { messageOf } from '../../process/message-of.js';

export interface FileKeysOptions {
  /** As HUB_KEYS_FILE names it. */
  readonly file: string;
  readonly isProduction: boolean;
  readonly log: Logger;
  /** How soon a change of the file is seen. */
  readonly lookEveryMs?: number;
}

const LOOK_EVERY_MS = 1_000;

/** The keys of the hub's own processes, from a file that is read again when it has changed. */
export class FileKeys implements TrustedKeys {
  #keys: readonly PublicJwk[] = [];
  #byKid: ReadonlyMap<string, TrustedKey> = new Map();
  #version = '';
  /** Version that was at fault when it was looked at last; it may be none once a key in it is retired. */
  #faulty = '';
  #lookAgainAt = 0;

  /** @throws Error naming HUB_KEYS_FILE, and what was wanted of it. */
  constructor(private readonly options: FileKeysOptions) {
    this.#read();
  }

  /** Those that everybody is to know. */
  get published(): readonly PublicJwk[] {
    this.#look();
    return publishedKeys(this.#keys, systemClock.now().getTime());
  }

  find(kid: string): TrustedKey | null {
    this.#look();
    return this.#byKid.get(kid) ?? null;
  }

  /** A file that cannot be read, or is at fault, changes nothing. */
  #look(): void {
    const now = performance.now();
    if (now < this.#lookAgainAt) return;
    this.#lookAgainAt = now + (this.options.lookEveryMs ?? LOOK_EVERY_MS);
    let version = '';
    try {
      version = this.#versionNow();
      if (version !== this.#version) this.#read();
    } catch (error) {
      if (version === this.#faulty) return;
      this.#faulty = version;
      this.options.log.error({ err: error }, 'The keys stay as they were.');
    }
  }

  #read(): void {
    const { file, isProduction } = this.options;
    try {
      const version = this.#versionNow();
      const json: unknown = JSON.parse(readTextFile(file, 'public keys as a JWK set'));
      this.#keys = parsePublicKeys(json, isProduction, systemClock.now().getTime());
      this.#byKid = new Map(this.#keys.map((key) => [key.kid, toTrustedKey(key)]));
      this.#version = version;
    } catch (error) {
      const reason = messageOf(error);
      throw new Error(`HUB_KEYS_FILE: ${reason}`, { cause: error });
    }
  }

  #versionNow(): string {
    const found = statSync(this.options.file, { throwIfNoEntry: false });
    return found ? `${found.mtimeMs} ${found.size} ${found.ino}` : '';
  }
}
