import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  parse,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { readSupergraph } from '../../../gateway/documents/contract-schema.js';
import { projectPath, subgraphSdl, SUBGRAPHS, SUPERGRAPH_FILE } from '../../../schema/sdl.js';

const contracts = readSupergraph(readFileSync(SUPERGRAPH_FILE, 'utf8')).contracts;

/** All that can be said in a question to a subgraph, a line each: `Query.service(id: ID!): Service`. */
function linesOf(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return types.flatMap((type) => [type.name, ...membersOf(type)]).sort();
}

function membersOf(type: GraphQLNamedType): string[] {
  if (isUnionType(type)) return type.getTypes().map(({ name }) => `${type.name} = ${name}`);
  if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map(
      (field) =>
        `${type.name}.${field.name}: ${String(field.type)} = ${JSON.stringify(field.defaultValue)}`,
    );
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map((field) => {
    const given = field.args.map(
      (one) => `${one.name}: ${String(one.type)} = ${JSON.stringify(one.defaultValue)}`,
    );
    return `${type.name}.${field.name}(${given.sort().join(', ')}): ${String(field.type)}`;
  });
}

describe('a subgraph’s part of the supergraph', () => {
  it.each(['cooperative', 'booking', 'catalogue'] as const)(
    'is what the SDL of %s says, but for what another subgraph took over',
    (name) => {
      const own = linesOf(buildSubgraphSchema(parse(subgraphSdl(name))));
      const read = linesOf(contracts.get(name)?.schema ?? buildSubgraphSchema(parse('type Q')));

      const missing = own.filter((line) => !read.includes(line));
      expect(
        read.filter((line) => !own.includes(line) && !/^(federation|link)__/.test(line)),
      ).toEqual([]);
      // The catalogue answers them, with `@override`.
      const takenOver = /^(Service|Cooperative)\.\w+\(/;
      expect(missing.filter((line) => name !== 'cooperative' || !takenOver.test(line))).toEqual([]);
    },
  );

  it('has what the planner may ask the cooperatives for, and not what the catalogue took over', () => {
    const service = contracts.get('cooperative')?.schema.getType('Service');

    const fields = isObjectType(service) ? Object.keys(service.getFields()) : [];
    expect(fields).toEqual(expect.arrayContaining(['id', 'published']));
    expect(fields).not.toContain('title');
  });

  it('describes what can be given, as the supergraph does', () => {
    const service = contracts.get('cooperative')?.schema.getType('Service');
    const availability = isObjectType(service) ? service.getFields()['availability'] : undefined;

    expect(availability?.args.find(({ name }) => name === 'to')?.description).toMatch(/^Last day/);
  });

  it('names the types whose rows its owner finds by their id', () => {
    expect([...(contracts.get('cooperative')?.ownedTypes ?? [])].sort()).toEqual([
      'Booking',
      'Cooperative',
      'Member',
      'Service',
    ]);
    expect(contracts.get('booking')?.ownedTypes.size).toBe(0);
  });

  it('is read by the very release that the query planner reads it with', () => {
    const manifest = (name: string) =>
      JSON.parse(readFileSync(projectPath('node_modules', name, 'package.json'), 'utf8')) as {
        version: string;
        dependencies: Record<string, string>;
      };

    const { version } = manifest('@apollo/federation-internals');
    expect(manifest('@apollo/gateway').dependencies['@apollo/federation-internals']).toBe(version);
  });

  it('is not there for a subgraph that is not', () => {
    expect([...contracts.keys()].sort()).toEqual([...SUBGRAPHS]);
  });

  it('checks the network’s own scalars', () => {
    const scalar = contracts.get('cooperative')?.schema.getType('MunicipalityCode');

    expect(() => (scalar as { parseValue(value: string): unknown }).parseValue('Pori')).toThrow(
      /MunicipalityCode/,
    );
  });
});
