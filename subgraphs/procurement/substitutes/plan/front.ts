/** Of those that stand at the same place, the ones that no other is at least as good as. */
export class Front<Place, Item> {
  private readonly itemsByPlace = new Map<Place, Item[]>();
  /** Whether one had to go for want of room, so that the best may be missing. */
  isCut = false;

  /**
   * @param most - How many may stand at one place; the one of least worth goes first.
   * @param isAsGood - Whether the second one is not needed beside the first.
   */
  constructor(
    private readonly most: number,
    private readonly worthOf: (item: Item) => number,
    private readonly isAsGood: (one: Item, other: Item) => boolean,
  ) {}

  /** Of equals the one that came first stays. @returns How many were looked at. */
  add(place: Place, item: Item): number {
    const items = this.itemsByPlace.get(place) ?? [];
    if (items.some((other) => this.isAsGood(other, item))) return items.length;
    const rest = items.filter((other) => !this.isAsGood(item, other));
    rest.push(item);
    if (rest.length > this.most) {
      this.isCut = true;
      const least = Math.min(...rest.map(this.worthOf));
      rest.splice(
        rest.findLastIndex((one) => this.worthOf(one) === least),
        1,
      );
    }
    this.itemsByPlace.set(place, rest);
    return items.length + 1;
  }

  all(): Item[] {
    return [...this.itemsByPlace.values()].flat();
  }
}
