// An answer that was remembered holds instants, which JSON has none of.

/** A value as JSON; instants as `{"$date": "2027-03-01T08:00:00.000Z"}`. */
export function toAnswerJson(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map(toAnswerJson);
  if (typeof value !== 'object' || value === null) return value;
  return mapValues(value, toAnswerJson);
}

/**
 * The value that was written by `toAnswerJson`.
 * @throws RangeError where it holds what no answer does: another key that begins with `$`, or no instant.
 */
export function fromAnswerJson(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(fromAnswerJson);
  if (typeof json !== 'object' || json === null) return json;
  if (!Object.keys(json).some((key) => key.startsWith('$'))) return mapValues(json, fromAnswerJson);
  const text = '$date' in json && Object.keys(json).length === 1 ? json.$date : null;
  const instant = new Date(typeof text === 'string' ? text : Number.NaN);
  if (!Number.isNaN(instant.getTime())) return instant;
  throw new RangeError('wanted {"$date": an instant}, got another key that begins with "$"');
}

function mapValues(object: object, change: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
