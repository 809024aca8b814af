import { describe, expect, it } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { isObjectType } from 'graphql';
import { LIVE_FIELDS } from '../../schema/live-fields.js';
import { subgraphTypeDefs } from '../../schema/sdl.js';

describe('the fields whose null an owner has to explain', () => {
  it('are those of which the contract says so', () => {
    const schema = buildSubgraphSchema({ typeDefs: subgraphTypeDefs('cooperative') });
    const said = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(({ description }) =>
            /null\s+when (the owner|this one row)\s+could not be (asked|read)/.test(
              description ?? '',
            ),
          )
          .map(({ name }) => `${type.name}.${name}`),
      );

    expect([...LIVE_FIELDS].sort()).toEqual(said.sort());
  });
});
