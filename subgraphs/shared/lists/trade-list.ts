import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../../../schema/sdl.js';
import { readTextFile } from '../process/read-text-file.js';
import { overlayTrades } from './overlay-trades.js';
import { parseTrades, type WrittenTrade } from './parse-trades.js';
import { findCpv } from './look-up-code.js';
import { loadReferenceLists, TRADES_FILE } from './reference-lists.js';
import type { Trade } from './trade.js';

const LARGEST_BYTES = 1_000_000;
const EXTENSION = '.txt';

/** What a network adds, held against its official lists, which are read for it. */
function readAddedTrades(file: string, listsDir: string): WrittenTrade[] {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_BYTES) {
    throw new Error(`${file}: wanted at most ${LARGEST_BYTES} bytes, found ${size}.`);
  }
  const lists = loadReferenceLists(listsDir);
  const isKnownCode = (code: string): boolean => findCpv(lists, code) !== null;
  return parseTrades(readTextFile(file, 'a list of trades'), file, isKnownCode);
}

/**
 * The trades that ship with the project, and what `trades.txt` of a folder of lists adds to them. A test holds the codes of the
 * former against the CPV.
 * @param listsDir - Absent, or without such a file: nothing is added.
 * @throws Error naming file, line and what was wanted at the first fault.
 */
export function loadTrades(listsDir?: string): readonly Trade[] {
  const folder = projectPath('subgraphs', 'shared', 'lists', 'trades');
  const files = readdirSync(folder).filter((name) => name.endsWith(EXTENSION));
  const builtIn = overlayTrades(
    [],
    files.sort().flatMap((name) => {
      const field = name.slice(0, -EXTENSION.length);
      const trades = parseTrades(readTextFile(join(folder, name), 'trades'), name);
      return trades.map((trade) => ({ ...trade, field }));
    }),
  );
  if (listsDir === undefined) return builtIn;
  const added = join(listsDir, TRADES_FILE);
  if (!existsSync(added)) return builtIn;
  return overlayTrades(builtIn, readAddedTrades(added, listsDir));
}
