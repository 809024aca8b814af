import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { findBreakingChanges, RELEASED_CONTRACT_FILE } from '../../schema/contract.js';
import { subgraphSdl } from '../../schema/sdl.js';

const current = subgraphSdl('cooperative');

/** The contract with one piece of its text replaced. */
function edited(from: string, to: string): string {
  expect(current).toContain(from);
  return current.replace(from, to);
}

describe('the contract as it is published', () => {
  it('defines every type that it extends, which many servers demand', () => {
    const { definitions } = parse(current);
    const defined = definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION ? [node.name.value] : [],
    );
    const extended = definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_EXTENSION ? [node.name.value] : [],
    );

    expect(extended.filter((name) => !defined.includes(name))).toEqual([]);
    expect(defined).toEqual(expect.arrayContaining(['Query', 'Mutation']));
  });
});

describe('a change of the contract', () => {
  it('is none against what was released', async () => {
    const released = readFileSync(RELEASED_CONTRACT_FILE, 'utf8');

    expect(await findBreakingChanges(released, current)).toEqual([]);
  });

  it.each([
    [
      'an optional output field',
      '  published: Boolean\n',
      '  published: Boolean\n  note: String\n',
    ],
    [
      'an optional input',
      '  dryRun: Boolean = false\n',
      '  dryRun: Boolean = false\n  note: String\n',
    ],
    ['a new type', 'type Member ', 'type Room {\n  id: ID!\n}\n\ntype Member '],
  ])('leaves older endpoints valid: %s', async (_name, from, to) => {
    expect(await findBreakingChanges(current, edited(from, to))).toEqual([]);
  });

  it.each([
    ['a field taken away', '  "Registered name."\n  name: String!\n', ''],
    [
      'a new field that is never null',
      '  published: Boolean\n',
      '  published: Boolean\n  note: String!\n',
    ],
    ['a field that is no longer null', '  published: Boolean\n', '  published: Boolean!\n'],
    [
      'a new input that must be given',
      '  dryRun: Boolean = false\n',
      '  dryRun: Boolean = false\n  note: String!\n',
    ],
    ['an input that may now be left out', '  json: String!\n', '  json: String\n'],
    ['another type', '  businessId: String!\n', '  businessId: Int!\n'],
  ])('is breaking: %s', async (_name, from, to) => {
    expect(await findBreakingChanges(current, edited(from, to))).toHaveLength(1);
  });
});
