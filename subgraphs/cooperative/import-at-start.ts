import { readFile } from 'node:fs/promises';
import type { Logger } from '../shared/process/logger.js';
import { LARGEST_FILE_BYTES, parseCooperativeFile } from '../shared/network-file/index.js';
import type { CooperativeDataSource } from './data-source/data-source.js';
import type { OpenCooperative } from './open-cooperative.js';
import type { Settings } from './settings.js';

/**
 * Imports IMPORT_FILE where it is set: always, or into an empty database only, as IMPORT_MODE says.
 * @throws NetworkFileError with every fault of the file; nothing is imported then.
 */
export async function importAtStart(
  dataSource: CooperativeDataSource,
  { cooperativeId, lists }: Pick<OpenCooperative, 'cooperativeId' | 'lists'>,
  settings: Settings,
  log: Logger,
): Promise<void> {
  const { IMPORT_FILE: file, IMPORT_MODE: mode } = settings;
  if (file === undefined) return;
  const [stored = null] = await dataSource.findCooperatives([cooperativeId]);
  if (stored !== null && mode === 'if-empty') return;
  const text = await readFile(file, 'utf8');
  const limit = LARGEST_FILE_BYTES;
  const { cooperative, unverified } = parseCooperativeFile(text, file, lists, cooperativeId, limit);
  const { counts, kept, unplaced } = await dataSource.import(cooperative, false);
  log.info({ file, counts }, 'Network file imported.');
  const standing = [...kept, ...unplaced.map(({ booking }) => booking)].map(({ _id }) => _id);
  if (standing.length > 0) log.warn({ file, bookings: standing }, 'Bookings to be looked at.');
  if (unverified.length > 0) log.warn({ file, unverified }, 'Codes that no loaded list knows.');
}
