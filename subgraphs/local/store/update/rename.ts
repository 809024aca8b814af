import { formatValue, isDoc, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { parsePath } from '../match/path.js';
import { KEEP, REMOVE } from './transform.js';
import { modifyAt, type WalkContext } from './walk.js';

/** `$rename` of one field; it may not go through arrays. @throws CommandError 2 */
export function compileRename(
  from: string,
  target: Value,
): { from: string; to: string; apply: (doc: Doc) => void } {
  if (typeof target !== 'string') {
    throw new CommandError(
      2,
      `The 'to' field for $rename must be a string: ${from}: ${formatValue(target)}`,
    );
  }
  if (from === target) {
    throw new CommandError(
      2,
      `The source and target field for $rename must differ: ${from}: "${target}"`,
    );
  }
  const source = parsePath(from);
  const destination = parsePath(target);
  const apply = (doc: Doc): void => {
    const value = valueOutsideArrays(doc, from, 'source');
    if (value === undefined) return;
    valueOutsideArrays(doc, target, 'destination');
    const context: WalkContext = {
      idText: formatValue(doc.get('_id')),
      isInsert: false,
      nowMs: 0,
      arrayIndex: null,
      arrayFilters: new Map(),
    };
    const remove = (current: Value | undefined) => (current === undefined ? KEEP : REMOVE);
    modifyAt(doc, source, 0, { transform: remove, creates: false }, context);
    modifyAt(doc, destination, 0, { transform: () => value, creates: true }, context);
  };
  return { from, to: target, apply };
}

function valueOutsideArrays(doc: Doc, name: string, role: string): Value | undefined {
  let value: Value | undefined = doc;
  for (const segment of parsePath(name)) {
    if (Array.isArray(value)) {
      throw new CommandError(
        2,
        `The ${role} field cannot be an array element, '${name}' in doc with _id: ${formatValue(doc.get('_id'))}`,
      );
    }
    value = isDoc(value) ? value.get(segment) : undefined;
  }
  return value;
}
