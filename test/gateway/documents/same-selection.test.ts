import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse, type OperationDefinitionNode } from 'graphql';
import { inlineFragments } from '../../../gateway/documents/fetch-document.js';
import { isSameSelection } from '../../../gateway/documents/same-selection.js';

const SDL = `
  type Query { row(id: ID, kind: Kind): Row rows: [Row!]! any: Any }
  type Row { id: ID! name(language: String): String kind: Kind row: Row }
  union Any = Row
  enum Kind { A B }
`;
const api = buildSchema(SDL);

function operation(query: string): OperationDefinitionNode {
  const document = parse(query);
  const found = getOperationAST(document);
  if (!found) throw new Error('No operation.');
  return inlineFragments(document, found);
}

const isSame = (client: string, planner: string, subgraph = api): boolean =>
  isSameSelection({ api, subgraph }, operation(client), operation(planner));

describe('whether a planned fetch asks exactly what the client asks', () => {
  it.each([
    ['{ row(id: "1", kind: A) { id } }', 'query P__a__0 { row(kind: A, id: "1") { id } }'],
    ['{ row { ...R } } fragment R on Row { id row { name } }', '{ row { id row { name } } }'],
    ['{ rows { id ... on Row { name } } }', '{ rows { id name } }'],
    ['{ rows { id id name } }', '{ rows { id name } }'],
    [
      'query ($l: String) { rows { name(language: $l) } }',
      'query ($l: String) { rows { name(language: $l) } }',
    ],
  ])('says yes to %s', (client, planner) => {
    expect(isSame(client, planner)).toBe(true);
  });

  it.each([
    ['another order', '{ rows { id name } }', '{ rows { name id } }'],
    ['a key more', '{ rows { id } }', '{ rows { id __typename } }'],
    ['a key less', '{ rows { id name } }', '{ rows { id } }'],
    ['another argument', '{ row(id: "1") { id } }', '{ row(id: "2") { id } }'],
    ['another alias', '{ a: rows { id } }', '{ rows { id } }'],
    ['an alias for another field', '{ rows { name: id } }', '{ rows { name } }'],
    [
      'a condition',
      'query ($c: Boolean!) { rows { id @skip(if: $c) } }',
      'query ($c: Boolean!) { rows { id @skip(if: $c) } }',
    ],
    ['an abstract type', '{ any { ... on Row { id } } }', '{ any { ... on Row { id } } }'],
    ['introspection', '{ __type(name: "Row") { name } }', '{ __type(name: "Row") { name } }'],
    ['the type of the root', '{ __typename rows { id } }', '{ __typename rows { id } }'],
  ])('says no to %s', (_what, client, planner) => {
    expect(isSame(client, planner)).toBe(false);
  });

  it('says no where the subgraph may answer a value that clients must not see', () => {
    const subgraph = buildSchema(SDL.replace('A B', 'A B SECRET'));

    expect(isSame('{ rows { kind } }', '{ rows { kind } }', subgraph)).toBe(false);
    expect(isSame('{ rows { id } }', '{ rows { id } }', subgraph)).toBe(true);
  });
});
