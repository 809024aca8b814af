/** JSON of an input, with its fields in the order of their names; what is undefined or null is left out, so that both are one. */
export function canonicalInput(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);
    const given = Object.entries(part).filter(([, field]) => field != null);
    return Object.fromEntries(given.sort(byName));
  });
}
