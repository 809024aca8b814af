import { createHash } from 'node:crypto';

/** A digest of a command and its input that does not depend on the order of keys; absent and null are the same. */
export function hashInput(command: string, input: object): string {
  return createHash('sha256')
    .update(JSON.stringify([command, canonical(input)]))
    .digest('base64url');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, member]) => member !== null && member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => [key, canonical(member)]);
}
