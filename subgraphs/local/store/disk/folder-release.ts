import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRelease, RELEASE } from '../../../shared/process/release.js';

/** In a data folder: the release that worked on it last, as a line of text. */
const FILE = 'store.release';

const releaseOf = (folder: string): string | undefined => {
  const file = join(folder, FILE);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
};

/**
 * To be called before the folder's data are opened.
 * @returns Whether any release has worked on it.
 * @throws NewerData when a later release wrote them.
 */
export function checkFolderRelease(folder: string): boolean {
  const writtenBy = releaseOf(folder);
  checkRelease(`The data folder ${folder}`, writtenBy);
  return writtenBy !== undefined;
}

/** Says in the folder that this release works on it. */
export function noteFolderRelease(folder: string): void {
  if (releaseOf(folder) === RELEASE) return;
  const file = join(folder, FILE);
  writeFileSync(`${file}.new`, `${RELEASE}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
