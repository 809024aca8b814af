/** Takes a value out of a list whose order does not matter; true when it was there. */
export function swapRemove<Value>(list: Value[], value: Value): boolean {
  const at = list.lastIndexOf(value);
  if (at < 0) return false;
  const last = list.pop();
  if (last !== undefined && at < list.length) list[at] = last;
  return true;
}
