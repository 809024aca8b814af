/** A way from one node to another, with the way back, on which what was sent can be taken back. */
export class Arc {
  /** How much more may be sent. */
  rest = 0;
  readonly back: Arc;

  private constructor(
    readonly to: Node,
    back: ((arc: Arc) => Arc) | Arc,
  ) {
    this.back = typeof back === 'function' ? back(this) : back;
  }

  /** Lays a way from a node to another. */
  static lay(from: Node, to: Node): Arc {
    const arc = new Arc(to, (way) => new Arc(from, way));
    from.arcs.push(arc);
    to.arcs.push(arc.back);
    return arc;
  }

  /** Empties it. @param limit - Infinity for none. */
  open(limit: number): void {
    this.rest = limit;
    this.back.rest = 0;
  }

  /** How much is sent. */
  get sent(): number {
    return this.back.rest;
  }
}

export class Node {
  readonly arcs: Arc[] = [];
  /** Steps from the source; -1 where it cannot be reached any more. */
  level = -1;
  /** The arc that is tried next. */
  next = 0;
}

/**
 * Sends as much as can be sent from a source to a sink: E. A. Dinic, "Algorithm for solution of a problem of maximum flow in
 * networks with power estimation", 1970. In whole numbers it is exact. That nothing more can be sent is proved by what it leaves: the nodes
 * with a level of 0 or more are the source's side of a least cut.
 * @returns How much is sent.
 */
export function sendMost(nodes: readonly Node[], source: Node, sink: Node): number {
  let total = 0;
  while (setLevels(nodes, source, sink)) {
    for (;;) {
      const sent = send(source, sink, Infinity);
      if (sent === 0) break;
      total += sent;
    }
  }
  return total;
}

/** @returns Whether the sink can be reached. */
function setLevels(nodes: readonly Node[], source: Node, sink: Node): boolean {
  for (const node of nodes) {
    node.level = -1;
    node.next = 0;
  }
  source.level = 0;
  const queue = [source];
  for (const node of queue) {
    for (const { rest, to } of node.arcs) {
      if (rest === 0 || to.level >= 0) continue;
      to.level = node.level + 1;
      queue.push(to);
    }
  }
  return sink.level >= 0;
}

/** Sends at most so much on, each step one level up. @returns How much. */
function send(node: Node, sink: Node, limit: number): number {
  if (node === sink) return limit;
  let sent = 0;
  for (; node.next < node.arcs.length; node.next += 1) {
    const arc = node.arcs[node.next];
    if (!arc || arc.rest === 0 || arc.to.level !== node.level + 1) continue;
    const more = send(arc.to, sink, Math.min(limit - sent, arc.rest));
    arc.rest -= more;
    arc.back.rest += more;
    sent += more;
    // The same arc may take more another time.
    if (sent === limit) break;
  }
  return sent;
}
