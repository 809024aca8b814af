import { describe, expect, it } from '@jest/globals';
import { Kind, parse, type DocumentNode } from 'graphql';
import { DocumentStore, documentBytes } from '../../../subgraphs/shared/graphql/document-store.js';

const KILOBYTE = 1_024;
const long = 'x'.repeat(40 * KILOBYTE);

describe('the documents that a server keeps', () => {
  it.each([
    ['a comment', `#${long}\n{ a }`, 40],
    ['many comments', `${'#\n'.repeat(KILOBYTE)}{ a }`, 500],
    ['blanks', `{ a }${' '.repeat(40 * KILOBYTE)}`, 40],
    ['a text', `{ a(b: "${long}") }`, 40],
    ['fields', `{ ${'a '.repeat(KILOBYTE)}}`, 500],
  ])('count what they take, not what they say: %s', (_what, text, kilobytes) => {
    expect(documentBytes(parse(text))).toBeGreaterThan(kilobytes * KILOBYTE);
  });

  it.each([
    ['of which a part is left', ({ definitions }: DocumentNode) => definitions.slice(1)],
    ['without places', () => parse('{ a }', { noLocation: true }).definitions],
  ])('count what they take however they were made: one %s', (_what, definitionsOf) => {
    const whole = parse('query A { a } query B { b }');

    const bytes = documentBytes({ kind: Kind.DOCUMENT, definitions: definitionsOf(whole) });

    expect(bytes).toBeGreaterThan(1_000);
  });

  it('are those that came last, within so many bytes, whatever they are', async () => {
    const store = new DocumentStore(200 * KILOBYTE);

    for (let key = 0; key < 10; key += 1) {
      await store.set(String(key), parse(`#${long}\n{ a${key} }`));
    }
    await store.set('huge', parse(`#${long.repeat(4)}\n{ a }`));

    const kept = [];
    for (let key = 0; key < 10; key += 1) {
      if (await store.get(String(key))) kept.push(key);
    }
    expect(kept).toEqual([8, 9]);
    expect(await store.get('huge')).toBeUndefined();
  });

  it('are forgotten when they are told to', async () => {
    const store = new DocumentStore();
    await store.set('one', parse('{ a }'));

    await store.delete('one');

    expect(await store.get('one')).toBeUndefined();
  });
});
