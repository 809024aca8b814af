import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the data folder of an embedded store while that runs: its URI. */
export const STORE_ADDRESS_FILE = 'store.uri';

/** URI of the store that runs on a data folder; null when none does, as far as the folder tells. */
export function findRunningStore(dataDir: string): string | null {
  const file = join(dataDir, STORE_ADDRESS_FILE);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}
