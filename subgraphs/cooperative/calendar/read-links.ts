import type { CalendarDataSource } from './calendar-data-source.js';
import { linkPathOf } from './calendar-links.js';

/** The secret link of a worker's calendar. */
export interface CalendarLink {
  /** Public id of the worker. */
  readonly resourceId: string;
  /** Path and query. */
  readonly path: string;
}

const MOST_LINKS = 500;

/** The links of workers' calendars, by resource. Two queries. @param resource - Local id of the only one; all where null. */
export async function readLinks(
  calendars: Pick<CalendarDataSource, 'findWorkers' | 'linkSecret'>,
  cooperative: string,
  resource: string | null,
): Promise<CalendarLink[]> {
  const [workers, secret] = await Promise.all([
    calendars.findWorkers(resource, MOST_LINKS),
    calendars.linkSecret(),
  ]);
  return workers.map((id) => ({
    resourceId: `${cooperative}:${id}`,
    path: linkPathOf(cooperative, secret, id),
  }));
}
