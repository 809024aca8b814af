import { z } from 'zod';

// Settings that are lists, separated by commas. A fault names the place in the list, never what stands there.

/** Texts without the blanks around them; empty ones are left out. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** A list of which each element is as wanted. @param wanted - Completes the sentence `wanted …`. */
function listOf(wanted: string, accepts: (text: string) => boolean) {
  return list.check((context) => {
    context.value.forEach((text, index) => {
      if (accepts(text)) return;
      const message = `wanted ${wanted}, got something else in place ${index + 1} of the list`;
      context.issues.push({ code: 'custom', message, input: context.value });
    });
  });
}

/**
 * Whether the text is an origin as a browser writes it, which is how it is compared: scheme and host in lower case, no
 * path, no slash at the end, no port where it is the scheme's own.
 */
function isOrigin(text: string): boolean {
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^\s/?#@*]+$/.test(text) || !URL.canParse(text)) return false;
  const { origin, host, protocol } = new URL(text);
  return origin === 'null' ? text === `${protocol}//${host.toLowerCase()}` : origin === text;
}

const ORIGIN =
  'origins such as "https://example.org" or "http://localhost:8080", in lower case, without a path or a slash at the end';

/** Origins of sites, or `*` alone. */
export const origins = listOf(
  `${ORIGIN}, or "*" alone`,
  (text) => text === '*' || isOrigin(text),
).refine(
  (texts) => texts.length > 0 && (texts.length === 1 || !texts.includes('*')),
  'wanted at least one origin, and "*" alone if at all',
);

const Network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

/** Addresses, or networks such as `10.0.0.0/8`. */
export const networks = listOf(
  'addresses, or networks such as "10.0.0.0/8"',
  (text) => Network.safeParse(text).success,
);

/** Headers that belong to one connection or one message, or that the gateway writes itself. */
const OWN_HEADERS =
  /^(accept|accept-encoding|authorization|connection|content-.*|cookie|expect|host|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/;

/** Lower-case names of headers that may be passed on. What a client shows of itself is for the gateway alone. */
export const headerNames = listOf(
  'names of headers that may be passed on, such as "accept-language" ("authorization" never is)',
  (text) => /^[a-z0-9!#$%&'*+.^_`|~-]+$/i.test(text) && !OWN_HEADERS.test(text.toLowerCase()),
).transform((names) => [...new Set(names.map((name) => name.toLowerCase()))]);

const WANTED_PAIR = 'name=http://… pairs, each name once';

/** `catalogue=http://…,booking=http://…` as a map from name to address. */
export const urlByName = list.transform((pairs, context) => {
  const urls = new Map<string, string>();
  pairs.forEach((pair, index) => {
    const [, name, url] = /^([^=\s]+)=(https?:\/\/.+)$/.exec(pair) ?? [];
    if (name !== undefined && url !== undefined && URL.canParse(url) && !urls.has(name)) {
      urls.set(name, url);
      return;
    }
    const message = `wanted ${WANTED_PAIR}, got something else in place ${index + 1} of the list`;
    context.addIssue({ code: 'custom', message });
  });
  return urls;
});
