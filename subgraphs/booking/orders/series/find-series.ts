import type { OrderLegRecord, OrderRecord, SeriesRecord } from '../../store/records.js';
import { dayIn, daysBetween, isSameHour } from './series-dates.js';

/**
 * The series that an order is. An earlier release did not write it down: then its legs tell, if they are of one service, equally long and
 * large, and at one hour of one weekday. Null where it is none.
 */
export function findSeries(
  { series, legs }: Pick<OrderRecord, 'series' | 'legs'>,
  zone: string,
): SeriesRecord | null {
  if (series) return series;
  const [first, ...others] = [...legs].sort((a, b) => a.start.getTime() - b.start.getTime());
  const last = others.at(-1);
  if (!first || !last) return null;
  const isAlike = (leg: OrderLegRecord): boolean =>
    termsOf(leg) === termsOf(first) && isSameHour(first.start, leg.start, zone);
  const weeks = others.map(({ start }) => daysBetween(first.start, start, zone) / 7);
  const everyWeeks = weeks.reduce(greatestDivisor, 0);
  if (!others.every(isAlike) || everyWeeks === 0) return null;
  const { start, minutes } = first;
  return { everyWeeks, start, minutes, until: dayIn(last.start, zone) };
}

function termsOf({ serviceId, resourceId, minutes, quantity }: OrderLegRecord): string {
  return JSON.stringify([serviceId, resourceId, minutes, quantity]);
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}
