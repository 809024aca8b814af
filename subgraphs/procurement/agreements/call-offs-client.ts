import { z } from 'zod';
import type { ProcessClient } from '../../shared/identity/processes/routes/process-client.js';
import type { Logger } from '../../shared/process/logger.js';
import { CURRENCY_CODES } from '../../shared/words/closed-sets.js';

const Count = z.int().min(0);
const Digits = z
  .string()
  .regex(/^\d{1,30}$/)
  .transform(BigInt);

const CallOffs = z.object({
  count: Count,
  latest: z
    .array(
      z.object({
        id: z.string().max(100),
        reference: z.string().max(20),
        state: z.string().max(20),
        createdAt: z.iso.datetime().transform((text) => new Date(text)),
      }),
    )
    .max(100),
  sums: z
    .array(
      z.object({
        cooperative: z.string().max(100),
        currency: z.enum(CURRENCY_CODES),
        netMinor: Digits,
        orderedMinutes: Count,
        dueMinutes: Count,
        deliveredMinutes: Count,
        unreportedMinutes: Count,
      }),
    )
    .max(10_000),
});

/** What was ordered under an agreement: as sums by cooperative and currency, and the latest orders. */
export type CallOffs = z.output<typeof CallOffs>;

const TIMEOUT_MS = 1_500;

/** Asks the booking process what was ordered under agreements. */
export class CallOffsClient {
  constructor(
    private readonly booking: ProcessClient,
    private readonly log: Logger,
  ) {}

  /** Null where that is not told now. Never rejects. */
  async find(agreementId: string): Promise<CallOffs | null> {
    const options = { form: CallOffs, limitMs: TIMEOUT_MS };
    const reply = await this.booking.find('/call-offs', agreementId, options);
    if (reply.kind === 'told') return reply.told;
    this.log.warn({ reason: reply.reason }, 'The booking process does not tell of call-offs.');
    return null;
  }
}
