import { createHash } from 'node:crypto';
import { canonicalInput } from '../../../shared/words/canonical-input.js';

/** A digest of a command and its input that does not depend on the order of keys; absent and null are the same. */
export function hashInput(command: string, input: object): string {
  return createHash('sha256')
    .update(canonicalInput([command, input]))
    .digest('base64url');
}
