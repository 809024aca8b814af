import { compareValues, invertKey, orderKey } from '../bson/order.js';
import { isDoc, isNumeric, toNumber, typeAliasOf, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { parsePath, type Path } from '../match/path.js';
import { requireArray, type Transform } from './transform.js';

const clauses = new Set(['$each', '$position', '$slice', '$sort']);

/** `$push`, with `$each`, `$position`, `$sort` and `$slice` applied in this order. */
export function compilePush(operand: Value): Transform {
  if (!isDoc(operand) || !operand.has('$each')) {
    return (current, context, path) => [
      ...(current === undefined ? [] : requireArray(current, path, context)),
      operand,
    ];
  }
  const each = operand.get('$each') ?? null;
  if (!Array.isArray(each)) {
    throw new CommandError(
      2,
      `The argument to $each in $push must be an array but it was of type: ${typeAliasOf(each)}`,
    );
  }
  for (const clause of operand.keys()) {
    if (!clauses.has(clause)) throw new CommandError(2, `Unrecognized clause in $push: ${clause}`);
  }
  const position = wholeClause(operand, '$position');
  const slice = wholeClause(operand, '$slice');
  const sort = compileSort(operand.get('$sort'));
  return (current, context, path) => {
    const values = current === undefined ? [] : [...requireArray(current, path, context)];
    values.splice(position ?? values.length, 0, ...each);
    if (sort !== null) values.sort(sort);
    if (slice === undefined) return values;
    return slice < 0 ? values.slice(slice) : values.slice(0, slice);
  };
}

function wholeClause(operand: Doc, name: string): number | undefined {
  const value = operand.get(name);
  if (value === undefined) return undefined;
  const number = isNumeric(value) ? toNumber(value) : NaN;
  if (!Number.isInteger(number)) {
    throw new CommandError(
      2,
      `The value for ${name} must be an integer value but was given type: ${typeAliasOf(value)}`,
    );
  }
  return number;
}

function compileSort(sort: Value | undefined): ((left: Value, right: Value) => number) | null {
  if (sort === undefined) return null;
  if (isNumeric(sort)) {
    const direction = toNumber(sort);
    if (direction !== 1 && direction !== -1) {
      throw new CommandError(2, 'The $sort element value must be either 1 or -1');
    }
    return (left, right) => direction * compareValues(left, right);
  }
  if (!isDoc(sort)) {
    throw new CommandError(
      2,
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}',
    );
  }
  if (sort.size === 0) {
    throw new CommandError(2, 'The $sort pattern is empty when it should be a set of fields.');
  }
  const fields = [...sort].map(([name, direction]) => parseField(name, direction));
  const keyOf = (value: Value): string =>
    fields
      .map(({ path, isDescending }) => {
        const key = orderKey(valueAt(value, path));
        return isDescending ? invertKey(key) : key;
      })
      .join('');
  return (left, right) => {
    const [leftKey, rightKey] = [keyOf(left), keyOf(right)];
    return leftKey < rightKey ? -1 : leftKey > rightKey ? 1 : 0;
  };
}

/** @throws CommandError 2 */
function parseField(name: string, direction: Value): { path: Path; isDescending: boolean } {
  const path = parsePath(name);
  if (path.some((segment) => segment === '' || segment.startsWith('$'))) {
    throw new CommandError(2, `The $sort field is not valid: '${name}'`);
  }
  const way = isNumeric(direction) ? toNumber(direction) : 0;
  if (Math.abs(way) === 1) return { path, isDescending: way === -1 };
  throw new CommandError(2, 'The $sort element value must be either 1 or -1');
}

/** What stands at a path of an element; arrays count as a whole here, unlike in the sort of a find. */
function valueAt(element: Value, path: Path): Value {
  let value: Value | undefined = element;
  for (const segment of path) {
    if (Array.isArray(value)) value = value[Number(segment)];
    else value = isDoc(value) ? value.get(segment) : undefined;
  }
  return value ?? null;
}
