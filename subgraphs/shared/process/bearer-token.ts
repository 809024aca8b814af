import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether a request shows a token. Takes equally long whatever was shown.
 * @param header - Its `authorization` header.
 */
export function showsToken(header: string | undefined, token: string): boolean {
  // Digests are of one length.
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}
