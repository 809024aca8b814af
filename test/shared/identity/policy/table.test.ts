import { describe, expect, it } from '@jest/globals';
import {
  Kind,
  parse,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeNode,
} from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { LIVE_FIELDS } from '../../../../schema/live-fields.js';
import { SUBGRAPHS, projectPath, subgraphTypeDefs } from '../../../../schema/sdl.js';
import { isSent } from '../../../../subgraphs/shared/identity/policy/places.js';
import type { Row } from '../../../../subgraphs/shared/identity/policy/rule.js';
import { rowOf, TABLE } from '../../../../subgraphs/shared/identity/policy/table.js';

const ROWS = TABLE.flatMap(({ rows }) => rows);
const ROOTS = ['Query', 'Mutation'];

/** Of these, what only their owner can answer. */
const OWNERS = ['Cooperative', 'Service'];

/** Types that say something of a person, or of what a person has ordered or does. */
const PERSONAL_TYPES = [
  ...['Order', 'OrderEvent', 'Buyer', 'WorkRequest', 'WorkOffer'],
  ...['Booking', 'BookingEvent', 'Customer', 'Member'],
];

/** Types that name people: whatever leads to one is somebody's business. */
const PEOPLE = ['Buyer', 'Customer'];

const isAddress = ({ name }: Row): boolean => name.includes('/');
const SDL = SUBGRAPHS.flatMap((name) => subgraphTypeDefs(name).definitions);

interface Field {
  readonly type: string;
  readonly node: FieldDefinitionNode;
  readonly isHidden: boolean;
}

function fieldsOf(definitions: readonly DefinitionNode[]): Map<string, Field> {
  const types = definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  return new Map(
    types.flatMap(({ name: { value: type }, fields = [], directives = [] }) =>
      fields.map((node): [string, Field] => {
        // A type that is hidden whole is only reached through a field that is.
        const isHidden = !isInaccessible(directives) && isInaccessible(node.directives ?? []);
        return [`${type}.${node.name.value}`, { type, node, isHidden }];
      }),
    ),
  );
}

function isInaccessible(directives: readonly { readonly name: { readonly value: string } }[]) {
  return directives.some(({ name }) => name.value === 'inaccessible');
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** Fields that must have a row and have none. */
function withoutRow(definitions: readonly DefinitionNode[]): string[] {
  const known = new Set(ROWS.map(({ name }) => name));
  return [...fieldsOf(definitions)]
    .filter(
      ([name, { type, node, isHidden }]) =>
        ROOTS.includes(type) ||
        (OWNERS.includes(type) && LIVE_FIELDS.has(name)) ||
        isHidden ||
        PERSONAL_TYPES.includes(type) ||
        PEOPLE.includes(namedType(node.type)),
    )
    .map(([name]) => name)
    .filter((name) => !known.has(name));
}

describe('the table of access', () => {
  it('has a row for every root field, live field, hidden field, and field of a type that says something of people', () => {
    expect(withoutRow(SDL)).toEqual([]);
  });

  it.each([
    ['a question', 'type Query { planted: Int }', 'Query.planted'],
    ['a command', 'type Mutation { planted: Int }', 'Mutation.planted'],
    ['a field of a member', 'type Member { planted: Int }', 'Member.planted'],
    ['a hidden field', 'type Cooperative { planted: Int @inaccessible }', 'Cooperative.planted'],
    ['a way to a person', 'type Service { planted: [Buyer!] }', 'Service.planted'],
  ])('fails for %s that nobody thought of', (_what, sdl, name) => {
    expect(withoutRow(parse(sdl).definitions)).toEqual([name]);
  });

  it('has no row for what the SDL does not have', () => {
    const inputs = SDL.flatMap((node) =>
      node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
        ? (node.fields ?? []).map(({ name }) => `${node.name.value}.${name.value}`)
        : [],
    );
    const known = new Set([...fieldsOf(SDL).keys(), ...inputs]);

    const missing = ROWS.filter((row) => !isAddress(row) && !known.has(row.name));

    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('has the addresses that processes answer, and no others', () => {
    // Pages, and the address of the graph, whose fields have rows of their own.
    const rest = ['/', '/graphql', '/graphiql', '/graphiql/:name', '/schema.graphql'];
    const sources = ['gateway', 'subgraphs'].flatMap((area) =>
      readdirSync(projectPath(area), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts'))
        .map((path) => readFileSync(projectPath(area, path), 'utf8')),
    );
    const answered = sources
      .filter((text) => text.includes("from 'fastify'"))
      .flatMap((text) => [...text.matchAll(/'(\/[\w:/.-]*)'/g)].map(([, path = '']) => path))
      .map((path) => path.replace(':id', '{id}'));

    const named = ROWS.filter(isAddress).map(({ name }) => name.split(' ')[1]);

    expect(new Set(named)).toEqual(new Set(answered.filter((path) => !rest.includes(path))));
  });

  it('has one row for each name', () => {
    expect(new Set(ROWS.map(({ name }) => name)).size).toBe(ROWS.length);
  });

  it('gives a role one answer in a row', () => {
    const twice = ROWS.filter(({ any = [], organisation = [], own = [] }) => {
      const roles = [...any, ...organisation, ...own];
      return new Set(roles).size < roles.length;
    });

    expect(twice).toEqual([]);
  });

  it('says where it is found whose something is, wherever that decides', () => {
    const vague = ROWS.filter(
      ({ organisation, own, processes = [], of }) =>
        ((organisation ?? own) !== undefined ||
          processes.some(({ process }) => process === 'cooperative')) ===
        (of === null),
    );

    expect(vague.map(({ name }) => name)).toEqual([]);
  });

  it('finds in the arguments what it says is there', () => {
    const fields = fieldsOf(SDL);
    const inputs = new Map(
      SDL.filter((node) => node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION).map((node) => [
        node.name.value,
        node.fields ?? [],
      ]),
    );
    const has = (
      given: readonly InputValueDefinitionNode[],
      [name, ...rest]: string[],
    ): boolean => {
      const found = given.find((one) => one.name.value === name);
      if (!found) return false;
      return rest.length === 0 || has(inputs.get(namedType(found.type)) ?? [], rest);
    };

    const lost = ROWS.filter((row) => row.of !== null && isSent(row.of) && !isAddress(row)).filter(
      ({ name, of }) => !has(fields.get(name)?.node.arguments ?? [], (of ?? '').split('.')),
    );

    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  it('opens nothing that it does not know', () => {
    expect(() => rowOf('Query.everything')).toThrow('no row Query.everything');
  });
});
