import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Sender } from '../../../subgraphs/shared/owners/sender.js';
import { withTraceHeaders } from '../../../subgraphs/shared/owners/trace-headers.js';
import { TimeLimit } from '../../../subgraphs/shared/process/time-limit.js';
import { eventually } from '../../support/eventually.js';
import { hanging, startFakeEndpoint, type FakeEndpoint } from '../../support/fakes/endpoint.js';

/** Far longer than anything here takes, unless a test ends it. */
const LONG_MS = 60_000;
const SOON_MS = 10_000;

describe('what is sent by HTTP', () => {
  let endpoint: FakeEndpoint;
  let sender: Sender;

  beforeEach(async () => {
    endpoint = await startFakeEndpoint(hanging);
    sender = new Sender({ connections: 1, largestAnswerBytes: 1_000 });
  });
  afterEach(async () => {
    await sender.close();
    await endpoint.close();
  });

  const get = (limit = TimeLimit.within(LONG_MS)) =>
    sender.send({ method: 'GET', url: endpoint.url, limit });
  const arrivals = (count: number) =>
    eventually(
      () => Promise.resolve(endpoint.requests.length),
      (seen) => seen === count,
      SOON_MS,
    );

  it.each([200, 307, 404, 503])('is answered whole, whatever the status: %i', async (status) => {
    endpoint.behaviour = (_request, response) => {
      response.writeHead(status, { location: endpoint.url }).end('text');
    };

    const outcome = await get();

    expect(outcome).toMatchObject({ kind: 'answer', status, body: Buffer.from('text') });
    expect(endpoint.requests).toHaveLength(1);
  });

  it('tells for how long it is waited for', async () => {
    endpoint.behaviour = (_request, response) => response.end();
    const limit = TimeLimit.within(LONG_MS);

    await get(limit);

    const told = endpoint.requests[0]?.headers['x-deadline-ms'];
    expect(told).toMatch(/^\d+$/);
    expect(Number(told)).toBeGreaterThan(limit.remainingMs - 1);
    expect(Number(told)).toBeLessThanOrEqual(LONG_MS);
  });

  it('is not read where its head is refused, and the connection goes with it', async () => {
    let isClosed: Promise<unknown> = Promise.resolve();
    endpoint.behaviour = (_request, response) => {
      isClosed = once(response, 'close');
      response.writeHead(200, { 'x-odd': 'yes' }).write('…');
    };

    const outcome = await sender.send(
      { method: 'GET', url: endpoint.url, limit: TimeLimit.within(LONG_MS) },
      ({ status, headers }) => `${status} ${String(headers['x-odd'])}`,
    );

    expect(outcome).toEqual({ kind: 'refused', refusal: '200 yes' });
    await isClosed;
  });

  it('is broken off when it is too big', async () => {
    let isClosed: Promise<unknown> = Promise.resolve();
    endpoint.behaviour = (_request, response) => {
      isClosed = once(response, 'close');
      response.writeHead(200).write('x'.repeat(1_001));
    };

    expect(await get()).toEqual({ kind: 'too-big' });
    await isClosed;
  });

  it('gives its place to the next when its time is used up', async () => {
    const limit = TimeLimit.within(LONG_MS);
    const hung = get(limit);
    await arrivals(1);
    const next = get();

    endpoint.behaviour = (_request, response) => response.end('text');
    limit.end();

    expect(await hung).toEqual({ kind: 'too-slow', stage: 'sent' });
    expect(await next).toMatchObject({ kind: 'answer' });
  });

  it('is never sent when its time is used up in the line, or before', async () => {
    const first = TimeLimit.within(LONG_MS);
    const hung = get(first);
    await arrivals(1);
    const second = TimeLimit.within(LONG_MS);
    const waiting = get(second);

    second.end();
    const outcomes = [await waiting, await get(second)];
    endpoint.behaviour = (_request, response) => response.end('text');
    first.end();
    await hung;
    await get();

    expect(outcomes).toEqual([
      { kind: 'too-slow', stage: 'in-line' },
      { kind: 'too-slow', stage: 'unasked' },
    ]);
    expect(endpoint.requests).toHaveLength(2);
  });

  it('is known to have reached nobody, or perhaps somebody', async () => {
    endpoint.behaviour = (_request, response) => response.destroy();
    const brokenOff = await get();
    await endpoint.close();
    const unreachable = await get();

    expect(brokenOff).toEqual({ kind: 'broken-off', code: 'UND_ERR_SOCKET' });
    expect(unreachable).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED' });
  });

  it('is broken off by closing', async () => {
    const asked = get();
    await arrivals(1);

    await sender.close();

    expect(await asked).toMatchObject({ kind: 'broken-off' });
    expect(await get()).toMatchObject({ kind: 'broken-off' });
  });

  it('carries the trace of the request on whose behalf it is sent, and no other’s', async () => {
    endpoint.behaviour = (_request, response) => response.end();
    const given = { traceparent: '00-a', 'x-request-id': 'r', authorization: 'Bearer mine' };

    await new Promise<void>((resolve) => {
      withTraceHeaders(given, () => {
        void get().then(() => {
          resolve();
        });
      });
    });
    await get();

    const [traced, untraced] = endpoint.requests.map(({ headers }) => headers);
    expect(traced).toMatchObject({ traceparent: '00-a', 'x-request-id': 'r' });
    expect(traced).not.toHaveProperty('authorization');
    expect(untraced).not.toHaveProperty('traceparent');
  });
});
