import SearchableMap from 'minisearch/SearchableMap';
import { swapRemove } from '../parts/swap-remove.js';
import { withoutDots } from '../../../shared/words/fold-accents.js';

/** A distinct word of one language, and where it stands. */
export interface IndexedWord {
  readonly text: string;
  /** Rows whose title or description holds it: see `rowEntry`. */
  readonly rows: number[];
  /** Numbers of the CPV codes whose label holds it. */
  readonly codes: number[];
}

/** What a key is to a word: the word as written, a stem of it, or a part of it or a stem of that. */
export type KeyRole = 'written' | 'stem' | 'part' | 'partStem';

/** A key and the words behind it, each once in each role. */
export interface Key {
  readonly text: string;
  readonly wordsByRole: Partial<Record<KeyRole, IndexedWord[]>>;
}

const NO_KEYS: readonly Key[] = [];

/**
 * Words by their keys. Keys are filed without their dots, so that one look finds those that differ by them; what is
 * written can be looked up by its beginning and by nearness too, stems only whole.
 */
export class WordKeys {
  readonly #written = new SearchableMap<Key[]>();
  readonly #stems = new Map<string, Key[]>();

  add(role: KeyRole, text: string, word: IndexedWord): void {
    const filed = withoutDots(text);
    const files = this.#filesOf(role);
    const keys = files.get(filed);
    const key = keys?.find((known) => known.text === text);
    const words = key?.wordsByRole[role];
    // Most lists have one member: made with it, they take a tenth of the room of one that it is added to.
    if (words) words.push(word);
    else if (key) key.wordsByRole[role] = [word];
    else if (keys) keys.push({ text, wordsByRole: { [role]: [word] } });
    else files.set(filed, [{ text, wordsByRole: { [role]: [word] } }]);
  }

  remove(role: KeyRole, text: string, word: IndexedWord): void {
    const filed = withoutDots(text);
    const files = this.#filesOf(role);
    const keys = files.get(filed) ?? [];
    const key = keys.find((known) => known.text === text);
    if (!key) return;
    swapRemove(key.wordsByRole[role] ?? [], word);
    if (Object.values(key.wordsByRole).some(({ length }) => length > 0)) return;
    swapRemove(keys, key);
    if (keys.length === 0) files.delete(filed);
  }

  /** Written words and parts that are this one but for dots. @param plain - Without dots; likewise below. */
  written(plain: string): readonly Key[] {
    return this.#written.get(plain) ?? NO_KEYS;
  }

  stems(plain: string): readonly Key[] {
    return this.#stems.get(plain) ?? NO_KEYS;
  }

  /** Written words and parts that begin so. */
  *writtenFrom(plain: string): Generator<Key> {
    for (const keys of this.#written.atPrefix(plain).values()) yield* keys;
  }

  /** How many letters of it the beginning of some written word or part has in common with it. */
  lettersShared(plain: string): number {
    let shared = 0;
    while (shared < plain.length && this.#isBeginning(plain.slice(0, shared + 1))) shared += 1;
    return shared;
  }

  #isBeginning(plain: string): boolean {
    return this.#written.atPrefix(plain).keys().next().done !== true;
  }

  /** Written words and parts that differ by at most so many letters. */
  *writtenNear(plain: string, letters: number): Generator<Key> {
    for (const [keys] of this.#written.fuzzyGet(plain, letters).values()) yield* keys;
  }

  #filesOf(role: KeyRole): SearchableMap<Key[]> | Map<string, Key[]> {
    return role === 'stem' || role === 'partStem' ? this.#stems : this.#written;
  }
}
