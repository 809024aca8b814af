/**
 * What stands at a path of an answer; undefined where there is nothing.
 * @param path - Keys and indices with dots between; `*` takes every item of a list and gives a list.
 */
export function pick(value: unknown, path: string): unknown {
  const [key = '', ...rest] = path.split('.');
  const next = (part: unknown): unknown => (rest.length === 0 ? part : pick(part, rest.join('.')));
  if (key === '*') return Array.isArray(value) ? value.map(next) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return next((value as Readonly<Record<string, unknown>>)[key]);
}
