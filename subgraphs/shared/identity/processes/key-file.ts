import { statSync } from 'node:fs';
import { readTextFile } from '../../process/read-text-file.js';
import { parseProcessKey, type KeyUse } from './process-key.js';
import { createSigner, UNSIGNED, type RequestSigner } from './sign-request.js';
import { messageOf } from '../../process/message-of.js';

/** Rights of anybody but the file's owner. */
const OF_OTHERS = 0o077;

/**
 * The signer of a process, by the file with its key.
 * @param file - As PROCESS_KEY_FILE names it; undefined for a process that signs nothing.
 * @throws Error naming PROCESS_KEY_FILE, and what was wanted of it.
 */
export function loadSigner(file: string | undefined, use: KeyUse): RequestSigner {
  if (file === undefined) return UNSIGNED;
  try {
    const text = readTextFile(file, 'the private key of this process');
    // Windows knows no such rights.
    const isOpen = process.platform !== 'win32' && (statSync(file).mode & OF_OTHERS) !== 0;
    if (isOpen) throw new Error('wanted a file that its owner alone may read (mode 0600).');
    return createSigner(parseProcessKey(text, use));
  } catch (error) {
    const reason = messageOf(error);
    throw new Error(`PROCESS_KEY_FILE: ${reason}`, { cause: error });
  }
}
