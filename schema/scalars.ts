import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { badUserInput } from './errors.js';

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** Whether the text is an instant, RFC 3339 with an offset. */
function isDateTime(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/.exec(
    text,
  );
  return match?.[1] !== undefined && isDate(match[1]) && !Number.isNaN(Date.parse(text));
}

interface StringForm {
  readonly name: string;
  readonly wanted: string;
  readonly accepts: (text: string) => boolean;
  /** Brings an accepted text into the one form that resolvers see; as it came where absent. */
  readonly canonical?: (text: string) => string;
}

const matches =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text);

const FORMS: readonly StringForm[] = [
  {
    name: 'LanguageCode',
    wanted: 'an ISO 639-1 code in lower case such as "fi"',
    accepts: matches(/^[a-z]{2}$/),
  },
  {
    name: 'CountryCode',
    wanted: 'an ISO 3166-1 code in upper case such as "FI"',
    accepts: matches(/^[A-Z]{2}$/),
  },
  {
    name: 'MunicipalityCode',
    wanted: 'a country and national code such as "FI-609" or "SE-0580"',
    accepts: matches(/^(FI-\d{3}|SE-\d{4})$/),
  },
  {
    name: 'CpvCode',
    wanted: '8 digits such as "90910000", with or without the check digit ("90910000-9")',
    accepts: matches(/^\d{8}(-\d)?$/),
  },
  { name: 'Date', wanted: 'a date that exists such as "2027-03-22"', accepts: isDate },
  {
    name: 'DateTime',
    wanted: 'an instant with an offset such as "2027-03-22T09:00:00Z"',
    accepts: isDateTime,
    canonical: (text) => new Date(text).toISOString(),
  },
];

const LENGTH_OF_INSTANT = '2027-03-22T09:00:00.000Z'.length;

function createScalar({ name, wanted, accepts, canonical }: StringForm): GraphQLScalarType<string> {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return canonical?.(value) ?? value;
    throw badUserInput(`${name} must be ${wanted}, got ${JSON.stringify(value)}.`, name);
  };
  return new GraphQLScalarType<string>({
    name,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null),
    serialize: (value) => {
      if (!(value instanceof Date)) return parse(value);
      const text = value.toISOString();
      // What is written here is canonical, but for years that the form has no place for.
      return canonical && text.length === LENGTH_OF_INSTANT ? text : parse(text);
    },
  });
}

/** Resolvers of the network's own scalars: refuse what is not of their form with BAD_USER_INPUT. */
export const scalarResolvers = Object.fromEntries(
  FORMS.map((form) => [form.name, createScalar(form)]),
);

/** Whether a text is of the form of one of the network's scalars. @param name - Such as `CpvCode`. */
export function isOfForm(name: string, text: string): boolean {
  return FORMS.some((form) => form.name === name && form.accepts(text));
}
