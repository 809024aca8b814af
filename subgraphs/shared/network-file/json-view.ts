import type { Fault } from './fault.js';

/** An object of a file whose shape may be wrong: gives what is there in the right type, and nothing else. */
export class JsonView {
  constructor(
    private readonly value: unknown,
    readonly path: string,
  ) {}

  /** The path of a member, for messages. */
  pathOf(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }

  private member(key: string): unknown {
    const isObject = typeof this.value === 'object' && this.value !== null;
    return isObject && Object.hasOwn(this.value, key)
      ? (this.value as Record<string, unknown>)[key]
      : undefined;
  }

  /** Whether there is anything at a key. */
  has(key: string): boolean {
    return this.member(key) !== undefined;
  }

  /** The text at a key; null where there is none. */
  text(key: string): string | null {
    const value = this.member(key);
    return typeof value === 'string' ? value : null;
  }

  /** The texts in a list at a key, with their paths. */
  texts(key: string): { readonly text: string; readonly path: string }[] {
    const value = this.member(key);
    if (!Array.isArray(value)) return [];
    return value.flatMap((text, index) =>
      typeof text === 'string' ? [{ text, path: `${this.pathOf(key)}[${index}]` }] : [],
    );
  }

  /** The members of a list at a key. */
  rows(key: string): JsonView[] {
    const value = this.member(key);
    if (!Array.isArray(value)) return [];
    return value.map((row, index) => new JsonView(row, `${this.pathOf(key)}[${index}]`));
  }

  /** A fault at a key. */
  fault(key: string, message: string): Fault {
    return { path: this.pathOf(key), message };
  }
}
