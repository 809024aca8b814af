import { GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { badUserInput } from './errors.js';

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** RFC 3339 but for leap seconds, which no clock of ours knows. A day has no 24th hour, and neither has an offset. */
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** Whether the text is an instant, RFC 3339 with an offset, that has four digits of its year in UTC too. */
function isDateTime(text: string): boolean {
  const day = INSTANT.exec(text)?.[1];
  if (day === undefined || !isDate(day)) return false;
  const year = new Date(text).getUTCFullYear();
  return year >= 0 && year <= 9_999;
}

interface StringForm {
  readonly name: string;
  readonly wanted: string;
  readonly accepts: (text: string) => boolean;
  /** Brings an accepted text into the one form that resolvers see; as it came where absent. */
  readonly canonical?: (text: string) => string;
  /** The form in which it is answered, where that is narrower than what is accepted. */
  readonly answered?: (text: string) => string;
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
    answered: (text) => text.slice(0, 8),
  },
  { name: 'Date', wanted: 'a date that exists such as "2027-03-22"', accepts: isDate },
  {
    name: 'LocalTime',
    wanted: 'a time of day such as "07:30", at most "24:00"',
    accepts: matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
  },
  {
    name: 'DateTime',
    wanted: 'an instant with an offset such as "2027-03-22T09:00:00Z"',
    accepts: isDateTime,
    canonical: (text) => new Date(text).toISOString(),
  },
];

/** How much of what came a message repeats. */
const SHOWN = 60;

function shown(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value);
  }
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

function createScalar(form: StringForm): GraphQLScalarType<string> {
  const { name, wanted, accepts, canonical, answered } = form;
  const read = (value: unknown): string | null =>
    typeof value === 'string' && accepts(value) ? (canonical?.(value) ?? value) : null;
  const parse = (value: unknown, got = shown(value)): string => {
    const text = read(value);
    if (text === null) throw badUserInput(`${name} must be ${wanted}, got ${got}.`, name);
    return text;
  };
  return new GraphQLScalarType<string>({
    name,
    parseValue: (value) => parse(value),
    parseLiteral: (node: ValueNode) =>
      node.kind === Kind.STRING ? parse(node.value) : parse(null, print(node).slice(0, SHOWN)),
    // What we answer is no mistake of the client's.
    serialize: (value) => {
      const text = read(value instanceof Date ? value.toISOString() : value);
      if (text === null) throw new TypeError(`${name} must be ${wanted}, got ${shown(value)}.`);
      return answered?.(text) ?? text;
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
