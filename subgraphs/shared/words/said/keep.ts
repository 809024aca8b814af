import type { Moment } from './moment.js';
import { Said, type SaidValue, type Sentence } from './say.js';

// How a sentence is stored: in English, which every release reads, and beside it what it is made of.

/** Characters. A longer one is told in English alone. */
const LONGEST = 2_000;

/** What a sentence is made of, as a text to be stored beside its English; null where it cannot be told otherwise. */
export function partsOf(sentence: Sentence | null): string | null {
  if (!(sentence instanceof Said)) return null;
  const parts = JSON.stringify(toJson(sentence));
  return parts.length > LONGEST ? null : parts;
}

/**
 * The sentence that was stored.
 * @param parts - As `partsOf` made them; null or absent in what earlier releases have stored. They count only for this English.
 */
export function sentenceOf(english: string, parts: string | null | undefined): Sentence {
  if (parts == null) return english;
  const said = readParts(parts);
  return said !== null && String(said) === english ? said : english;
}

function toJson(value: SaidValue): unknown {
  if (value instanceof Said) return [value.template, ...value.values.map(toJson)];
  return typeof value === 'object' ? { at: value.at.getTime(), zone: value.zone } : value;
}

/** Null where it is something else. */
function readParts(text: string): Said | null {
  try {
    return toSaid(JSON.parse(text));
  } catch {
    return null;
  }
}

function toSaid(json: unknown): Said {
  if (!isList(json)) throw new Error('Wanted a list.');
  const [template, ...values] = json;
  return new Said(String(template), values.map(toValue));
}

function toValue(json: unknown): SaidValue {
  if (typeof json === 'string' || typeof json === 'number') return json;
  return isList(json) ? toSaid(json) : toMoment(json);
}

function isList(json: unknown): json is readonly unknown[] {
  return Array.isArray(json);
}

function toMoment(json: unknown): Moment {
  const { at, zone } = json as { readonly at: number; readonly zone: string };
  return { at: new Date(at), zone };
}
