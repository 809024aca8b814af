import type { SERVICE_KINDS } from '../words/closed-sets.js';
import type { LocalizedText, TextLanguage } from '../words/localized.js';

/** The words by which people name a trade in one language, each one word or several. */
export interface TradeWords {
  /** What is done: `ikkunanpesu`. Found in titles too. */
  readonly activities: readonly string[];
  /** Who does it: `ikkunanpesijä`. Found in titles too. */
  readonly people: readonly string[];
  /** What else people say who look for it: `pestä ikkunat`. In titles only several words of a place or a substitute count. */
  readonly everyday: readonly string[];
}

/** A trade of this field, as people name it. */
export interface Trade {
  /** `window-cleaning`; what `CatalogueSearch.trades` takes. */
  readonly id: string;
  /** The broader trade whose services include those of this one; null where there is none. */
  readonly parent: string | null;
  /** The list that names it: those of one list, such as `care`, are of one field. Absent where a network adds it. */
  readonly field?: string;
  /** Of which kinds its services are. */
  readonly kinds: readonly (typeof SERVICE_KINDS)[number][];
  /** Whether all services of its kinds belong to it: such a trade names the kind, as `sijainen` does. */
  readonly isWholeKind: boolean;
  /** Beginnings of the CPV codes that belong to it: 8 digits mean that code alone, fewer all that begin so. */
  readonly cpvPrefixes: readonly string[];
  readonly name: LocalizedText;
  readonly words: Readonly<Partial<Record<TextLanguage, TradeWords>>>;
}
