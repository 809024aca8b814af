import type { IncomingMessage } from 'node:http';

/** A request that is refused before GraphQL sees it. */
export class RefusedRequest extends Error {
  constructor(
    readonly status: 400 | 413 | 415,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Refuses POSTs that a page of another site can send without asking first (text/plain, forms, no type at all). With
 * these out of the way and cookies never read, GET needs no special header.
 */
function checkType({ headers }: IncomingMessage): void {
  const given = headers['content-type'] ?? '';
  const [type = ''] = given.split(';', 1);
  if (type.trim().toLowerCase() !== 'application/json') {
    const got = type === '' ? 'none' : JSON.stringify(type.slice(0, 60));
    throw new RefusedRequest(415, `POST needs the content-type application/json, got ${got}.`);
  }
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(given)?.[1];
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8') {
    throw new RefusedRequest(
      415,
      `The charset must be utf-8, got ${JSON.stringify(charset.slice(0, 60))}.`,
    );
  }
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new RefusedRequest(415, 'The request must not be compressed.');
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
    request
      .on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= limitBytes) chunks.push(chunk);
        else reject(new RefusedRequest(413, `The request must have at most ${limitBytes} bytes.`));
      })
      .once('end', () => {
        resolve(Buffer.concat(chunks));
      })
      .once('error', reject)
      .once('close', () => {
        if (!request.complete) reject(new RefusedRequest(400, 'The request broke off.'));
      });
  });
}
