import { createClock, type Clock } from '../shared/process/clock.js';
import type { Database } from '../shared/mongo/database.js';
import { loadReferenceLists, type ReferenceLists } from '../shared/lists/reference-lists.js';
import type { Settings } from './settings.js';

/** What a cooperative's process and each of its commands need. */
export interface OpenCooperative extends Database {
  readonly cooperativeId: string;
  readonly clock: Clock;
  readonly lists: ReferenceLists;
  /** Per query. */
  readonly timeoutMs: number;
}

/** Reads the lists and opens the database. @param open - How, which is another for a process than for a command. */
export async function openCooperative(
  settings: Settings,
  open: () => Promise<Database>,
): Promise<OpenCooperative> {
  const { COOPERATIVE, LISTS_DIR, MONGODB_TIMEOUT_MS, NOW } = settings;
  const lists = loadReferenceLists(LISTS_DIR);
  const database = await open();
  return {
    ...database,
    cooperativeId: COOPERATIVE,
    clock: createClock(NOW),
    lists,
    timeoutMs: MONGODB_TIMEOUT_MS,
  };
}
