import { createHash } from 'node:crypto';

/** A weak entity tag of a text. */
export function weakTag(text: string): string {
  return `W/"${createHash('sha1').update(text).digest('base64url')}"`;
}

/** Whether a client that sent this `If-None-Match` has what the tag names. */
export function isSame(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const strip = (text: string): string => text.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').map(strip).includes(strip(tag));
}
