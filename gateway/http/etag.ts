import { createHash } from 'node:crypto';

/** A weak entity tag of a text. */
export function weakTag(text: string): string {
  return `W/"${createHash('sha1').update(text).digest('base64url')}"`;
}

/**
 * The tag of an answer. Two answers that differ only in `coverage.stale[].ageSeconds` have the same one, which is why it
 * is weak: ages to the second would make every answer a new one.
 */
export function answerTag(body: string): string {
  const at = body.lastIndexOf('"extensions":{');
  if (at < 0) return weakTag(body);
  return weakTag(body.slice(0, at) + body.slice(at).replaceAll(/"ageSeconds":\d+/g, ''));
}

/** Whether a client that sent this `If-None-Match` has what the tag names. */
export function isSame(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const strip = (text: string): string => text.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').map(strip).includes(strip(tag));
}
