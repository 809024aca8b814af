/** By what somebody is known who ordered or asked; nothing of it is left once they were forgotten. */
export interface Known {
  /** Words of the name, folded. */
  readonly nameWords: readonly string[];
  /** Last digits of the telephone number; null for none. */
  readonly phoneTail: string | null;
}

/** A number that stands for somebody among `People`. */
export type Person = number;

/** Stands for all who were forgotten: of two of them nobody can tell any more whether they are two. */
const FORGOTTEN: Person = 0;

/**
 * Tells how many people are behind something. Whoever has the same name or the same number as somebody counts as them, over any number
 * of steps: rather too few are counted than too many. Names and numbers are kept in memory for as long as this is.
 */
export class People {
  /** Of each person one who is the same, in the end themselves. */
  readonly #same: Person[] = [FORGOTTEN];
  readonly #personByKey = new Map<string, Person>();

  /** Somebody who is met. */
  meet({ nameWords, phoneTail }: Known): Person {
    const name = nameWords.length === 0 ? [] : [`name ${[...nameWords].sort().join(' ')}`];
    const keys = [...name, ...(phoneTail === null ? [] : [`phone ${phoneTail}`])];
    if (keys.length === 0) return FORGOTTEN;
    const [met = this.#add(), ...others] = keys.flatMap((key) => this.#personByKey.get(key) ?? []);
    for (const other of others) this.#same[this.#find(other)] = this.#find(met);
    for (const key of keys) this.#personByKey.set(key, met);
    return met;
  }

  /** Whether there is somebody among them, and fewer than so many. */
  areFew(groups: Iterable<Iterable<Person>>, enough: number): boolean {
    const different = new Set<Person>();
    for (const group of groups) {
      for (const person of group) {
        different.add(this.#find(person));
        if (different.size >= enough) return false;
      }
    }
    return different.size > 0;
  }

  /** How many different people these are. */
  count(groups: Iterable<Iterable<Person>>): number {
    const different = new Set<Person>();
    for (const group of groups) for (const person of group) different.add(this.#find(person));
    return different.size;
  }

  #add(): Person {
    return this.#same.push(this.#same.length) - 1;
  }

  #find(person: Person): Person {
    const next = this.#same[person] ?? person;
    if (next === person) return person;
    const found = this.#find(next);
    this.#same[person] = found;
    return found;
  }
}
