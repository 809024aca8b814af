import type { TextLanguage } from '../localized.js';
import { writeMoment, type Moment } from './moment.js';

/** What stands in a sentence. Texts and numbers are the same in every language. */
export type SaidValue = string | number | Said | Moment;

/** A sentence of ours, or a part of one, that can be told in each language of the network. */
export class Said {
  /** @param template - In English, with places such as `{0}` for the values: translations are found by it. */
  constructor(
    readonly template: string,
    readonly values: readonly SaidValue[],
  ) {}

  /** In English. */
  toString(): string {
    return write(this, 'en', (template) => template);
  }
}

/** What is told: a sentence of ours, or a text that stays as it was written. */
export type Sentence = string | Said;

/** Makes a sentence of ours: say`Wanted 1 to ${most} legs, got ${count}.` A table has it in the other languages. */
export function say(parts: TemplateStringsArray, ...values: readonly SaidValue[]): Said {
  const template = parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
  return new Said(template, values);
}

/** Sentences one after the other; null where none of them is needed. */
export function sayAll(...sentences: readonly (Sentence | null | undefined)[]): Said | null {
  const needed = sentences.filter((sentence) => sentence != null);
  if (needed.length === 0) return null;
  return new Said(needed.map((_sentence, index) => `{${index}}`).join(' '), needed);
}

/** Parts of a sentence one after the other, such as `karhu, pori`. */
export function sayList(parts: readonly Sentence[]): Said {
  return new Said(parts.map((_part, index) => `{${index}}`).join(', '), parts);
}

/** @param translate - Gives the template in a language, with the same places. */
export function write(
  { template, values }: Said,
  language: TextLanguage,
  translate: (template: string) => string,
): string {
  return translate(template).replaceAll(/\{(\d+)\}/g, (_place, index: string) => {
    const value = values[Number(index)];
    if (value instanceof Said) return write(value, language, translate);
    return typeof value === 'object' ? writeMoment(value, language) : String(value ?? '');
  });
}
