import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where the demo provider keeps what it has. */
export interface ProviderFolder {
  readonly path: string;
  /** `IDENTITY_FILE` of a hub that takes its tokens; the provider writes it before it is ready. */
  readonly identityFile: string;
  /** Removes it, unless its keys are kept for the next time. */
  close(): void;
}

/** @param dataDir - The network's own; null where it keeps nothing, or has a server. */
export function openProviderFolder(dataDir: string | null): ProviderFolder {
  const path =
    dataDir === null
      ? mkdtempSync(join(tmpdir(), 'hub-provider-'))
      : join(resolve(dataDir), 'provider');
  return {
    path,
    identityFile: join(path, 'identity.json'),
    close: () => {
      if (dataDir === null) rmSync(path, { recursive: true, force: true });
    },
  };
}
