import { describe, expect, it } from '@jest/globals';
import { buildSchema, isLeafType } from 'graphql';
import { leafReader } from '../../../gateway/answers/check-leaf.js';

const schema = buildSchema(`
  scalar DateTime scalar CpvCode scalar Date scalar Anything
  enum Kind { A B }
  type Query { a: DateTime b: CpvCode c: Date d: Kind e: ID f: Anything g: Int h: Float i: Boolean }
`);

function read(type: string, value: unknown): unknown {
  const leaf = schema.getType(type);
  if (!isLeafType(leaf)) throw new Error(`${type} is no leaf.`);
  return leafReader(leaf)(value);
}

describe('a value that an owner answers', () => {
  it.each([
    ['DateTime', '2027-03-22T09:00:00+02:00', '2027-03-22T07:00:00.000Z'],
    ['DateTime', '2027-03-22T07:00:00Z', '2027-03-22T07:00:00.000Z'],
    ['DateTime', '2027-03-22T07:00:00.123456789Z', '2027-03-22T07:00:00.123Z'],
    ['CpvCode', '90910000-9', '90910000'],
    ['CpvCode', '90910000', '90910000'],
    ['Date', '2027-03-22', '2027-03-22'],
    ['Kind', 'A', 'A'],
    ['ID', '7', '7'],
    ['Anything', 7, 7],
    ['Boolean', false, false],
    ['Int', 0, 0],
  ])('is brought into the canonical form of its type: %s %j', (type, value, canonical) => {
    expect(read(type, value)).toEqual(canonical);
  });

  it.each([
    ['DateTime', 1_900_000_000],
    ['CpvCode', 90_910_000],
    ['Date', '2027-02-30'],
    ['Kind', 'C'],
    ['ID', 7],
    ['Int', 1.5],
    ['Float', '1'],
    ['Boolean', 'true'],
  ])('is none of its type: %s %j', (type, value) => {
    expect(read(type, value)).toBeUndefined();
  });
});
