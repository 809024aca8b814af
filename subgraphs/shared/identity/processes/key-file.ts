import { statSync } from 'node:fs';
import { readTextFile } from '../../process/read-text-file.js';
import { parseProcessKey, type KeyUse, type ProcessKey } from './process-key.js';
import { createSigner, UNSIGNED, type RequestSigner } from './sign-request.js';
import { messageOf } from '../../process/message-of.js';

/** Rights of anybody but the file's owner. */
const OF_OTHERS = 0o077;

/** The signer of a process, by the file with its key. As `loadProcessKey`; without a file it signs nothing. */
export function loadSigner(file: string | undefined, use: KeyUse): RequestSigner {
  const key = loadProcessKey(file, use);
  return key === null ? UNSIGNED : createSigner(key);
}

/**
 * The key of a process, by its file.
 * @param file - As PROCESS_KEY_FILE names it; undefined for a process that signs nothing.
 * @returns Null where no file is named.
 * @throws Error naming PROCESS_KEY_FILE, and what was wanted of it.
 */
export function loadProcessKey(file: string | undefined, use: KeyUse): ProcessKey | null {
  if (file === undefined) return null;
  try {
    const text = readTextFile(file, 'the private key of this process');
    // Windows knows no such rights.
    const isOpen = process.platform !== 'win32' && (statSync(file).mode & OF_OTHERS) !== 0;
    if (isOpen) throw new Error('wanted a file that its owner alone may read (mode 0600).');
    return parseProcessKey(text, use);
  } catch (error) {
    const reason = messageOf(error);
    throw new Error(`PROCESS_KEY_FILE: ${reason}`, { cause: error });
  }
}
