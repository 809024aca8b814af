import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Reads a file that somebody named on the command line.
 * @param wanted - What it should be, for the message: `a CPV list`.
 * @throws Error saying what was wanted and what is there: nothing, a folder, an empty file, other bytes than UTF-8.
 */
export function readTextFile(file: string, wanted: string): string {
  const refuse = (found: string, cause?: unknown) =>
    new Error(`${file}: wanted ${wanted}, found ${found}.`, { cause });
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw refuse(`no such file (${resolve(file)})`);
  if (found.isDirectory()) throw refuse('a folder');
  if (found.isFile() && found.size === 0) throw refuse('an empty file');
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw refuse('a file that cannot be read', error);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw refuse('a file that is not UTF-8', error);
  }
}
