/** Of those that stand at the same place, the ones that no other is at least as good as. */
export class Front<Place, Item> {
  private readonly itemsByPlace = new Map<Place, Item[]>();

  constructor(private readonly isAsGood: (one: Item, other: Item) => boolean) {}

  /** Of equals the one that came first stays. */
  add(place: Place, item: Item): void {
    const items = this.itemsByPlace.get(place);
    if (!items) {
      this.itemsByPlace.set(place, [item]);
      return;
    }
    if (items.some((other) => this.isAsGood(other, item))) return;
    const rest = items.filter((other) => !this.isAsGood(item, other));
    this.itemsByPlace.set(place, [...rest, item]);
  }

  all(): Item[] {
    return [...this.itemsByPlace.values()].flat();
  }
}
