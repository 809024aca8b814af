import { CommandError, wrongType } from '../bson/errors.js';
import { isDoc, type Doc, type Value } from '../bson/value.js';
import { compileFilter } from '../match/match.js';
import { parsePath, type Path } from '../match/path.js';
import { isSelection } from './paths.js';

/** Which elements an identifier of `$[id]` selects. */
export type ArrayFilters = ReadonlyMap<string, (element: Value) => boolean>;

/** @throws CommandError 2, 9, 14 */
export function compileArrayFilters(filters: readonly Value[]): ArrayFilters {
  const compiled = new Map<string, (element: Value) => boolean>();
  for (const filter of filters) {
    if (!isDoc(filter)) throw wrongType('arrayFilters', filter, 'object');
    const identifier = identifierOf(filter);
    if (!/^[a-z][a-zA-Z0-9]*$/.test(identifier)) {
      throw new CommandError(
        2,
        `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${identifier}'`,
      );
    }
    if (compiled.has(identifier)) {
      throw new CommandError(
        9,
        `Found multiple array filters with the same top-level field name ${identifier}`,
      );
    }
    const matches = compileFilter(filter);
    compiled.set(identifier, (element) => matches(new Map([[identifier, element]])));
  }
  return compiled;
}

/** The one name at the top of all conditions of a filter. @throws CommandError 9 where there are none or several. */
function identifierOf(filter: Doc): string {
  const names = new Set(namesAtTop(filter));
  const [only] = names;
  if (only !== undefined && names.size === 1) return only;
  throw new CommandError(
    9,
    only === undefined
      ? 'Cannot use an expression without a top-level field name in arrayFilters'
      : `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${[...names].join("' and '")}'`,
  );
}

function namesAtTop(filter: Doc): string[] {
  return [...filter].flatMap(([name, operand]) => {
    if (!name.startsWith('$')) return [parsePath(name)[0] as string];
    return (Array.isArray(operand) ? operand : []).filter(isDoc).flatMap(namesAtTop);
  });
}

/** @throws CommandError 2 for a change without its filter, 9 for a filter that no change uses. */
export function checkArrayFilters(
  changes: readonly { readonly path: Path }[],
  filters: ArrayFilters,
): void {
  const used = new Set<string>();
  for (const { path } of changes) {
    for (const segment of path.filter(isSelection)) {
      const identifier = segment.slice(2, -1);
      if (identifier !== '' && !filters.has(identifier)) {
        throw new CommandError(
          2,
          `No array filter found for identifier '${identifier}' in path '${path.join('.')}'`,
        );
      }
      used.add(identifier);
    }
  }
  for (const identifier of filters.keys()) {
    if (!used.has(identifier)) {
      throw new CommandError(
        9,
        `The array filter for identifier '${identifier}' was not used in the update`,
      );
    }
  }
}
