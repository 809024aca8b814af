import { describe, expect, it } from '@jest/globals';
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { SUBGRAPHS, subgraphSdl } from '../../schema/sdl.js';

const DIRECTIVES = [
  ['authenticated', '@authenticated'],
  ['requiresScopes', '@requiresScopes(scopes: [["STAFF"]])'],
  ['policy', '@policy(policies: [["staff"]])'],
] as const;

/** A supergraph of one subgraph, a field of which carries a directive. */
function supergraphWith(name: string, directive: string): string {
  const typeDefs = parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@${name}"])
    type Query { everybodys: Int  staffs: Int ${directive} }`);
  const { supergraphSdl } = composeServices([{ name: 'a', url: 'http://a.invalid', typeDefs }]);
  return supergraphSdl ?? '';
}

describe('the directives of Federation that say who may read', () => {
  it.each(DIRECTIVES)(
    '@%s composes, and this gateway does not start with it',
    (name, directive) => {
      const supergraph = supergraphWith(name, directive);

      expect(supergraph).toContain(`staffs: Int ${directive}`);
      // What the gateway reads its supergraph with.
      expect(() => Supergraph.build(supergraph)).toThrow(
        expect.objectContaining({
          causes: [
            expect.objectContaining({
              message: expect.stringContaining(`/${name}/v0.1 is for: SECURITY but is unsupported`),
            }),
          ],
        }),
      );
    },
  );

  it.each(SUBGRAPHS)('are in no field of %s', (subgraph) => {
    const used = DIRECTIVES.filter(([name]) => subgraphSdl(subgraph).includes(`@${name}`));

    expect(used).toEqual([]);
  });
});
