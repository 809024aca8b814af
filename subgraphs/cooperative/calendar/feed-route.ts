import type { ErrorRequestHandler, Express, Response } from 'express';
import type { Clock } from '../../shared/process/clock.js';
import { parseOwnedId } from '../../shared/words/ids.js';
import type { Logger } from '../../shared/process/logger.js';
import { isCounting } from '../bookings/rules/booking-state.js';
import type { BookingDataSource } from '../bookings/rows/booking-data-source.js';
import { addDays, dateAt, dayBounds } from '../capacity/index.js';
import type { CalendarDataSource, CalendarResource } from './calendar-data-source.js';
import { fullTimes } from './full-times.js';
import { writeFeed } from './write-feed.js';

export interface FeedOptions {
  readonly cooperativeId: string;
  readonly calendars: Pick<CalendarDataSource, 'findResources'>;
  readonly bookings: Pick<BookingDataSource, 'findCounting'>;
  readonly clock: Clock;
  readonly log: Logger;
}

const PATH = '/cooperatives/:id/busy.ics';
const DAYS_BACK = 30;
const DAYS_AHEAD = 400;
const MAX_AGE_SECONDS = 60;

/** Adds `GET /cooperatives/ID/busy.ics?resource=RESOURCE`: when nothing of a resource is free, and nothing more. Open to all. */
export function addFeedRoute(app: Express, options: FeedOptions): void {
  const { cooperativeId, calendars } = options;
  app.get(PATH, async (request, response) => {
    if (request.params['id'] !== cooperativeId) {
      refuse(response, 404, `Wanted the cooperative ${cooperativeId}, which alone is found here.`);
      return;
    }
    const { resource: asked } = request.query;
    if (asked !== undefined && typeof asked !== 'string') {
      refuse(response, 400, 'Wanted one resource, as in ?resource=w1, got several.');
      return;
    }
    const found = await calendars.findResources(
      asked === undefined ? null : localId(asked, cooperativeId),
    );
    const [resource] = found;
    if (asked === undefined && found.length !== 1) {
      refuse(response, 400, 'Wanted the id of a resource, as in ?resource=w1, got none.');
    } else if (resource === undefined) {
      refuse(response, 404, 'There is no such resource here.');
    } else {
      const text = await feedOf(resource, options);
      response.set('cache-control', `public, max-age=${MAX_AGE_SECONDS}`);
      response.type('text/calendar').send(text);
    }
  });
  app.use('/cooperatives', answerErrors(options.log));
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

function refuse(response: Response, status: number, sentence: string): void {
  response.status(status).set('cache-control', 'no-store').type('text/plain').send(`${sentence}\n`);
}

/** A calendar that cannot be read is no empty one: programs keep what they have. */
function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: { readonly status?: number }, _request, response, next) => {
    if (response.headersSent) {
      next(error);
    } else if (error.status === 400) {
      refuse(response, 400, 'Wanted an address that can be read.');
    } else {
      log.error({ err: error }, 'A busy calendar could not be made.');
      refuse(response, 503, 'The calendar cannot be read now.');
    }
  };
}
