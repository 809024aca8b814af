import { z } from 'zod';
import { COOPERATIVE_STATUSES, SOURCE_STATES } from '../words/closed-sets.js';
import { TimeLimit } from '../process/time-limit.js';
import { wordsOf } from './outcome.js';
import type { Sender } from './sender.js';

const RegistryEntrySchema = z.object({
  id: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  /** Null until its feed has told it. */
  name: z.string().nullable().default(null),
  /** In its canonical form; null until its feed has told it. */
  businessId: z.string().nullable().default(null),
  /** Null until its endpoint was asked. */
  takesBookings: z.boolean().nullable().default(null),
  /** Of one that takes no bookings, where it gives one. */
  phone: z.string().nullable().default(null),
  /** Of its clocks, an IANA name; null until its feed has told it, absent of registries that do not tell it. */
  timeZone: z.string().nullish(),
  status: z.enum(COOPERATIVE_STATUSES),
  since: z.string().nullable(),
  reason: z.string().nullable(),
  syncedAt: z.string().nullable(),
  state: z.enum(SOURCE_STATES),
});

/** What `/registry` answers. */
const RegistrySchema = z.object({
  revision: z.number(),
  cooperatives: z.array(RegistryEntrySchema),
});

/** What the registry says of one cooperative. Instants are ISO 8601. */
export type RegistryEntry = z.infer<typeof RegistryEntrySchema>;

export interface RegistryQuestion {
  /** When it is closed, the question is broken off. */
  readonly sender: Sender;
  readonly url: string;
  /** The revision that is known, as it was tagged; null for the whole table. */
  readonly etag: string | null;
  /** For how long the registry may wait for another revision before it answers; 0 for an answer at once. */
  readonly waitMs: number;
  /** For the answer, the wait included. */
  readonly limitMs: number;
}

export interface RegistryAnswer {
  /** Null while the revision is the one that is known. */
  readonly table: z.infer<typeof RegistrySchema> | null;
  /** Whether the registry waits when it is asked to. */
  readonly canWait: boolean;
}

/** Asks the registry once (RFC 7240: `Prefer: wait`). @throws Error when it does not answer with a registry. */
export async function askRegistry(question: RegistryQuestion): Promise<RegistryAnswer> {
  const { sender, url, etag, waitMs, limitMs } = question;
  const outcome = await sender.send({
    method: 'GET',
    url,
    headers: {
      ...(etag !== null && { 'if-none-match': etag }),
      ...(waitMs > 0 && { prefer: `wait=${Math.ceil(waitMs / 1_000)}` }),
    },
    limit: TimeLimit.within(limitMs),
  });
  if (outcome.kind !== 'answer') throw new Error(`The registry ${wordsOf(outcome)}.`);
  const { status, headers, body } = outcome;
  const canWait = String(headers['preference-applied'] ?? '').startsWith('wait');
  if (status === 200) return { table: parseRegistry(body), canWait };
  if (status === 304) return { table: null, canWait };
  throw new Error(`The registry answered with status ${status}.`);
}

/** What `/registry` answered. @throws Error when it is something else. */
export function parseRegistry(body: Buffer): z.infer<typeof RegistrySchema> {
  return RegistrySchema.parse(JSON.parse(body.toString('utf8')));
}
