import { z } from 'zod';
import { CooperativeFileSchema } from './cooperative-file.js';
import { NetworkJsonSchema } from './network-json.js';

/** JSON Schema of a network's files, for editors. It knows shapes, not references between rows nor official lists. */
export function networkFileJsonSchema(): Record<string, unknown> {
  const definition = (schema: z.ZodType): Record<string, unknown> => {
    const made = z.toJSONSchema(schema, { io: 'input' });
    delete made.$schema;
    return { ...made };
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Files of a network of cooperatives',
    anyOf: [{ $ref: '#/$defs/cooperative' }, { $ref: '#/$defs/network' }],
    $defs: {
      cooperative: definition(CooperativeFileSchema),
      network: definition(NetworkJsonSchema),
    },
  };
}
