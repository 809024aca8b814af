import { createHash } from 'node:crypto';

const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** What browsers may do with answers: by default nothing but read them. */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': NOTHING,
} as const;

/** How the Content-Security-Policy names an inline script or style. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The Content-Security-Policy of a page that may do more. @param directives - Such as `connect-src 'self'`. */
export function policyOf(directives: readonly string[]): string {
  return [NOTHING, ...directives].join('; ');
}
