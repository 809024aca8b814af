import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../shared/process/clock.js';
import { decide } from '../../shared/identity/policy/decide.js';
import { NOBODYS } from '../../shared/identity/policy/rule.js';
import { rowOf } from '../../shared/identity/policy/table.js';
import { parseOwnedId } from '../../shared/words/ids.js';
import { isSame, weakTag } from '../../shared/http/etag.js';
import { isCounting } from '../bookings/rules/booking-state.js';
import type { BookingDataSource } from '../bookings/rows/booking-data-source.js';
import { addDays, dateAt, dayBounds } from '../capacity/index.js';
import { isLinkKey, needsLink } from './calendar-links.js';
import type { CalendarDataSource, CalendarResource } from './calendar-data-source.js';
import { fullTimes } from './full-times.js';
import { writeFeed } from './write-feed.js';

export interface FeedOptions {
  readonly cooperativeId: string;
  readonly calendars: Pick<CalendarDataSource, 'findResources' | 'linkSecret'>;
  readonly bookings: Pick<BookingDataSource, 'findCounting'>;
  readonly clock: Clock;
}

const DAYS_BACK = 30;
const DAYS_AHEAD = 400;
const MAX_AGE_SECONDS = 60;
const ROW_OF_WORKER = rowOf('GET /cooperatives/{id}/busy.ics (worker)');
const ROW_OF_OTHER = rowOf('GET /cooperatives/{id}/busy.ics (room or pool)');
/** Calendar programs can show nothing of who they are. */
const WHOEVER = { caller: null, process: null };

const NOT_HERE = 'There is no such resource here, or it is a worker: then its link alone opens it.';

interface Question {
  readonly Params: { readonly id: string };
  readonly Querystring: { readonly resource?: string | string[]; readonly key?: string | string[] };
}

/**
 * Adds `GET /cooperatives/ID/busy.ics?resource=RESOURCE`: when nothing of a resource is free, and nothing more. Open to all, but for
 * workers' calendars, which want the `key` of their link.
 */
export function addFeedRoute(app: FastifyInstance, options: FeedOptions): void {
  app.route<Question>({
    method: ['GET', 'HEAD'],
    url: '/cooperatives/:id/busy.ics',
    errorHandler: answerError,
    handler: (request, reply) => answer(request, reply, options),
  });
}

async function answer(
  request: FastifyRequest<Question>,
  reply: FastifyReply,
  options: FeedOptions,
): Promise<FastifyReply> {
  const { cooperativeId, calendars } = options;
  const { resource: asked, key } = request.query;
  if (request.params.id !== cooperativeId) {
    const sentence = `Wanted the cooperative ${cooperativeId}, which alone is found here.`;
    return refuse(reply, 404, sentence);
  }
  if (Array.isArray(asked)) {
    return refuse(reply, 400, 'Wanted one resource, as in ?resource=w1, got several.');
  }
  const found = await calendars.findResources(
    asked === undefined ? null : localId(asked, cooperativeId),
  );
  const [resource] = found;
  if (asked === undefined && found.length !== 1) {
    return refuse(reply, 400, 'Wanted the id of a resource, as in ?resource=w1, got none.');
  }
  const isOpen = resource !== undefined && (await opens(key, resource, calendars));
  // Whether there is such a worker is nobody's business either.
  if (!isOpen) return refuse(reply, 404, NOT_HERE);
  const keptBy = needsLink(resource) ? 'private' : 'public';
  return send(request, reply, { text: await feedOf(resource, options), keptBy });
}

/** Whether whoever shows this key, if any, may read a resource's calendar. */
async function opens(
  key: string | string[] | undefined,
  resource: CalendarResource,
  calendars: FeedOptions['calendars'],
): Promise<boolean> {
  const row = needsLink(resource) ? ROW_OF_WORKER : ROW_OF_OTHER;
  const isOpened =
    row.key === 'link' &&
    typeof key === 'string' &&
    isLinkKey(await calendars.linkSecret(), resource._id, key);
  return decide(row, WHOEVER, { ...NOBODYS, isOpened }).kind === 'allowed';
}

interface Feed {
  readonly text: string;
  readonly keptBy: 'public' | 'private';
}

function send(request: FastifyRequest, reply: FastifyReply, { text, keptBy }: Feed): FastifyReply {
  const etag = weakTag(text);
  reply.headers({ 'cache-control': `${keptBy}, max-age=${MAX_AGE_SECONDS}`, etag });
  if (isSame(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type('text/calendar; charset=utf-8').send(text);
}

async function feedOf(resource: CalendarResource, options: FeedOptions): Promise<string> {
  const { cooperativeId, bookings, clock } = options;
  const { _id: id, size, timeZone } = resource;
  const now = clock.now();
  const today = dateAt(timeZone, now.getTime());
  const time = {
    from: dayBounds(timeZone, addDays(today, -DAYS_BACK)).startsAt,
    to: dayBounds(timeZone, addDays(today, DAYS_AHEAD)).endsAt,
  };
  const taken = (await bookings.findCounting(time, id))
    .filter((booking) => isCounting(booking, now))
    .map(({ startsAt, endsAt, quantity }) => ({
      from: startsAt.getTime(),
      to: endsAt.getTime(),
      quantity,
    }));
  const busy = fullTimes(taken, size).filter(({ from, to }) => from < time.to && time.from < to);
  // Stamped with the day, not the second: the text and its ETag stay the same while nothing changes.
  return writeFeed(`${cooperativeId}:${id}`, busy, dayBounds(timeZone, today).startsAt);
}

/** @param asked - A local id or a full one. @returns What nothing is called when it belongs to another cooperative. */
function localId(asked: string, cooperativeId: string): string {
  const owned = parseOwnedId(asked);
  if (owned === null) return asked;
  return owned.cooperative === cooperativeId ? owned.local : '';
}

function refuse(reply: FastifyReply, status: number, sentence: string): FastifyReply {
  reply.code(status).header('cache-control', 'no-store').type('text/plain; charset=utf-8');
  return reply.send(`${sentence}\n`);
}

/** A calendar that cannot be read is no empty one: programs keep what they have. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  request.log.error({ err: error }, 'A busy calendar could not be made.');
  refuse(reply, 503, 'The calendar cannot be read now.');
}

/** Answers an address whose path cannot be read: only calendars have parts in theirs that are not fixed. */
export function refuseUnreadable(_request: FastifyRequest, reply: FastifyReply): void {
  refuse(reply, 400, 'Wanted an address that can be read.');
}
