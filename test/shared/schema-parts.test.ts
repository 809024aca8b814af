import { describe, expect, it } from '@jest/globals';
import { orNull, part, TEXT } from '../../subgraphs/shared/mongo/schema-parts.js';

interface Row {
  readonly name: string;
  readonly phone?: string | null;
}

describe('the schema of a record', () => {
  it('has every field of it', () => {
    const schema = part<Row>({ name: TEXT, phone: orNull(TEXT) });

    expect(Object.keys(schema.paths)).toEqual(['name', 'phone']);
  });

  it('does not compile without one of its fields, or with another', () => {
    // @ts-expect-error -- `phone` is forgotten.
    part<Row>({ name: TEXT });
    // @ts-expect-error -- A row has no `email`.
    part<Row>({ name: TEXT, phone: orNull(TEXT), email: TEXT });
  });
});
