import { expect } from '@jest/globals';
import { Writable } from 'node:stream';
import { pino, type Logger } from 'pino';
import { request } from 'undici';
import { ERROR_CODES } from '../../schema/error-codes.js';
import type { OddRequest } from './odd-requests.js';

/** A log that is kept, of errors alone. */
export function createErrorLog(): { readonly log: Logger; readonly lines: string[] } {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  return { log: pino({ level: 'error' }, stream), lines };
}

/** Sends it and expects an answer that no server's fault explains: each error with a code of ours. */
export async function expectClientsFault(base: string, sent: OddRequest): Promise<void> {
  const { statusCode, body } = await request(`${base}/graphql${sent.search}`, {
    method: sent.method as 'POST',
    headers: sent.headers,
    body: sent.body,
  });
  const text = await body.text();
  expect(statusCode).toBeLessThan(500);
  if (text === '') return;
  const { errors = [] } = JSON.parse(text) as {
    errors?: { message: string; extensions: { code: string } }[];
  };
  for (const { message, extensions } of errors) {
    expect(Object.keys(ERROR_CODES)).toContain(extensions.code);
    expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
    expect(message.length).toBeLessThan(600);
  }
  if (statusCode >= 400) expect(errors).not.toEqual([]);
}
