import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSigner } from '../../shared/identity/processes/key-file.js';
import { KeyFolder } from '../../shared/identity/processes/key-folder.js';
import type { PublicJwk } from '../../shared/identity/processes/public-keys.js';
import type { RequestSigner } from '../../shared/identity/processes/sign-request.js';

/** By what the processes of a network know each other. */
export interface NetworkKeys {
  /** What a process of the hub is told of them. */
  settingsOf(id: 'booking' | 'catalogue' | 'gateway' | 'procurement'): {
    readonly PROCESS_KEY_FILE: string;
    readonly HUB_KEYS_FILE: string;
  };
  /** With which a cooperative signs; null where it signs nothing, as while developing. */
  keyOf(cooperative: string): { readonly file: string; readonly publicKey: PublicJwk } | null;
  /** Signs what the network itself asks. */
  readonly signer: RequestSigner;
  /** Removes what is not to be kept. */
  close(): void;
}

export interface KeyOptions {
  /** Of the network; null keeps nothing. */
  readonly dataDir: string | null;
  /** Folder with keys that `npm run keys` made; undefined to make some for development. */
  readonly keysDir: string | undefined;
  readonly isProduction: boolean;
}

/** Opens the network's keys, and makes some where it is one for development. @throws Error naming KEYS_DIR, or the file at fault. */
export function openKeys({ dataDir, keysDir, isProduction }: KeyOptions): NetworkKeys {
  const kept = keysDir ?? (dataDir === null ? null : join(dataDir, 'keys'));
  const dir = kept ?? mkdtempSync(join(tmpdir(), 'hub-keys-'));
  const folder = new KeyFolder(dir);
  if (keysDir === undefined) folder.completeHub(true);
  else if (!existsSync(folder.publicFile)) {
    throw new Error(`KEYS_DIR: wanted a folder with keys, as "npm run keys -- ${keysDir}" makes.`);
  }
  return {
    settingsOf: (id) => ({
      PROCESS_KEY_FILE: folder.fileOf(id),
      HUB_KEYS_FILE: folder.publicFile,
    }),
    keyOf: (cooperative) => {
      const file = folder.fileOf(cooperative);
      return existsSync(file) ? { file, publicKey: folder.publicKeyOf(cooperative) } : null;
    },
    signer: loadSigner(folder.fileOf('network'), { issuer: 'network', isProduction }),
    close: () => {
      if (kept === null) rmSync(dir, { recursive: true, force: true });
    },
  };
}
