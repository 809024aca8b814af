import { formatValue, isDoc, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { parsePath, type Path } from '../match/path.js';
import { checkPath, isDynamic } from './paths.js';
import type { Modifier } from './transform.js';
import type { Change } from './walk.js';

/** `$rename` of one field; it may not go through arrays. @throws CommandError 2, 52, 56 */
export function compileRename(from: string, target: Value): Change {
  if (typeof target !== 'string') {
    throw new CommandError(
      2,
      `The 'to' field for $rename must be a string: ${from}: ${formatValue(target)}`,
    );
  }
  checkPath(target);
  const [source, destination] = [parsePath(from), parsePath(target)];
  for (const [path, role] of [
    [source, 'source'],
    [destination, 'destination'],
  ] as const) {
    if (isDynamic(path)) {
      throw new CommandError(2, `The ${role} field for $rename may not be dynamic: ${target}`);
    }
  }
  if (from === target) {
    throw new CommandError(
      2,
      `The source and target field for $rename must differ: ${from}: "${target}"`,
    );
  }
  const modifierFor = (doc: Doc): Modifier | null => {
    const found = holderOutsideArrays(doc, source, 'source');
    const name = source.at(-1) as string;
    const value = found?.get(name);
    if (found === undefined || value === undefined) return null;
    holderOutsideArrays(doc, destination, 'destination');
    found.delete(name);
    return { transform: () => value, creates: true };
  };
  return { path: destination, isForInsertsOnly: false, modifierFor };
}

/** The document that holds the last field of a path; undefined when there is none. @throws CommandError 2 */
function holderOutsideArrays(doc: Doc, path: Path, role: string): Doc | undefined {
  let value: Value | undefined = doc;
  for (const segment of path.slice(0, -1)) {
    value = isDoc(value) ? value.get(segment) : undefined;
    if (!Array.isArray(value)) continue;
    throw new CommandError(
      2,
      `The ${role} field cannot be an array element, '${path.join('.')}' in doc with _id: ${formatValue(doc.get('_id'))}`,
    );
  }
  return isDoc(value) ? value : undefined;
}
