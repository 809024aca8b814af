import { describe, expect, it } from '@jest/globals';
import { Decimal128, Double, MaxKey, MinKey, ObjectId, serialize } from 'bson';
import fc from 'fast-check';
import { decodeDocument, decodeFields } from '../../../../subgraphs/local/store/bson/decode.js';
import { encodeDocument } from '../../../../subgraphs/local/store/bson/encode.js';
import {
  compareValues,
  invertKey,
  orderKey,
} from '../../../../subgraphs/local/store/bson/order.js';
import type { Value } from '../../../../subgraphs/local/store/bson/value.js';

const { MAX_SAFE_INTEGER, MAX_VALUE, MIN_VALUE } = Number;

describe('the order of values', () => {
  it('is that of numbers across their types', () => {
    const ascending: Value[] = [
      NaN,
      -Infinity,
      Decimal128.fromString('-1E+400'),
      -MAX_VALUE,
      -9_223_372_036_854_775_808n,
      -9_007_199_254_740_993n,
      -MAX_SAFE_INTEGER,
      Decimal128.fromString('-0.3'),
      Decimal128.fromString('-1E-6000'),
      0,
      Decimal128.fromString('1E-6000'),
      MIN_VALUE,
      Decimal128.fromString('0.1'),
      0.1,
      Decimal128.fromString('0.2'),
      1,
      Decimal128.fromString('1.000000000000000000000000000000001'),
      MAX_SAFE_INTEGER,
      9_007_199_254_740_993n,
      Decimal128.fromString('9007199254740993.5'),
      9_007_199_254_740_994n,
      9_223_372_036_854_775_807n,
      MAX_VALUE,
      Decimal128.fromString('1E+400'),
      Infinity,
    ];

    for (const [index, value] of ascending.entries()) {
      for (const [other, right] of ascending.entries()) {
        expect([value, right, Math.sign(compareValues(value, right))]).toEqual([
          value,
          right,
          Math.sign(index - other),
        ]);
      }
    }
    expect(compareValues(2, 2n)).toBe(0);
    expect(compareValues(new Double(2), Decimal128.fromString('2.00'))).toBe(0);
    expect(compareValues(-0, 0)).toBe(0);
  });

  it('agrees with exact arithmetic for all doubles and 64-bit integers', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true }),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    );
    fc.assert(
      fc.property(number, number, (left, right) => {
        expect(Math.sign(compareValues(left, right))).toBe(
          left < right ? -1 : left > right ? 1 : 0,
        );
      }),
      { seed: 7, numRuns: 3_000 },
    );
  });

  it('is that of UTF-8 bytes for strings, also with zero bytes', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '\0', 'é', '\uffee', '\u{1f600}'),
      maxLength: 5,
    });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const expected = Buffer.compare(Buffer.from(left), Buffer.from(right));
        expect(Math.sign(compareValues(left, right))).toBe(expected);
      }),
      { seed: 7, numRuns: 3_000 },
    );
  });

  it('is that of types, then contents', () => {
    const ascending: Value[] = [
      new MinKey(),
      null,
      5,
      'a',
      'b',
      new Map(),
      new Map([['a', 1]]),
      new Map([['b', 0]]),
      new Map([['a', 'text']]),
      [],
      [1],
      [1, 2],
      [2],
      new ObjectId('000000000000000000000001'),
      false,
      true,
      new Date(-1),
      new Date(1),
      new MaxKey(),
    ];
    const keys = ascending.map(orderKey);

    expect([...keys].sort()).toEqual(keys);
    expect([...keys].map(invertKey).sort()).toEqual([...keys].map(invertKey).reverse());
  });

  it('has no key that begins another one', () => {
    const value = fc.oneof(
      fc.integer(),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.string({ unit: fc.constantFrom('a', '\0', '\u00ff'), maxLength: 4 }),
      fc.array(fc.constantFrom<Value>(1, 'a', null, [], new Map()), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(value, value, (left, right) => {
        const [one, other] = [orderKey(left), orderKey(right)];
        expect(one === other || (!one.startsWith(other) && !other.startsWith(one))).toBe(true);
      }),
      { seed: 7, numRuns: 3_000 },
    );
  });
});

describe('a document', () => {
  it('is written as the official library writes it', () => {
    fc.assert(
      fc.property(
        fc.object({
          withDate: true,
          withBigInt: false,
          maxDepth: 3,
          key: fc.string({ maxLength: 5 }).map((name) => `k${name.replaceAll('\0', '')}`),
        }),
        (object) => {
          const official = Buffer.from(serialize(object, { ignoreUndefined: false }));
          const ours = encodeDocument(decodeDocument(official));
          expect(ours.equals(official)).toBe(true);
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });

  it('is read in part as it is read whole', () => {
    const value = fc.oneof(
      fc.constantFrom<unknown>(null, true, new ObjectId(), new MinKey(), new Double(3)),
      fc.constantFrom<unknown>(7, 2n ** 60n, Decimal128.fromString('1.5'), new Date(5)),
      fc.string({ unit: fc.constantFrom('a', 'ä', '\0') }),
      fc.object({ withDate: true, withBigInt: false, maxDepth: 2 }),
      fc.array(fc.integer()),
    );
    const names = fc.constantFrom('a', 'b', 'ä', 'resource', 'x'.repeat(40));
    fc.assert(
      fc.property(fc.dictionary(names, value), fc.subarray(['a', 'ä', 'resource']), (row, some) => {
        const bytes = Buffer.from(serialize(row));
        const wanted = new Set(some);
        const whole = [...decodeDocument(bytes)].filter(([name]) => wanted.has(name));
        expect([...decodeFields(bytes, wanted)]).toEqual(whole);
      }),
      { seed: 7, numRuns: 1_000 },
    );
  });

  it('cut off or altered is refused, never crashes', () => {
    const bytes = Buffer.from(
      serialize({ a: 'text', b: [1, { c: new ObjectId() }], d: new Date(), e: 1.5 }),
    );
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
        const altered = Buffer.from(bytes);
        altered[at] = byte;
        for (const input of [altered, bytes.subarray(0, at)]) {
          try {
            decodeDocument(input);
          } catch (error) {
            expect(['MalformedBsonError', 'CommandError']).toContain((error as Error).name);
          }
        }
      }),
      { seed: 7, numRuns: 3_000 },
    );
  });
});
