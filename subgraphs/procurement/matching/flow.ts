/** A way from a node to one of a higher number. */
export interface Arc {
  readonly from: number;
  readonly to: number;
}

/**
 * A network whose nodes are numbered so that all arcs lead upwards: from node 0, the source, to the last one, the sink. What is sent on
 * an arc can be taken back on a way of its own. Ways are numbered, those of a node one after the other.
 */
export class Network {
  /** Of each node its first way, and where the last node's end. */
  readonly #firstWay: Int32Array;
  readonly #target: Int32Array;
  /** Of each way the one in the other direction. */
  readonly #opposite: Int32Array;
  readonly #wayOfArc: Int32Array;
  /** How much may be sent on a way, and how much more. */
  readonly #limit: Float64Array;
  readonly #rest: Float64Array;
  /** Of each node its steps from the source; -1 where it cannot be reached. */
  readonly #level: Int32Array;
  /** Of each node the way that is tried next. */
  readonly #next: Int32Array;
  readonly #queue: Int32Array;
  /** Nodes by their numbers. */
  readonly #upwards: Int32Array;
  readonly #sink: number;

  /** @param arcs - Without a limit until they are given one; named by their numbers. */
  constructor(nodes: number, arcs: readonly Arc[]) {
    this.#sink = nodes - 1;
    this.#firstWay = new Int32Array(nodes + 1);
    this.#target = new Int32Array(2 * arcs.length);
    this.#opposite = new Int32Array(2 * arcs.length);
    this.#wayOfArc = new Int32Array(arcs.length);
    this.#limit = new Float64Array(2 * arcs.length);
    this.#rest = new Float64Array(2 * arcs.length);
    this.#level = new Int32Array(nodes);
    this.#next = new Int32Array(nodes);
    this.#queue = new Int32Array(nodes);
    this.#upwards = Int32Array.from({ length: nodes }, (_none, node) => node);
    this.#lay(arcs);
  }

  /** Limits what may be sent on an arc. */
  limit(arc: number, most: number): void {
    this.#limit[this.#wayOfArc[arc] ?? 0] = most;
  }

  /**
   * Sends as much as can be sent, anew: E. A. Dinic, "Algorithm for solution of a problem of maximum flow in networks with power
   * estimation", 1970. In whole numbers it is exact. Most of it is found before the first levels are: upwards, arc by arc.
   * @returns How much is sent; finite where all arcs from the source are limited, or all to the sink.
   */
  send(): number {
    this.#rest.set(this.#limit);
    const most = this.#most();
    this.#level.set(this.#upwards);
    let total = 0;
    do {
      this.#next.set(this.#firstWay.subarray(0, this.#next.length));
      total += this.#sendFrom(0, most - total);
    } while (total < most && this.#setLevels());
    return total;
  }

  /** How much is sent on an arc. */
  sentOn(arc: number): number {
    return this.#rest[this.#opposite[this.#wayOfArc[arc] ?? 0] ?? 0] ?? 0;
  }

  /** Tells the nodes to which more could be sent: the source's side of a least cut. */
  reached(): (node: number) => boolean {
    this.#setLevels();
    return (node) => (this.#level[node] ?? -1) >= 0;
  }

  #lay(arcs: readonly Arc[]): void {
    const first = this.#firstWay;
    for (const { from, to } of arcs) {
      first[from + 1] = (first[from + 1] ?? 0) + 1;
      first[to + 1] = (first[to + 1] ?? 0) + 1;
    }
    for (let node = 1; node < first.length; node += 1) {
      first[node] = (first[node] ?? 0) + (first[node - 1] ?? 0);
    }
    this.#next.set(first.subarray(0, this.#next.length));
    for (const [arc, { from, to }] of arcs.entries()) {
      const [way, back] = [this.#takeWay(from, to), this.#takeWay(to, from)];
      this.#opposite[way] = back;
      this.#opposite[back] = way;
      this.#wayOfArc[arc] = way;
      this.#limit[way] = Infinity;
    }
  }

  #takeWay(from: number, to: number): number {
    const way = this.#next[from] ?? 0;
    this.#next[from] = way + 1;
    this.#target[way] = to;
    return way;
  }

  /** No more can leave the source, or reach the sink. */
  #most(): number {
    const rest = this.#rest;
    const opposite = this.#opposite;
    const first = this.#firstWay;
    let leaving = 0;
    for (let way = 0; way < (first[1] ?? 0); way += 1) leaving += rest[way] ?? 0;
    let arriving = 0;
    for (let way = first[this.#sink] ?? 0; way < opposite.length; way += 1) {
      arriving += rest[opposite[way] ?? 0] ?? 0;
    }
    return Math.min(leaving, arriving);
  }

  /** Of all nodes where it cannot. @returns Whether the sink can be reached. */
  #setLevels(): boolean {
    const rest = this.#rest;
    const target = this.#target;
    const first = this.#firstWay;
    const level = this.#level;
    const queue = this.#queue;
    level.fill(-1);
    level[0] = 0;
    queue[0] = 0;
    let queued = 1;
    for (let place = 0; place < queued; place += 1) {
      const node = queue[place] ?? 0;
      const end = first[node + 1] ?? 0;
      for (let way = first[node] ?? 0; way < end; way += 1) {
        const to = target[way] ?? 0;
        if (rest[way] === 0 || (level[to] ?? 0) >= 0) continue;
        level[to] = (level[node] ?? 0) + 1;
        if (to === this.#sink) return true;
        queue[queued] = to;
        queued += 1;
      }
    }
    return false;
  }

  /** Sends at most so much on, each step to a higher level. @returns How much. */
  #sendFrom(node: number, limit: number): number {
    if (node === this.#sink) return limit;
    const rest = this.#rest;
    const target = this.#target;
    const next = this.#next;
    const level = this.#level;
    const end = this.#firstWay[node + 1] ?? 0;
    const own = level[node] ?? 0;
    let sent = 0;
    for (let way = next[node] ?? 0; way < end; way += 1) {
      next[node] = way;
      const left = rest[way] ?? 0;
      const to = target[way] ?? 0;
      if (left === 0 || (level[to] ?? -1) <= own) continue;
      const more = this.#sendFrom(to, Math.min(limit - sent, left));
      if (more > 0) {
        const back = this.#opposite[way] ?? 0;
        rest[way] = left - more;
        rest[back] = (rest[back] ?? 0) + more;
        sent += more;
      }
      // The same way may take more another time.
      if (sent === limit) return sent;
    }
    next[node] = end;
    return sent;
  }
}
