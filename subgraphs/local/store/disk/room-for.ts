import { recordNumberOf, type RecordId } from '../state/collection.js';
import type { DataChanges } from '../state/storage.js';
import type { DocumentChange } from '../state/write-unit.js';
import type { WantedRoom } from './file-room.js';

/** Pages that a commit may write beside those of its records: the paths to them, what is free, and what the file is made of. */
const PAGES_OF_COMMIT = 32;
/** Pages that a small record may touch, or records removed in a row: theirs, one more, and their share of those above. */
const PAGES_OF_RECORD = 3;
/** Larger documents get pages of their own: LMDB has at least two records on a page. */
const MAX_INLINE_BYTES = 2_000;
/** The least that LMDB has. */
const PAGE_BYTES = 4_096;
/** Pages that become free are listed: so many on a page at least. */
const LISTED_PER_PAGE = 256;

/** The room that a commit may need, at most. */
export function roomFor({ documents, catalogue }: DataChanges): WantedRoom {
  const isMade = [...catalogue.values()].some((collection) => collection !== null);
  let pages = PAGES_OF_COMMIT + catalogue.size * PAGES_OF_RECORD;
  let [rowPages, storedBytes, removedBytes] = [0, 0, 0];
  for (const byRecord of documents.values()) {
    pages += PAGES_OF_RECORD * rowsRemoved(byRecord);
    for (const { before, after } of byRecord.values()) {
      removedBytes += before?.length ?? 0;
      if (after === null) continue;
      storedBytes += after.length;
      pages += PAGES_OF_RECORD;
      if (after.length > MAX_INLINE_BYTES) rowPages += Math.ceil(after.length / PAGE_BYTES) + 1;
    }
  }
  pages += rowPages + Math.ceil(removedBytes / PAGE_BYTES / LISTED_PER_PAGE);
  return { pages, rowPages, grows: isMade || storedBytes > removedBytes };
}

/** Records that follow each other are removed page by page, and an emptied page can be written again in the same commit. */
function rowsRemoved(byRecord: ReadonlyMap<RecordId, DocumentChange>): number {
  const numbers = [...byRecord]
    .filter(([, { after }]) => after === null)
    .map(([id]) => recordNumberOf(id))
    .sort((left, right) => left - right);
  return numbers.filter((number, index) => numbers[index - 1] !== number - 1).length;
}
