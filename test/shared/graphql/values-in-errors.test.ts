import { describe, expect, it } from '@jest/globals';
import { buildSchema, getVariableValues, parse, Kind } from 'graphql';
import { scalarResolvers } from '../../../schema/scalars.js';
import { withoutValues } from '../../../subgraphs/shared/process/errors/mask-error.js';

const schema = buildSchema(`
  scalar CpvCode
  enum Channel { WEB PHONE }
  input Buyer { name: String! email: String age: Int isOld: Boolean channel: Channel cpv: CpvCode next: [Buyer!] }
  type Query { a(buyer: Buyer): Int }
`);
Object.assign(schema.getType('CpvCode') as object, {
  parseValue: scalarResolvers['CpvCode']?.parseValue,
});
const [operation] = parse('query ($b: Buyer) { a(buyer: $b) }').definitions;

/** What is said of a variable of the type `Buyer`. */
function saidOf(b: unknown): string[] {
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation.');
  const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], { b });
  return errors.map(({ message }) => withoutValues(message));
}

describe('what is said of a variable', () => {
  it.each<[what: string, value: unknown, said: string]>([
    [
      'an object that lacks something',
      { email: 'anna@example.org' },
      '; Field "name" of required type "String!" was not provided.',
    ],
    [
      'an object with too much',
      { name: 'Anna; "Virtanen"', town: 'at "x"' },
      '; Field "town" is not defined by type "Buyer".',
    ],
    ['a text', 'Anna at "home"; alone', '; Expected type "Buyer" to be an object.'],
    [
      'another type',
      { name: { first: 'Anna: \\' } },
      ' at "b.name"; String cannot represent a non string value.',
    ],
    [
      'a telephone number',
      { name: 'x', email: 358_401_234_567 },
      ' at "b.email"; String cannot represent a non string value.',
    ],
    [
      'no number',
      { name: 'x', age: 'Anna: 5' },
      ' at "b.age"; Int cannot represent non-integer value.',
    ],
    [
      'a number, which it repeats',
      { name: 'x', age: 1.5 },
      ' at "b.age"; Int cannot represent non-integer value: 1.5',
    ],
    [
      'a name of no enum, which it repeats',
      { name: 'x', next: [{ name: 'y', channel: 'FAX' }] },
      ' at "b.next[0].channel"; Value "FAX" does not exist in "Channel" enum.',
    ],
    [
      'no code, which it repeats',
      { name: 'x', cpv: '12' },
      ' at "b.cpv"; CpvCode must be 8 digits such as "90910000", with or without the check digit ("90910000-9"), got "12".',
    ],
  ])('tells of %s where it was and what was wanted', (_what, value, said) => {
    expect(saidOf(value)).toEqual([`Variable "$b" got an invalid value${said}`]);
  });

  it.each(['Variable "$b" of required type "Buyer!" was not provided.', 'Anything; else: "x"'])(
    'leaves alone: %s',
    (message) => {
      expect(withoutValues(message)).toBe(message);
    },
  );
});
