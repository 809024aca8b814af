import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import ICAL from 'ical.js';
import { pino } from 'pino';
import { request } from 'undici';
import type { BookingRecord } from '../../../subgraphs/cooperative/store/booking-records.js';
import { linkKeyOf, linkPathOf } from '../../../subgraphs/cooperative/calendar/calendar-links.js';
import type { CalendarResource } from '../../../subgraphs/cooperative/calendar/calendar-data-source.js';
import {
  addFeedRoute,
  refuseUnreadable,
} from '../../../subgraphs/cooperative/calendar/feed-route.js';
import { createApp } from '../../../subgraphs/shared/http/create-app.js';
import { createStoppedClock } from '../../../subgraphs/shared/process/clock.js';
import { listen } from '../../../subgraphs/shared/process/listen.js';

const NOW = new Date('2027-03-22T10:00:00+02:00');

function booking(
  startsAt: string,
  endsAt: string,
  row: Partial<BookingRecord> = {},
): BookingRecord {
  return {
    _id: 'b1',
    service: 'siivous',
    resource: 'w1',
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    quantity: 1,
    state: 'CONFIRMED',
    expiresAt: null,
    origin: 'hub',
    order: null,
    customer: { name: 'Aino Salainen', phone: null, email: null, municipality: 'FI-609' },
    deliveredMinutes: null,
    price: null,
    history: [],
    ...row,
  };
}

