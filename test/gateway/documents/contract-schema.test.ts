import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { isObjectType, printSchema } from 'graphql';
import {
  findContractSchema,
  type ContractSchema,
} from '../../../gateway/documents/contract-schema.js';
import { SUPERGRAPH_FILE } from '../../../schema/sdl.js';

const print = (contract: ContractSchema | null): string =>
  contract ? printSchema(contract.schema) : '';

const supergraphSdl = readFileSync(SUPERGRAPH_FILE, 'utf8');

describe('a subgraph’s part of the supergraph', () => {
  it('has what the planner may ask the cooperatives for, and not what the catalogue took over', () => {
    const contract = findContractSchema(supergraphSdl, 'cooperative');

    const service = contract?.schema.getType('Service');
    const fields = isObjectType(service) ? Object.keys(service.getFields()) : [];
    expect(fields).toEqual(expect.arrayContaining(['id', 'published']));
    expect(fields).not.toContain('title');
    expect([...(contract?.ownedTypes ?? [])].sort()).toEqual(
      expect.arrayContaining(['Cooperative', 'Member', 'Service']),
    );
    expect(print(contract)).toMatch(/union _Entity = .*Cooperative/);
  });

  it('takes a type as the subgraph itself declares it', () => {
    const contract = findContractSchema(
      `enum join__Graph { ONE @join__graph(name: "one", url: "") TWO @join__graph(name: "two", url: "") }
       type Query @join__type(graph: ONE) @join__type(graph: TWO) {
         a: String @join__field(graph: ONE, type: "String!") @join__field(graph: TWO, type: "String")
         b: String @join__field(graph: TWO)
         c: String @join__field(graph: ONE, usedOverridden: true) @join__field(graph: TWO, override: "one")
         d: Kind
       }
       enum Kind @join__type(graph: ONE) @join__type(graph: TWO) {
         X @join__enumValue(graph: ONE) @join__enumValue(graph: TWO) Y @join__enumValue(graph: TWO)
       }
       type Other @join__type(graph: TWO, key: "id") { id: ID }`,
      'one',
    );

    const sdl = print(contract).replaceAll(/\s+/g, ' ').trim();
    expect(sdl).toBe('type Query { a: String! d: Kind } enum Kind { X }');
    expect(contract?.ownedTypes.size).toBe(0);
  });

  it('is null for a subgraph that is not there', () => {
    expect(findContractSchema(supergraphSdl, 'nobody')).toBeNull();
  });
});
