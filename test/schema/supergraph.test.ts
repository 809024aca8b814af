import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { composeSupergraph } from '../../schema/compose.js';
import { SUBGRAPHS, subgraphTypeDefs, SUPERGRAPH_FILE } from '../../schema/sdl.js';
import { Kind, visit } from 'graphql';

describe('the committed supergraph', () => {
  it('is what the subgraphs compose to', () => {
    expect(readFileSync(SUPERGRAPH_FILE, 'utf8')).toBe(composeSupergraph());
  });

  it('reads the listing fields of a service from the catalogue alone', () => {
    const supergraph = readFileSync(SUPERGRAPH_FILE, 'utf8');
    const service = /^type Service\n[^]*?^}/m.exec(supergraph)?.[0] ?? '';

    expect(service).toMatch(
      /title\([^]*?@join__field\(graph: CATALOGUE, override: "cooperative"\)/,
    );
  });
});

describe.each(SUBGRAPHS)('the SDL of %s', (name) => {
  it('describes every type, field, argument and enum value', () => {
    const undescribed: string[] = [];
    const check = (node: { description?: unknown; name: { value: string } }): void => {
      if (!node.description) undescribed.push(node.name.value);
    };

    visit(subgraphTypeDefs(name), {
      [Kind.ENUM_VALUE_DEFINITION]: check,
      [Kind.ENUM_TYPE_DEFINITION]: check,
      [Kind.FIELD_DEFINITION]: check,
      [Kind.INPUT_OBJECT_TYPE_DEFINITION]: check,
      [Kind.INPUT_VALUE_DEFINITION]: check,
      [Kind.OBJECT_TYPE_DEFINITION]: check,
      [Kind.SCALAR_TYPE_DEFINITION]: check,
    });

    expect(undescribed).toEqual([]);
  });
});
