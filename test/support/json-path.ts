/** What a JSON value has at a path such as `edges.0.node.id`; undefined where it has none. */
export function at(json: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], json);
}

/** Puts a value at a path of a JSON value; undefined takes the key away when it is written out. */
export function put(json: object, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.length === 0 ? json : at(json, keys.join('.'));
  (parent as Record<string, unknown>)[last] = value;
}
