/** Where a process ends: before its n-th write or question, or after that was done and before it is known here. */
export interface Death {
  readonly at: number;
  readonly when: 'before' | 'after';
}

/** Counts what a process does to the world outside of it; once dead, it does nothing and learns nothing. */
export class Mortal {
  /** Resolves when the process has ended. */
  readonly dead: Promise<void>;
  done = 0;
  #isDead = false;
  #die: () => void = () => undefined;

  constructor(private readonly death: Death | null) {
    this.dead = new Promise((resolve) => (this.#die = resolve));
  }

  /** The same object, with its deeds counted. */
  guard<Target extends object>(target: Target, deeds: readonly string[]): Target {
    return new Proxy(target, {
      get: (object, name) => {
        const value: unknown = Reflect.get(object, name, object);
        if (typeof value !== 'function') return value;
        const method = value.bind(object) as (...args: unknown[]) => unknown;
        return deeds.includes(String(name))
          ? (...args: unknown[]) => this.#live(() => method(...args))
          : method;
      },
    });
  }

  async #live(deed: () => unknown): Promise<unknown> {
    const isLast = !this.#isDead && this.done === this.death?.at;
    this.done += 1;
    if (isLast && this.death.when === 'after') await deed();
    if (isLast) this.#isDead = true;
    if (!this.#isDead) return deed();
    this.#die();
    return new Promise(() => undefined);
  }
}
