import { isEnumType, type GraphQLLeafType } from 'graphql';
import { isOfForm, scalarResolvers } from '../../schema/scalars.js';

/** Gives the value in its canonical form; undefined where it is none of the type's. */
type ReadLeaf = (value: unknown) => unknown;

const where =
  (fits: (value: unknown) => boolean): ReadLeaf =>
  (value) =>
    fits(value) ? value : undefined;

const isText = (value: unknown): value is string => typeof value === 'string';

const BUILT_IN: Readonly<Record<string, ReadLeaf>> = {
  ID: where(isText),
  String: where(isText),
  Boolean: where((value) => typeof value === 'boolean'),
  Float: where((value) => typeof value === 'number' && Number.isFinite(value)),
  // Every whole number of the contract counts something.
  Int: where((value) => typeof value === 'number' && (value | 0) === value && value >= 0),
};

/**
 * How values of a leaf type are read. The network's own scalars must have their form and are brought into the canonical
 * one, whoever wrote them; a scalar that is known nowhere may be anything.
 */
export function leafReader(type: GraphQLLeafType): ReadLeaf {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return where((value) => names.has(value));
  }
  const builtIn = BUILT_IN[type.name];
  if (builtIn) return builtIn;
  const scalar = Object.hasOwn(scalarResolvers, type.name) ? scalarResolvers[type.name] : undefined;
  if (!scalar) return (value) => value;
  return (value) => {
    if (!isText(value) || !isOfForm(type.name, value)) return undefined;
    const canonical = scalar.serialize(value);
    // An instant near the year 0 or 10000 may have no such form in UTC.
    return isOfForm(type.name, canonical) ? canonical : undefined;
  };
}
