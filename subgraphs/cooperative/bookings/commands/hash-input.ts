import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/words/canonical-json.js';

/** A digest of a command and its input that does not depend on the order of keys; absent and null are the same. */
export function hashInput(command: string, input: object): string {
  return createHash('sha256')
    .update(canonicalJson([command, input]))
    .digest('base64url');
}
