import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { MIMEType } from 'node:util';
import { RefusedRequest } from './refused-request.js';

/** How much of a foreign text is told back. */
const SHOWN = 60;

const shown = (text: string): string => JSON.stringify(text.slice(0, SHOWN));

/**
 * Refuses POSTs that a page of another site can send without asking first (text/plain, forms, no type at all). With
 * these out of the way and cookies never read, GET needs no special header.
 */
function checkType({ headers }: IncomingMessage): void {
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
 * Reads the JSON body of a POST.
 * @returns An empty object where there is no body: Apollo Server refuses that in its own words.
 * @throws RefusedRequest
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<unknown> {
  checkType(request);
  const bytes = await readBytes(request, limitBytes);
  if (bytes.length === 0) return {};
  // Else every wrong byte would be replaced, and what was not asked would be answered.
  if (!isUtf8(bytes)) throw new RefusedRequest(400, 'The request body is not UTF-8.');
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw new RefusedRequest(400, 'The request body is not JSON.');
  }
}

/** By events: `for await` over a request costs several times as much. */
function readBytes(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const breakOff = (): void => {
      if (!request.complete) reject(new RefusedRequest(400, 'The request broke off.'));
    };
    request
      .on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= limitBytes) chunks.push(chunk);
        else reject(new RefusedRequest(413, `The request must have at most ${limitBytes} bytes.`));
      })
      .once('end', () => {
        resolve(Buffer.concat(chunks));
      })
      .once('error', breakOff)
      .once('close', breakOff);
  });
}
