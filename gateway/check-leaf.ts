import { isEnumType, type GraphQLLeafType } from 'graphql';
import { isOfForm, scalarResolvers } from '../schema/scalars.js';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';

const BUILT_IN: Readonly<Record<string, Check>> = {
  ID: isText,
  String: isText,
  Boolean: (value) => typeof value === 'boolean',
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  Int: (value) => typeof value === 'number' && (value | 0) === value,
};

/**
 * How values of a leaf type are checked. The network's own scalars must have their form; a scalar that is known
 * nowhere may be anything.
 */
export function leafCheck(type: GraphQLLeafType): Check {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name));
    return (value) => typeof value === 'string' && names.has(value);
  }
  const builtIn = BUILT_IN[type.name];
  if (builtIn) return builtIn;
  if (!Object.hasOwn(scalarResolvers, type.name)) return () => true;
  return (value) => typeof value === 'string' && isOfForm(type.name, value);
}