describe('GET /cooperatives/ID/busy.ics', () => {
  let app: FastifyInstance;
  let url: string;
  let resources: CalendarResource[];
  let bookings: BookingRecord[];
  let failure: Error | null;
  const asked: unknown[] = [];

  beforeEach(async () => {
    asked.length = 0;
    failure = null;
    resources = [{ _id: 'w1', kind: 'ROOM', size: 1, timeZone: 'Europe/Helsinki' }];
    bookings = [];
    app = createApp({
      log: pino({ level: 'silent' }),
      answers: { unreadable: refuseUnreadable },
    });
    addFeedRoute(app, {
      cooperativeId: 'karhu',
      clock: createStoppedClock(NOW),
      calendars: {
        linkSecret: () => Promise.resolve('secret'),
        findResources: (id) => {
          if (failure) return Promise.reject(failure);
          return Promise.resolve(resources.filter(({ _id }) => id === null || id === _id));
        },
      },
      bookings: {
        findCounting: ({ from, to }, resource) => {
          asked.push([new Date(from).toISOString(), new Date(to).toISOString(), resource]);
          return Promise.resolve(bookings);
        },
      },
    });
    await app.ready();
    url = await listen(app.server, '127.0.0.1', 0);
  });
  afterEach(() => app.close());

  const get = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}/cooperatives/karhu/busy.ics${path}`, init);

  async function times(path = '?resource=w1'): Promise<string[]> {
    const calendar = new ICAL.Component(ICAL.parse(await (await get(path)).text()) as unknown[]);
    return calendar
      .getAllSubcomponents('vevent')
      .map((part) => new ICAL.Event(part))
      .map(({ startDate, endDate }) => `${startDate.toString()} ${endDate.toString()}`);
  }

  it('gives a calendar of the times in which nothing is free', async () => {
    bookings = [
      booking('2027-03-28T01:30:00+02:00', '2027-03-28T05:00:00+03:00'),
      booking('2027-03-22T12:00:00+02:00', '2027-03-22T13:00:00+02:00'),
      booking('2027-03-22T13:00:00+02:00', '2027-03-22T14:00:00+02:00'),
    ];

    const response = await get('?resource=w1');

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=60');
    expect(await response.text()).not.toMatch(/Salainen|siivous|b1/);
    expect(await times()).toEqual([
      '2027-03-22T10:00:00Z 2027-03-22T12:00:00Z',
      '2027-03-27T23:30:00Z 2027-03-28T02:00:00Z',
    ]);
  });

  it('looks 30 days back and 400 days ahead, by the cooperative’s days', async () => {
    await times();

    expect(asked[0]).toEqual(['2027-02-19T22:00:00.000Z', '2028-04-25T21:00:00.000Z', 'w1']);
  });

  it('counts holds that have not run out', async () => {
    bookings = [
      booking('2027-03-23T08:00:00Z', '2027-03-23T09:00:00Z', {
        state: 'HELD',
        expiresAt: new Date(NOW.getTime() + 1),
      }),
      booking('2027-03-24T08:00:00Z', '2027-03-24T09:00:00Z', { state: 'HELD', expiresAt: NOW }),
      booking('2027-03-25T08:00:00Z', '2027-03-25T09:00:00Z', { state: 'CANCELLED' }),
    ];

    expect(await times()).toEqual(['2027-03-23T08:00:00Z 2027-03-23T09:00:00Z']);
  });

  it('calls a pool busy only while all of it is booked', async () => {
    resources = [{ _id: 'w1', kind: 'POOL', size: 3, timeZone: 'Europe/Helsinki' }];
    bookings = [
      booking('2027-03-23T08:00:00Z', '2027-03-23T12:00:00Z', { quantity: 2 }),
      booking('2027-03-23T10:00:00Z', '2027-03-23T14:00:00Z'),
    ];

    expect(await times()).toEqual(['2027-03-23T10:00:00Z 2027-03-23T12:00:00Z']);
  });

  it.each(['?resource=karhu%3Aw1', ''])('knows the resource from %j, too', async (question) => {
    const response = await get(question);

    expect(response.status).toBe(200);
    expect(await response.text()).toContain('X-WR-CALNAME:karhu:w1\r\n');
  });

  it('wants one resource named where there are several', async () => {
    resources = [...resources, { _id: 'w2', kind: 'ROOM', size: 1, timeZone: 'Europe/Helsinki' }];

    const answers = [
      await get(''),
      await get('?resource=w1&resource=w2'),
      await get('?resource=w2'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 200]);
    expect(await answers[0]?.text()).toBe(
      'Wanted the id of a resource, as in ?resource=w1, got none.\n',
    );
  });

  it.each([
    ['another resource', '/cooperatives/karhu/busy.ics?resource=w9'],
    ['another cooperative’s resource', '/cooperatives/karhu/busy.ics?resource=lumo:w1'],
    ['another cooperative', '/cooperatives/lumo/busy.ics?resource=w1'],
  ])('finds nothing for %s', async (_what, path) => {
    const response = await fetch(`${url}${path}`);

    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  describe('of a worker', () => {
    const key = linkKeyOf('secret', 'w1');
    beforeEach(() => {
      resources = [{ _id: 'w1', kind: 'WORKER', size: 1, timeZone: 'Europe/Helsinki' }];
    });

    it.each([
      ['no key', ''],
      ['an empty one', '&key='],
      ['a wrong one', `&key=${'A'.repeat(key.length)}`],
      ['one in letters of other lengths', `&key=${'ä'.repeat(30)}`],
      ['that of another worker', `&key=${linkKeyOf('secret', 'w2')}`],
      ['that of before', `&key=${linkKeyOf('another secret', 'w1')}`],
      ['two', `&key=${key}&key=${key}`],
    ])('is not opened by %s, nor told from one that there is not', async (_what, query) => {
      const [closed, unknown] = [await get(`?resource=w1${query}`), await get('?resource=w9')];

      expect([closed.status, unknown.status]).toEqual([404, 404]);
      expect(await closed.text()).toBe(await unknown.text());
      expect(asked).toEqual([]);
    });

    it('is opened by its link, and kept by nobody between', async () => {
      const response = await fetch(`${url}${linkPathOf('karhu', 'secret', 'w1')}`);

      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('private, max-age=60');
    });
  });

  it('is not sent again to a program that has it, and gives its head alone to HEAD', async () => {
    const etag = (await get('?resource=w1')).headers.get('etag') ?? '';
    // Not by fetch, which asks for a fresh answer as soon as it is given such a header.
    const again = await request(`${url}/cooperatives/karhu/busy.ics`, {
      headers: { 'if-none-match': etag },
    });
    const head = await get('?resource=w1', { method: 'HEAD' });

    expect(etag).not.toBe('');
    expect([again.statusCode, await again.body.text()]).toEqual([304, '']);
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
  });

  it('is no empty calendar when the database fails, and tells nothing of it', async () => {
    failure = new Error('connect ECONNREFUSED mongodb://secret');

    const response = await get('?resource=w1');

    expect(response.status).toBe(503);
    expect(await response.text()).toBe('The calendar cannot be read now.\n');
  });

  it('answers an address of no form with a sentence', async () => {
    const response = await fetch(`${url}/cooperatives/%E4/busy.ics`);

    expect(response.status).toBe(400);
    expect(await response.text()).toBe('Wanted an address that can be read.\n');
  });
});
