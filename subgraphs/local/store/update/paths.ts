import { CommandError } from '../bson/errors.js';
import { isArrayIndex, parsePath, type Path } from '../match/path.js';

/** Whether a segment selects elements of an array: `$[]` all, `$[id]` those of an array filter. */
export function isSelection(segment: string): boolean {
  return segment.startsWith('$[') && segment.endsWith(']');
}

/** Whether a segment stands for elements that only the document tells: `$`, `$[]`, `$[id]`. */
function isPositional(segment: string): boolean {
  return segment === '$' || isSelection(segment);
}

/** Whether a path may mean another place than it says. */
export function isDynamic(path: Path): boolean {
  return path.some(isPositional);
}

/** @throws CommandError 2, 52, 56 for a path that no update may have. */
export function checkPath(name: string): void {
  if (name === '') throw new CommandError(56, 'An empty update path is not valid.');
  const path = parsePath(name);
  if (path.includes('')) {
    throw new CommandError(
      56,
      `The update path '${name}' contains an empty field name, which is not allowed.`,
    );
  }
  if (isPositional(path[0] as string)) {
    throw new CommandError(
      2,
      `Cannot have positional (i.e. '$') element in the first position in path '${name}'`,
    );
  }
  if (path.filter((segment) => segment === '$').length > 1) {
    throw new CommandError(2, `Too many positional (i.e. '$') elements found in path '${name}'`);
  }
  const operatorLike = path.find((segment) => segment.startsWith('$') && !isPositional(segment));
  if (operatorLike !== undefined) {
    throw new CommandError(
      52,
      `The dollar ($) prefixed field '${operatorLike}' in '${name}' is not valid for storage.`,
    );
  }
}

/** @throws CommandError 40 when one of the paths is another or leads to it, or takes for a field what the other one selects from. */
export function checkConflicts(names: readonly string[]): void {
  const seen: string[] = [];
  for (const name of names) {
    const other = seen.find((one) => doConflict(one, name) || doMix(one, name));
    if (other !== undefined) {
      throw new CommandError(
        40,
        `Updating the path '${name}' would create a conflict at '${other.length < name.length ? other : name}'`,
      );
    }
    seen.push(name);
  }
}

export function doConflict(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}

/** Whether only one of two paths selects elements where they part, as `a.$[]` and `a.0` do. */
function doMix(one: string, other: string): boolean {
  const [left, right] = [parsePath(one), parsePath(other)];
  const parting = left.findIndex((segment, at) => segment !== right[at]);
  const [a, b] = [left[parting], right[parting]];
  return a !== undefined && b !== undefined && isSelection(a) !== isSelection(b);
}

/** The order in which MongoDB 5 and later apply changes, and so add fields. */
export function comparePaths(left: Path, right: Path): number {
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const [a, b] = [left[at] as string, right[at] as string];
    if (a === b) continue;
    if (isArrayIndex(a) && isArrayIndex(b)) return Number(a) - Number(b);
    return a < b ? -1 : 1;
  }
  return left.length - right.length;
}
