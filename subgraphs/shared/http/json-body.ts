import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import { MIMEType } from 'node:util';
import { hasMoreValues } from './count-values.js';
import { RefusedRequest } from './refused-request.js';

/** How much of a foreign text is told back. */
const SHOWN = 60;

const shown = (text: string): string => JSON.stringify(text.slice(0, SHOWN));

/**
 * Refuses POSTs that a page of another site can send without asking first (text/plain, forms, no type at all). With
 * these out of the way and cookies never read, GET needs no special header.
 * @throws RefusedRequest
 */
export function checkType(headers: IncomingHttpHeaders): void {
  const given = headers['content-type'];
  if (given !== 'application/json') {
    const type = parseType(given ?? '');
    if (type?.essence !== 'application/json') {
      const got = given === undefined || given === '' ? 'none' : shown(given);
      throw new RefusedRequest(415, `POST needs the content-type application/json, got ${got}.`);
    }
    const charset = type.params.get('charset') ?? 'utf-8';
    if (charset.toLowerCase() !== 'utf-8') {
      throw new RefusedRequest(415, `The charset must be utf-8, got ${shown(charset)}.`);
    }
  }
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new RefusedRequest(415, 'The request must not be compressed.');
  }
}

function parseType(text: string): MIMEType | null {
  try {
    return new MIMEType(text);
  } catch {
    return null;
  }
}

/**
 * What a body says.
 * @param bytes - Not none.
 * @param mostValues - That it may hold; however many where left out.
 * @throws RefusedRequest
 */
export function parseJson(bytes: Buffer, mostValues = Infinity): unknown {
  if (hasMoreValues(bytes, mostValues)) {
    throw new RefusedRequest(413, `The request body may hold ${mostValues} values, got more.`);
  }
  // Else every wrong byte would be replaced, and what was not asked would be answered.
  if (!isUtf8(bytes)) throw new RefusedRequest(400, 'The request body is not UTF-8.');
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw new RefusedRequest(400, 'The request body is not JSON.');
  }
}
