import { PERSONAL_DATA, type PersonalData } from '../../schema/privacy.js';
import type { Database } from '../../subgraphs/shared/mongo/database.js';

/** A place in a database, such as `orders.buyer.name`: of lists the numbers are left out. */
function* placesIn(value: unknown, marker: RegExp, place: string): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value) yield* placesIn(item, marker, place);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    for (const [key, part] of Object.entries(value))
      yield* placesIn(part, marker, `${place}.${key}`);
  } else if (marker.test(String(value))) {
    yield place;
  }
}

/** Every place of a database at which something personal was written down. @param marker - What was planted in every personal field. */
export async function placesOf({ connection }: Database, marker: RegExp): Promise<string[]> {
  const places = new Set<string>();
  for (const { name } of (await connection.listCollections()).filter(
    ({ name }) => !name.startsWith('system.'),
  )) {
    const documents = await connection.collection(name).find().toArray();
    for (const place of placesIn(documents, marker, name)) places.add(place);
  }
  return [...places].sort();
}

/** The places that the register has of a process, without what lies below them. */
export function registeredPlaces(process: PersonalData['process']): string[] {
  return PERSONAL_DATA.filter((row) => row.process === process)
    .flatMap(({ collection, paths }) => paths.map((path) => `${collection}.${path}`))
    .sort();
}

/** The registered places that cover the ones found, and what is covered by none. */
export function coverageOf(
  process: PersonalData['process'],
  found: readonly string[],
): { readonly used: string[]; readonly missing: string[] } {
  const registered = registeredPlaces(process);
  const covers = (place: string, one: string): boolean =>
    one === place || one.startsWith(`${place}.`);
  return {
    used: registered.filter((place) => found.some((one) => covers(place, one))),
    missing: found.filter((one) => !registered.some((place) => covers(place, one))),
  };
}
