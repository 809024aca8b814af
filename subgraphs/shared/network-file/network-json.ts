import { z } from 'zod';
import { faultsOf, NetworkFileError } from './fault.js';
import { CooperativeId, Instant, LocalizedTitle, SchemaAddress, WebAddress } from './forms.js';
import { parseJsonText } from './json-text.js';
import { LimitsSchema, type Limits } from './limits.js';
import { readTextFile } from '../process/read-text-file.js';

/** `network.json`: the network as a whole. */
export const NetworkJsonSchema = z
  .strictObject(
    {
      $schema: SchemaAddress.exactOptional(),
      id: CooperativeId.describe('The network’s own slug.'),
      name: LocalizedTitle,
      now: Instant.exactOptional().describe(
        'Stops the clock of every process; refused in production.',
      ),
      endpoints: z
        .record(CooperativeId, WebAddress, { error: 'addresses by cooperative' })
        .exactOptional()
        .describe('GraphQL addresses of the cooperatives that run elsewhere.'),
      limits: LimitsSchema.exactOptional(),
    },
    { error: 'an object' },
  )
  .meta({ title: 'network.json', description: 'A network of cooperatives.' });

export type NetworkJson = z.output<typeof NetworkJsonSchema>;

/** Reads `network.json`. @param file - Named in errors. @throws NetworkFileError with every fault. */
export function parseNetworkJson(text: string, file: string): NetworkJson {
  const raw = readJson(text, file);
  const parsed = NetworkJsonSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new NetworkFileError(file, faultsOf(parsed.error.issues, raw));
}

/** @throws NetworkFileError with the one fault that keeps the text from being read at all. */
export function readJson(text: string, file: string, largestBytes?: number): unknown {
  try {
    return parseJsonText(text, largestBytes);
  } catch (error) {
    throw new NetworkFileError(file, [{ path: '', message: (error as Error).message }]);
  }
}

/**
 * The limits of a network: those that its `network.json` names, and the usual ones for the rest.
 * @param file - Undefined: the usual ones. @throws Error naming the file, and what is wrong in it.
 */
export function loadLimits(file: string | undefined): Limits {
  const network =
    file === undefined ? null : parseNetworkJson(readTextFile(file, 'the network’s limits'), file);
  return network?.limits ?? LimitsSchema.parse({});
}
