import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import type { Behaviour } from '../../support/fakes/endpoint.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { units } from '../../support/unit.js';

const CALENDAR = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';
const EVENTFUL = CALENDAR.replace(
  'END:',
  'BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20270322T080000Z\r\nDTEND:20270322T090000Z\r\nEND:VEVENT\r\nEND:',
);
const DEADLINE_MS = units(10);
/** What a busy machine may add; an answer that waited for a hanging owner would take far longer. */
const ROOM_MS = units(30);

/** Answers with a calendar, and with whatever else a test says. */
function answering(
  body: string | Buffer = CALENDAR,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Behaviour {
  return (_request, response) => {
    response
      .writeHead(status, { 'content-type': 'text/calendar; charset=utf-8', ...headers })
      .end(body);
  };
}

describe('the gateway’s busy calendars', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({
      env: { DEADLINE_MS: String(DEADLINE_MS), RESPONSE_LIMIT_BYTES: '10000' },
    });
  });
  beforeEach(() => {
    network.forgetRequests();
  });
  afterAll(() => network.close());

  /** One answer, and how long it took. */
  async function get(
    path: string,
    { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
  ) {
    const startedAt = performance.now();
    const response = await request(`${network.url}${path}`, { method, headers });
    const text = await response.body.text();
    const tookMs = performance.now() - startedAt;
    return { status: response.statusCode, headers: response.headers, text, tookMs };
  }

  it('come from the owner, from the same path with the same question', async () => {
    const asked: string[] = [];
    network.owner('karhu').behaviour = (incoming, response) => {
      asked.push(`${response.req.method ?? ''} ${response.req.url ?? ''}`);
      return answering(CALENDAR, { etag: '"a"', 'set-cookie': 'a=b', 'x-secret': 'c' })(
        incoming,
        response,
      );
    };

    const answer = await get('/cooperatives/karhu/busy.ics?resource=karhu%3Aw1&a=%C3%A4', {
      headers: { authorization: 'Bearer mine', cookie: 'x=y' },
    });

    expect(asked).toEqual(['GET /cooperatives/karhu/busy.ics?resource=karhu%3Aw1&a=%C3%A4']);
    expect(answer).toMatchObject({ status: 200, text: CALENDAR });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      etag: '"a"',
      'cache-control': 'public, max-age=5',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-request-id': expect.any(String),
    });
    expect(Object.keys(answer.headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(set-cookie|x-secret)$/)]),
    );
    const [{ headers } = { headers: {} }] = network.owner('karhu').requests;
    expect(Object.keys(headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(authorization|cookie)$/)]),
    );
  });

  it('come without what the owner says beside times', async () => {
    const secret = 'SUMMARY:secret\r\nDESCRIPTION;X-A="secret":x\r\nEND:VEVENT';
    network.owner('karhu').behaviour = answering(EVENTFUL.replace('END:VEVENT', secret));

    const { status, headers, text } = await get('/cooperatives/karhu/busy.ics');

    expect(status).toBe(200);
    expect(headers['content-length']).toBe(String(text.length));
    expect(text).toContain('DTEND:20270322T090000Z\r\nSUMMARY:Busy\r\nEND:VEVENT');
    expect(text).not.toContain('secret');
  });

  it('are not sent again to a program that has them', async () => {
    network.owner('karhu').behaviour = ({ headers }, response) => {
      response.writeHead(headers['if-none-match'] === '"a"' ? 304 : 200, { etag: '"a"' }).end();
    };

    const answer = await get('/cooperatives/karhu/busy.ics', {
      headers: { 'if-none-match': '"a"' },
    });

    expect(answer).toMatchObject({ status: 304, text: '', headers: { etag: '"a"' } });
  });

  it('give their head alone to HEAD, after the same checks', async () => {
    network.owner('karhu').behaviour = answering();
    network.owner('lumo').behaviour = answering('<html>');

    const [good, bad] = [
      await get('/cooperatives/karhu/busy.ics', { method: 'HEAD' }),
      await get('/cooperatives/lumo/busy.ics', { method: 'HEAD' }),
    ];

    expect(good).toMatchObject({ status: 200, text: '' });
    expect(good.headers['content-length']).toBe(String(CALENDAR.length));
    expect(bad).toMatchObject({ status: 502, text: '' });
  });

  it.each([
    ['a page', answering('<html>', { 'content-type': 'text/html' }), 502],
    ['a page that is called a calendar', answering('<html>'), 502],
    ['half a calendar', answering(EVENTFUL.slice(0, 120)), 502],
    ['a calendar without its end', answering(EVENTFUL.slice(0, -15)), 502],
    ['two calendars', answering(`${CALENDAR}${CALENDAR}`), 502],
    ['an event without its end', answering(EVENTFUL.replace(/DTEND.*\r\n/, '')), 502],
    ['a calendar and a secret', answering(`${CALENDAR}secret`), 502],
    ['another alphabet', answering(CALENDAR, { 'content-type': 'text/calendar;charset=x' }), 502],
    ['several types', answering(CALENDAR, { 'content-type': 'text/calendar, text/html' }), 502],
    ['no type', answering(CALENDAR, { 'content-type': '' }), 502],
    ['a redirect', answering('', { location: 'http://127.0.0.1:1/' }, 302), 502],
    ['a compressed calendar', answering(CALENDAR, { 'content-encoding': 'gzip' }), 502],
    ['too much', answering(`${CALENDAR}${'x'.repeat(10_000)}`), 502],
    ['what was not asked for', answering('', { etag: '"a"' }, 304), 502],
    ['a refusal of its own', answering('secret', {}, 403), 502],
    ['no such resource', answering('secret', { 'content-type': 'text/plain' }, 404), 404],
    ['no resource named', answering('secret', { 'content-type': 'text/plain' }, 400), 400],
    ['a failure', answering('secret', { 'content-type': 'text/plain' }, 500), 503],
  ])('turn an owner that answers with %s into a sentence', async (_what, behaviour, status) => {
    network.owner('karhu').behaviour = behaviour;

    const answer = await get('/cooperatives/karhu/busy.ics?resource=w1');

    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(/^"karhu" .+\.\n$/);
    expect(answer.text).not.toMatch(/secret|127\.0\.0\.1/);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each(['a b', '"a b"', 'W/"a', '"a", "b"', `"${'x'.repeat(201)}"`, '"é"', "w/'a'"])(
    'leave out a tag of no form: %s',
    async (etag) => {
      network.owner('karhu').behaviour = answering(CALENDAR, { etag });

      const answer = await get('/cooperatives/karhu/busy.ics');

      expect(answer.status).toBe(200);
      expect(answer.headers).not.toHaveProperty('etag');
    },
  );

  it.each([
    ['says nothing', () => undefined],
    [
      'stops in the middle',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/calendar' }).write('BEGIN:VCALENDAR\r\n');
      },
    ],
  ] satisfies [string, Behaviour][])(
    'are given up at the deadline when the owner %s',
    async (_what, behaviour) => {
      network.owner('karhu').behaviour = behaviour;

      const answer = await get('/cooperatives/karhu/busy.ics');

      expect(answer.status).toBe(504);
      expect(answer.tookMs).toBeLessThan(DEADLINE_MS + ROOM_MS);
    },
  );

  it('say so when the owner breaks off or is down', async () => {
    network.owner('karhu').behaviour = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/calendar' }).write('BEGIN:VCALENDAR\r\n');
      response.destroy();
    };
    await network.owner('lumo').close();

    const answers = [
      await get('/cooperatives/karhu/busy.ics'),
      await get('/cooperatives/lumo/busy.ics'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
  });

  it('are not asked of who is paused, unknown or no cooperative', async () => {
    network.registry.set({ id: 'tuki', status: 'PAUSED' });
    await network.table.refresh();

    const answers = [
      await get('/cooperatives/tuki/busy.ics'),
      await get('/cooperatives/nobody/busy.ics'),
      await get('/cooperatives/..%2Fgraphql/busy.ics'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([503, 404, 404]);
    expect(network.owner('tuki').requests).toHaveLength(0);
  });

  it('can only be read', async () => {
    const answer = await get('/cooperatives/karhu/busy.ics', { method: 'POST' });

    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(network.owner('karhu').requests).toHaveLength(0);
  });
});

describe('a gateway that has not read the registry', () => {
  it('does not call a cooperative unknown', async () => {
    const network = await startGatewayNetwork({ isRegistryDead: true });

    const { statusCode, body } = await request(`${network.url}/cooperatives/karhu/busy.ics`);

    expect(statusCode).toBe(503);
    expect(await body.text()).toMatch(/registry/);
    await network.close();
  });
});
