import type { Representation } from '../documents/fetch-document.js';
import { ownerOf } from '../../subgraphs/shared/words/ids.js';
import { isObject } from '../../subgraphs/shared/owners/graphql-answer.js';

/** What one owner is asked for: every row once. */
export interface Share {
  readonly owner: string;
  readonly representations: readonly Representation[];
  /** For each of them, where it stood in the fetch. */
  readonly places: readonly (readonly number[])[];
}

export interface Split {
  /** In the order in which the owners first appear. */
  readonly shares: readonly Share[];
  /** Where representations stood whose id names no owner. */
  readonly ownerless: readonly number[];
}

/** JSON with the keys of every object in order, so that equal values are the same text; null is a value like others. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isObject(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function identityOf(representation: Representation): string {
  const isPlainKey = Object.keys(representation).length === 2;
  return isPlainKey
    ? `${representation.__typename} ${representation.id}`
    : sortedJson(representation);
}

interface GrowingShare {
  owner: string;
  representations: Representation[];
  places: number[][];
  placesByIdentity: Map<string, number[]>;
}

/** Sorts the representations of a fetch by owner and takes equal ones together. */
export function splitRepresentations(representations: readonly Representation[]): Split {
  const shares = new Map<string, GrowingShare>();
  const ownerless: number[] = [];
  for (const [place, representation] of representations.entries()) {
    const owner = typeof representation.id === 'string' ? ownerOf(representation.id) : null;
    if (owner === null) {
      ownerless.push(place);
      continue;
    }
    let share = shares.get(owner);
    if (!share) {
      share = { owner, representations: [], places: [], placesByIdentity: new Map() };
      shares.set(owner, share);
    }
    const identity = identityOf(representation);
    const known = share.placesByIdentity.get(identity);
    if (known) {
      known.push(place);
    } else {
      const places = [place];
      share.placesByIdentity.set(identity, places);
      share.representations.push(representation);
      share.places.push(places);
    }
  }
  return { shares: [...shares.values()], ownerless };
}
