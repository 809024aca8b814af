import { BSONRegExp, MaxKey, MinKey } from 'bson';
import { NULL_KEY, orderKey, type OrderKey } from '../bson/order.js';
import { isDoc, isNumeric, toNumber, type Doc, type Value } from '../bson/value.js';
import { isOperatorDoc } from '../match/match-operators.js';
import { isArrayIndex, parsePath } from '../match/path.js';

/** Order keys from `from` to `to`, where a key also stands for all longer keys it begins. */
export interface Interval {
  readonly from: OrderKey;
  readonly excludesFrom: boolean;
  readonly to: OrderKey;
  readonly includesTo: boolean;
}

/** What one condition of a filter says about the values of one field. Never too narrow. */
export interface Bound {
  readonly intervals: readonly Interval[];
  readonly isPoints: boolean;
  /** The values themselves when `isPoints`, for checking partial indexes. */
  readonly points: readonly Value[];
  readonly admitsMissing: boolean;
  /** The `$elemMatch` the condition stands in, 0 when in none, and how long the path to it is. */
  readonly group: number;
  readonly groupDepth: number;
  /** The condition as written, for checking partial indexes. */
  readonly source: Value;
}

export type BoundsByField = ReadonlyMap<string, readonly Bound[]>;

/** Collects what an index could use: conditions that every matching document meets. */
export function collectBounds(filter: Doc): BoundsByField {
  const bounds = new Map<string, Bound[]>();
  const groups = { last: 0 };
  collect(filter, '', 0, 0, groups, bounds);
  return bounds;
}

function collect(
  filter: Doc,
  prefix: string,
  group: number,
  groupDepth: number,
  groups: { last: number },
  bounds: Map<string, Bound[]>,
): void {
  for (const [name, operand] of filter) {
    if (name === '$and' && Array.isArray(operand)) {
      for (const branch of operand) {
        if (isDoc(branch)) collect(branch, prefix, group, groupDepth, groups, bounds);
      }
    }
    if (name.startsWith('$') || parsePath(name).some(isArrayIndex)) continue;
    const field = prefix + name;
    const add = (
      bound: Pick<Bound, 'intervals' | 'isPoints' | 'points' | 'admitsMissing'>,
      source: Value,
      own = { group, groupDepth },
    ) => {
      const list = bounds.get(field) ?? [];
      list.push({ ...bound, ...own, source });
      bounds.set(field, list);
    };
    const plain = operand instanceof BSONRegExp ? '$regex' : '$eq';
    const operators =
      isDoc(operand) && isOperatorDoc(operand) ? operand : new Map([[plain, operand]]);
    for (const [operator, value] of operators) {
      const source: Value = new Map([[operator, value]]);
      if (operator === '$elemMatch' && isDoc(value)) {
        groups.last += 1;
        const own = { group: groups.last, groupDepth: parsePath(field).length };
        if (!isOperatorDoc(value)) {
          collect(value, `${field}.`, own.group, own.groupDepth, groups, bounds);
          continue;
        }
        for (const [inner, innerValue] of value) {
          const bound = boundOf(inner, innerValue);
          if (bound !== null) add(bound, new Map([[inner, innerValue]]), own);
        }
      } else if (operator === '$all' && Array.isArray(value)) {
        const bound = value.length > 0 ? boundOf('$eq', value[0] ?? null) : null;
        if (bound !== null) add(bound, source);
      } else {
        const bound = boundOf(operator, value, operators.get('$options'));
        if (bound !== null) add(bound, source);
      }
    }
  }
}

type PlainBound = Pick<Bound, 'intervals' | 'isPoints' | 'points' | 'admitsMissing'>;

function boundOf(operator: string, operand: Value, options?: Value): PlainBound | null {
  switch (operator) {
    case '$eq':
      return pointsBound([operand]);
    case '$in':
      return Array.isArray(operand) ? pointsBound(operand) : null;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return rangeBound(operator, operand);
    case '$regex':
      if (operand instanceof BSONRegExp)
        return prefixBound(operand.pattern, options ?? operand.options);
      return typeof operand === 'string' ? prefixBound(operand, options ?? '') : null;
    case '$exists':
      return operand === true ? { ...everything(false), admitsMissing: false } : null;
    default:
      return null;
  }
}

/** An array equals as a whole but is indexed by its elements, so it gives no bound. */
function pointsBound(values: readonly Value[]): PlainBound | null {
  if (
    values.some(
      (value) =>
        Array.isArray(value) ||
        value instanceof BSONRegExp ||
        (isDoc(value) && isOperatorDoc(value)),
    )
  )
    return null;
  const keys = [...new Set(values.map(orderKey))];
  return {
    intervals: keys.map(pointInterval),
    isPoints: true,
    points: values,
    admitsMissing: keys.includes(NULL_KEY),
  };
}

function pointInterval(key: OrderKey): Interval {
  return { from: key, excludesFrom: false, to: key, includesTo: true };
}

function everything(admitsMissing: boolean): PlainBound {
  const all = { from: '', excludesFrom: false, to: '', includesTo: true };
  return { intervals: [all], isPoints: false, points: [], admitsMissing };
}

function rangeBound(operator: string, operand: Value): PlainBound | null {
  if (operand === null) return operator.endsWith('e') ? pointsBound([null]) : null;
  if (operand instanceof MinKey || operand instanceof MaxKey || Array.isArray(operand)) return null;
  if (isNumeric(operand) && Number.isNaN(toNumber(operand))) return null;
  const key = orderKey(operand);
  const type = key.charAt(0);
  const interval =
    operator === '$gt' || operator === '$gte'
      ? { from: key, excludesFrom: operator === '$gt', to: type, includesTo: true }
      : { from: type, excludesFrom: false, to: key, includesTo: operator === '$lte' };
  return { intervals: [interval], isPoints: false, points: [], admitsMissing: false };
}

/** A pattern such as `^abc` finds strings that begin with `abc`, and where one is stored, the pattern itself. */
function prefixBound(pattern: string, options: Value): PlainBound {
  const isPlain = options === '' && !pattern.includes('|');
  const literal = isPlain ? (/^\^([\w \-/:@#%&=,;<>~!'"]*)/.exec(pattern)?.[1] ?? '') : '';
  const next = pattern.charAt(literal.length + 1);
  const prefix = /[*?{]/.test(next) ? literal.slice(0, -1) : literal;
  if (prefix === '') return everything(false);
  const from = orderKey(prefix).slice(0, 1 + prefix.length);
  const to = orderKey(new BSONRegExp(pattern, '')).slice(0, 1);
  const interval = { from, excludesFrom: false, to, includesTo: true };
  return { intervals: [interval], isPoints: false, points: [], admitsMissing: false };
}

/** The common part of one-interval bounds; null when that is nothing. */
export function intersect(left: Interval, right: Interval): Interval | null {
  const [low, otherLow] = left.from >= right.from ? [left, right] : [right, left];
  const [high, otherHigh] = upper(left) <= upper(right) ? [left, right] : [right, left];
  const excludesFrom = low.excludesFrom || (low.from === otherLow.from && otherLow.excludesFrom);
  const includesTo = high.includesTo && (high.to !== otherHigh.to || otherHigh.includesTo);
  const both = { from: low.from, excludesFrom, to: high.to, includesTo };
  return lower(both) < upper(both) ? both : null;
}

function lower({ from, excludesFrom }: Interval): string {
  return excludesFrom ? `${from}\uffff` : from;
}

function upper({ to, includesTo }: Interval): string {
  return includesTo ? `${to}\uffff` : to;
}
