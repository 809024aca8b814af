import { request } from 'undici';
import { z } from 'zod';
import { COOPERATIVE_STATUSES, SOURCE_STATES } from '../words/closed-sets.js';
import { within } from '../process/time-limit.js';

const RegistryEntrySchema = z.object({
  id: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  status: z.enum(COOPERATIVE_STATUSES),
  since: z.string().nullable(),
  reason: z.string().nullable(),
  syncedAt: z.string().nullable(),
  state: z.enum(SOURCE_STATES),
});

/** What `/registry` answers. */
export const RegistrySchema = z.object({
  revision: z.number(),
  cooperatives: z.array(RegistryEntrySchema),
});

/** What the registry says of one cooperative. Instants are ISO 8601. */
export type RegistryEntry = z.infer<typeof RegistryEntrySchema>;

export interface RegistryQuestion {
  readonly url: string;
  /** The revision that is known, as it was tagged; null for the whole table. */
  readonly etag: string | null;
  /** For how long the registry may wait for another revision before it answers; 0 for an answer at once. */
  readonly waitMs: number;
  /** For the answer, the wait included. */
  readonly limitMs: number;
  /** Breaks it off before. */
  readonly closing: AbortSignal;
}

export interface RegistryAnswer {
  /** Null while the revision is the one that is known. */
  readonly table: z.infer<typeof RegistrySchema> | null;
  /** Whether the registry waits when it is asked to. */
  readonly canWait: boolean;
}

/** Asks the registry once (RFC 7240: `Prefer: wait`). @throws Error when it does not answer with a registry. */
export async function askRegistry(question: RegistryQuestion): Promise<RegistryAnswer> {
  const { url, etag, waitMs, limitMs, closing } = question;
  const limit = within(limitMs);
  const { statusCode, headers, body } = await request(url, {
    headers: {
      ...(etag !== null && { 'if-none-match': etag }),
      ...(waitMs > 0 && { prefer: `wait=${Math.ceil(waitMs / 1_000)}` }),
    },
    ...limit,
    signal: AbortSignal.any([closing, limit.signal]),
  });
  const canWait = String(headers['preference-applied'] ?? '').startsWith('wait');
  if (statusCode === 200) return { table: RegistrySchema.parse(await body.json()), canWait };
  await body.dump();
  if (statusCode === 304) return { table: null, canWait };
  throw new Error(`The registry answered with status ${statusCode}.`);
}
