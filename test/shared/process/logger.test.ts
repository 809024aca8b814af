import { describe, expect, it } from '@jest/globals';
import { Socket } from 'node:net';
import { createLogger, type Logger } from '../../../subgraphs/shared/process/logger.js';
import { OncePerSecond } from '../../../subgraphs/shared/process/once-per-second.js';

const long = 'x'.repeat(1_900_000);

/** What a logger writes, as JSON. */
function lines(write: (log: Logger) => void, level = 'warn'): Record<string, unknown>[] {
  const written: string[] = [];
  write(createLogger('test', level, { write: (line) => void written.push(line) }));
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log of a process', () => {
  it.each([
    ['a text', { rawMessage: long }],
    ['a text in a list', { texts: ['short', long] }],
    ['the name of a field', { counts: { [long]: 1 } }],
    ['an error', { err: new Error(long) }],
    ['its cause', { err: new Error('short', { cause: new Error(long) }) }],
    ['its code', { err: Object.assign(new Error('short'), { code: long }) }],
    ['its name', { err: Object.assign(new Error('short'), { name: long }) }],
    ['the message', long],
  ])('has no text of more than 200 letters: %s', (_what, told) => {
    const [line] = lines((log) => {
      if (typeof told === 'string') log.warn(told);
      else log.warn(told, 'Something.');
    });

    const text = JSON.stringify(line);
    expect(text).toContain('x'.repeat(199));
    expect(text).not.toContain('x'.repeat(201));
  });

  it('says of an error where it was thrown and what caused it, not what hangs on it', () => {
    const refused = Object.assign(new Error('Refused.'), {
      code: 11_000,
      keyValue: { name: 'Aino' },
    });
    const err = new DOMException('Too late.', 'TimeoutError');
    const [wrapped, exception] = lines((log) => {
      log.error({ err: new Error('Not written.', { cause: refused }) }, 'One.');
      log.error({ err }, 'Another.');
    });

    expect(wrapped?.['err']).toEqual({
      type: 'Error',
      message: 'Not written.',
      stack: expect.arrayContaining([expect.stringContaining('logger.test')]),
      cause: { type: 'Error', message: 'Refused.', code: 11_000, stack: expect.any(Array) },
    });
    expect(exception?.['err']).toMatchObject({ type: 'TimeoutError', message: 'Too late.' });
    expect(JSON.stringify(exception)).not.toContain('_ERR');
  });

  it('says of what is no data only what it is', () => {
    const socket = new Socket();
    const [line] = lines((log) => {
      log.warn({ socket, at: new Date(0), counts: [1, { two: 2 }] }, 'Something.');
    });

    expect(line).toMatchObject({
      socket: '[Socket]',
      at: '1970-01-01T00:00:00.000Z',
      counts: [1, { two: 2 }],
    });
  });

  it('tells one cause once, however often it comes, also through the loggers of requests', () => {
    const told = lines((log) => {
      for (let requestId = 0; requestId < 200; requestId += 1) {
        const of = log.child({ requestId });
        of.warn({ subgraph: 'booking', rawMessage: String(requestId) }, 'Subgraph error.');
        of.error({ err: new Error(String(requestId)) }, 'Unexpected error.');
      }
    });

    expect(new Set(told.map(({ msg }) => msg))).toEqual(
      new Set(['Subgraph error.', 'Unexpected error.']),
    );
    // A busy machine may take longer than a second.
    expect(told.length).toBeLessThan(40);
  });

  it('tells other causes, and what is less than a warning, each time', () => {
    const told = lines((log) => {
      log.warn({ cooperative: 'karhu' }, 'Cooperative gave no usable answer.');
      log.warn({ cooperative: 'lumo' }, 'Cooperative gave no usable answer.');
      log.error({ err: new TypeError('a') }, 'Unexpected error.');
      log.error({ err: new RangeError('a') }, 'Unexpected error.');
      log.info('Looked.');
      log.info('Looked.');
    }, 'info');

    expect(told).toHaveLength(6);
  });
});

describe('once a second', () => {
  it('begins anew after a second, and says how many were left out', () => {
    let now = 0;
    const once = new OncePerSecond(() => now);
    const verdicts = [0, 400, 999, 1_000, 2_500].map((at) => {
      now = at;
      return once.admit('Something.', {});
    });

    expect(verdicts).toEqual([{ leftOut: 0 }, null, null, { leftOut: 2 }, { leftOut: 0 }]);
  });
});
