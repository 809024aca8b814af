/** Entries a node holds before it splits. */
const CAPACITY = 64;

interface Leaf<V> {
  readonly owner: object;
  readonly keys: string[];
  readonly values: V[];
  readonly children: null;
}

/** `keys[i]` is at or below every key under `children[i]`. */
interface Branch<V> {
  readonly owner: object;
  readonly keys: string[];
  readonly values: null;
  readonly children: Node<V>[];
}

type Node<V> = Leaf<V> | Branch<V>;

/**
 * A B+tree from strings to values, ordered by code unit, whose copies cost nothing: `fork` shares all
 * nodes, and each side copies a node before it first changes it (Driscoll et al., "Making Data
 * Structures Persistent", 1989; owner marks as in Clojure's transients). A fork is thus a snapshot.
 */
export class OrderedTree<V> {
  #root: Node<V>;
  #owner: object = {};
  #size = 0;

  constructor() {
    this.#root = { owner: this.#owner, keys: [], values: [], children: null };
  }

  get size(): number {
    return this.#size;
  }

  /** Another tree with the same entries; from here on neither sees the other's changes. */
  fork(): OrderedTree<V> {
    const copy = new OrderedTree<V>();
    copy.#root = this.#root;
    copy.#size = this.#size;
    this.#owner = {};
    return copy;
  }

  get(key: string): V | undefined {
    let node = this.#root;
    while (node.children !== null) node = node.children[childAt(node.keys, key)] as Node<V>;
    const at = lowerBound(node.keys, key);
    return node.keys[at] === key ? node.values[at] : undefined;
  }

  set(key: string, value: V): void {
    const root = this.#own(this.#root);
    this.#root = root;
    const sibling = this.#insert(root, key, value);
    if (sibling === null) return;
    this.#root = {
      owner: this.#owner,
      keys: [root.keys[0] as string, sibling.keys[0] as string],
      values: null,
      children: [root, sibling],
    };
  }

  delete(key: string): boolean {
    if (this.get(key) === undefined) return false;
    const root = this.#own(this.#root);
    this.#root = root;
    this.#remove(root, key);
    this.#size -= 1;
    let top = this.#root;
    while (top.children?.length === 1) top = top.children[0] as Node<V>;
    this.#root =
      top.children?.length === 0
        ? { owner: this.#owner, keys: [], values: [], children: null }
        : top;
    return true;
  }

  /** Entries with `from <= key < to`, upwards. Do not change this tree meanwhile: iterate a fork. */
  *ascending(from: string, to: string): Generator<[string, V], void, undefined> {
    const path: { node: Branch<V>; at: number }[] = [];
    let node = this.#root;
    while (node.children !== null) {
      const at = childAt(node.keys, from);
      path.push({ node, at });
      node = node.children[at] as Node<V>;
    }
    let at = lowerBound(node.keys, from);
    for (;;) {
      for (; at < node.keys.length; at += 1) {
        const key = node.keys[at] as string;
        if (key >= to) return;
        yield [key, node.values[at] as V];
      }
      const next = nextLeaf(path, 1);
      if (next === null) return;
      node = next;
      at = 0;
    }
  }

  /** Entries with `from <= key < to`, downwards. */
  *descending(from: string, to: string): Generator<[string, V], void, undefined> {
    const path: { node: Branch<V>; at: number }[] = [];
    let node = this.#root;
    while (node.children !== null) {
      const at = childAt(node.keys, to);
      path.push({ node, at });
      node = node.children[at] as Node<V>;
    }
    let at = lowerBound(node.keys, to) - 1;
    for (;;) {
      for (; at >= 0; at -= 1) {
        const key = node.keys[at] as string;
        if (key < from) return;
        yield [key, node.values[at] as V];
      }
      const next = nextLeaf(path, -1);
      if (next === null) return;
      node = next;
      at = node.keys.length - 1;
    }
  }

  #own(node: Node<V>): Node<V> {
    if (node.owner === this.#owner) return node;
    return node.children === null
      ? { owner: this.#owner, keys: node.keys.slice(), values: node.values.slice(), children: null }
      : {
          owner: this.#owner,
          keys: node.keys.slice(),
          values: null,
          children: node.children.slice(),
        };
  }

  /** @returns The new right neighbour when `node` had to split, else null. */
  #insert(node: Node<V>, key: string, value: V): Node<V> | null {
    if (node.children === null) {
      const at = lowerBound(node.keys, key);
      if (node.keys[at] === key) {
        node.values[at] = value;
        return null;
      }
      node.keys.splice(at, 0, key);
      node.values.splice(at, 0, value);
      this.#size += 1;
    } else {
      const at = childAt(node.keys, key);
      const child = this.#own(node.children[at] as Node<V>);
      node.children[at] = child;
      const sibling = this.#insert(child, key, value);
      node.keys[at] = child.keys[0] as string;
      if (sibling === null) return null;
      node.keys.splice(at + 1, 0, sibling.keys[0] as string);
      node.children.splice(at + 1, 0, sibling);
    }
    return node.keys.length > CAPACITY ? this.#split(node, key) : null;
  }

  /** Splits in the middle, or near the end when entries arrive in ascending order. */
  #split(node: Node<V>, key: string): Node<V> {
    const isAppend = (node.keys[node.keys.length - 1] as string) <= key;
    const at = isAppend ? CAPACITY - 4 : CAPACITY / 2;
    const keys = node.keys.splice(at);
    return node.children === null
      ? { owner: this.#owner, keys, values: node.values.splice(at), children: null }
      : { owner: this.#owner, keys, values: null, children: node.children.splice(at) };
  }

  /** Nodes are dropped when empty but never merged: deletions here are few against the rest. */
  #remove(node: Node<V>, key: string): void {
    if (node.children === null) {
      const at = lowerBound(node.keys, key);
      node.keys.splice(at, 1);
      node.values.splice(at, 1);
      return;
    }
    const at = childAt(node.keys, key);
    const child = this.#own(node.children[at] as Node<V>);
    node.children[at] = child;
    this.#remove(child, key);
    if (child.keys.length > 0) return;
    node.children.splice(at, 1);
    node.keys.splice(at, 1);
  }
}

/** The first place in `keys` that is not below `key`. */
function lowerBound(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The child under which `key` is or would be. */
function childAt(keys: readonly string[], key: string): number {
  const at = lowerBound(keys, key);
  return at === keys.length || keys[at] !== key ? Math.max(0, at - 1) : at;
}

function nextLeaf<V>(path: { node: Branch<V>; at: number }[], step: 1 | -1): Leaf<V> | null {
  for (let top = path.pop(); top !== undefined; top = path.pop()) {
    const at = top.at + step;
    if (at < 0 || at >= top.node.children.length) continue;
    path.push({ node: top.node, at });
    let node = top.node.children[at] as Node<V>;
    while (node.children !== null) {
      const edge = step === 1 ? 0 : node.children.length - 1;
      path.push({ node, at: edge });
      node = node.children[edge] as Node<V>;
    }
    return node;
  }
  return null;
}
