import { LRUCache } from 'lru-cache';
import type { Logger } from '../../subgraphs/shared/process/logger.js';
import { withoutContacts } from '../../subgraphs/shared/words/without-contacts.js';
import type { AnswerError } from '../../subgraphs/shared/owners/graphql-answer.js';
import type { Mismatch } from '../answers/reading.js';

const LONGEST_TEXT = 200;
const MOST_TEXTS = 3;
const MOST_REMEMBERED = 1_000;
const TOLD_AGAIN_MS = 60_000;

/**
 * Tells the operators what owners said in their own words, which leaves the hub nowhere else: the beginnings of some texts
 * an answer, without addresses and numbers of people, and the same ones once a minute.
 */
export class OwnersLog {
  readonly #told = new LRUCache<string, true>({ max: MOST_REMEMBERED, ttl: TOLD_AGAIN_MS });

  note(owner: string, errors: readonly AnswerError[], log: Logger): void {
    if (errors.length === 0) return;
    const texts = errors.slice(0, MOST_TEXTS).map(({ message }) => message.slice(0, LONGEST_TEXT));
    this.#tell(owner, texts, { errors: errors.length }, log);
  }

  noteValue(owner: string, { message, quoted }: Mismatch, log: Logger): void {
    if (quoted !== null) this.#tell(owner, [quoted], { problem: message }, log);
  }

  #tell(owner: string, words: readonly string[], facts: object, log: Logger): void {
    const texts = words.map(withoutContacts);
    const key = `${owner} ${texts.join(' ')}`;
    if (this.#told.has(key)) return;
    this.#told.set(key, true);
    log.warn({ cooperative: owner, ...facts, texts }, 'Cooperative’s own words.');
  }
}
