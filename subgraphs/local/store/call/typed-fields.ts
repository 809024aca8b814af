import { CommandError, wrongType } from '../bson/errors.js';
import { isDoc, isNumeric, toNumber, type Doc, type Value } from '../bson/value.js';

/**
 * Typed access to the fields of a command, or of one statement in it. As MongoDB's own parser has it, null counts as absent,
 * a flag may be a number, and a number loses its fraction.
 */
export class TypedFields {
  /** @param context - Whose fields these are, as messages name it: `find`, `update.updates`. */
  constructor(
    readonly body: Doc,
    private readonly context: string,
  ) {}

  /** A whole number, 0 or more. @throws CommandError 14, 51024 */
  number(field: string, fallback: number): number {
    const value = this.#given(field);
    if (value === null) return fallback;
    if (!isNumeric(value)) throw this.#wrongType(field, value, 'number');
    const number = Math.trunc(toNumber(value)) || 0;
    if (number >= 0) return number;
    throw new CommandError(
      51024,
      `BSON field '${this.context}.${field}' value must be >= 0, actual value '${number}'`,
    );
  }

  /** @throws CommandError 14 */
  flag(field: string, fallback: boolean): boolean {
    const value = this.#given(field);
    if (value === null) return fallback;
    if (typeof value === 'boolean') return value;
    if (isNumeric(value)) return toNumber(value) !== 0;
    throw this.#wrongType(field, value, 'bool');
  }

  /** A document; an empty one where absent. @throws CommandError 14 */
  document(field: string): Doc {
    const value = this.#given(field);
    if (value === null) return new Map();
    if (!isDoc(value)) throw this.#wrongType(field, value, 'object');
    return value;
  }

  /** A document that has to be there. @throws CommandError 14, 40414 */
  requiredDocument(field: string): Doc {
    this.require(field);
    return this.document(field);
  }

  /** A list; an empty one where absent. @throws CommandError 14 */
  list(field: string): readonly Value[] {
    const value = this.#given(field);
    if (value === null) return [];
    if (!Array.isArray(value)) throw this.#wrongType(field, value, 'array');
    return value;
  }

  /** @throws CommandError 40414 when the field is absent. */
  require(field: string): void {
    if (this.#given(field) !== null) return;
    throw new CommandError(
      40414,
      `BSON field '${this.context}.${field}' is missing but a required field`,
    );
  }

  #given(field: string): Value {
    return this.body.get(field) ?? null;
  }

  #wrongType(field: string, value: Value, wanted: string): CommandError {
    return wrongType(`${this.context}.${field}`, value, wanted);
  }
}
