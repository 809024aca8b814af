/** Forms of one fetch for what endpoints do not know, beside the whole one. */
export const MOST_VARIANTS = 4;
/** What one form takes for each letter of the fetch, measured. */
const BYTES_PER_LETTER = 100;

/** How many bytes of memory a compiled fetch takes at most. @param query - As the planner wrote it. */
export function compiledBytes(query: string): number {
  return query.length * BYTES_PER_LETTER * (1 + MOST_VARIANTS);
}
