import { canonicalInput } from '../../subgraphs/shared/words/canonical-input.js';
import { describe, expect, it } from '@jest/globals';
import { createReference, readingsOf } from '../../subgraphs/booking/store/references.js';
import { hashBody, hashKey } from '../../subgraphs/shared/graphql/command-hash.js';
import {
  createSecret,
  hashSecret,
  isSecret,
  openSecret,
  sealSecret,
} from '../../subgraphs/booking/store/secrets.js';

describe('a secret', () => {
  it('holds 128 random bits', () => {
    const secrets = new Set(Array.from({ length: 100 }, createSecret));

    expect(secrets.size).toBe(100);
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(16);
  });

  it('is known again by its hash, from which it cannot be read', () => {
    const secret = createSecret();
    const hash = hashSecret(secret);

    expect(isSecret(hash, secret)).toBe(true);
    expect(isSecret(hash, createSecret())).toBe(false);
    expect(isSecret(hash, '')).toBe(false);
    expect(hash).not.toContain(secret);
  });

  it('is opened by the key and body that sealed it, and by no other', () => {
    const sealed = sealSecret('the secret', 'key', '{"a":1}');

    expect(openSecret(sealed, 'key', '{"a":1}')).toBe('the secret');
    expect(() => openSecret(sealed, 'other', '{"a":1}')).toThrow();
    expect(() => openSecret(sealed, 'key', '{"a":2}')).toThrow();
    const bytes = Buffer.from(sealed, 'base64url');
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    expect(() => openSecret(bytes.toString('base64url'), 'key', '{"a":1}')).toThrow();
  });

  it('is sealed differently each time', () => {
    expect(sealSecret('s', 'k', 'b')).not.toBe(sealSecret('s', 'k', 'b'));
  });
});

describe('the hash of a command', () => {
  it('does not depend on the order of fields, nor on whether one is null or left out', () => {
    const one = { b: [{ d: 1, c: null }], a: 'x', u: undefined };
    const other = { a: 'x', n: null, b: [{ d: 1 }] };

    expect(canonicalInput(one)).toBe('{"a":"x","b":[{"d":1}]}');
    expect(hashBody(one)).toBe(hashBody(other));
    expect(hashBody(one)).not.toBe(hashBody({ ...other, a: 'y' }));
    expect(hashBody(['a', 'b'])).not.toBe(hashBody(['b', 'a']));
  });

  it('is another for a key, a body and a secret of the same text', () => {
    expect(new Set([hashKey('x'), hashSecret('x'), hashBody('x')]).size).toBe(3);
  });
});

describe('a reference', () => {
  it('is two groups of three letters or digits that are not misread', () => {
    for (let time = 0; time < 200; time += 1) {
      expect(createReference()).toMatch(/^[2-9B-DF-HJKMNP-TV-XZ]{3}-[2-9B-DF-HJKMNP-TV-XZ]{3}$/);
    }
  });

  it('takes its letters from the random numbers it is given', () => {
    let number = 0;

    expect(createReference((below) => number++ % below)).toBe('234-567');
  });

  it.each(['7KD-4PM', '7kd4pm', ' 7kd 4pm ', '7KD–4PM'])('is known again as %j', (typed) => {
    expect(readingsOf(typed)).toEqual(['7KD-4PM']);
  });

  it.each(['', '7KD-4P', '7KD-4PMM', 'OOO-4PM', '7KD_4PM'])('is not %j', (typed) => {
    expect(readingsOf(typed)).toEqual([]);
  });

  it('with one or two letters that none has may be any with others there, and no more than that', () => {
    const one = readingsOf('7kd 4po');
    expect(one).toHaveLength(27);
    expect(one).toEqual(expect.arrayContaining(['7KD-4PQ', '7KD-4P8']));
    expect(readingsOf('0kd-4pÅ')).toHaveLength(729);
  });
});
