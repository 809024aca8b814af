import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

const TOO_LARGE = 'The address and the headers are too long.';

/** What is told of requests that are no HTTP, by Node's code; the rest is 400. */
const FAULTS: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, TOO_LARGE],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The request is too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not come in time.'],
};

/** Answers what cannot be read as HTTP in JSON with a code, as all else is answered. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] = FAULTS[error.code ?? ''] ?? [400, 'The request is not HTTP.'];
  const body = JSON.stringify({
    errors: [{ message, extensions: { code: 'BAD_REQUEST' } }],
  });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nconnection: close\r\n` +
      `content-type: application/json; charset=utf-8\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  // Else it would stay for as long as the other side sends.
  socket.destroySoon();
}
