/** Whether a value of JSON has more than so many lists and objects within each other. Walks without recursion, however deep it is. */
export function isValueDeeper(value: unknown, most: number): boolean {
  let level = isNested(value) ? [value] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === most) return true;
    const next: object[] = [];
    for (const each of level) {
      // What a list of many ids holds is not copied.
      for (const inner of Array.isArray(each) ? each : Object.values(each)) {
        if (isNested(inner)) next.push(inner);
      }
    }
    level = next;
  }
  return false;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
