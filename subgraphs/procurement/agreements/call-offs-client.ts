import { z } from 'zod';
import { publicError } from '../../../schema/errors.js';
import type { ProcessClient } from '../../shared/identity/processes/routes/process-client.js';
import type { Logger } from '../../shared/process/logger.js';
import { CURRENCY_CODES, namesOf } from '../../shared/words/closed-sets.js';
import type { OrderState } from '../schema.generated.js';

const NOT_TOLD =
  'The order could not be looked up, so nothing was recorded; the same command may be sent again.';

const ORDER_STATES = namesOf<OrderState>({
  CANCELLED: true,
  CONFIRMED: true,
  EXPIRED: true,
  FAILED: true,
  HELD: true,
  PENDING: true,
});

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
        state: z.enum(ORDER_STATES),
        amounts: z
          .array(z.object({ currency: z.enum(CURRENCY_CODES), netMinor: Digits }))
          .max(CURRENCY_CODES.length),
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

/** What was ordered under an agreement: as sums by cooperative and currency, how many orders stand, and the latest of all. */
export type CallOffs = z.output<typeof CallOffs>;

const Order = z.object({
  agreementId: z.string().max(100),
  cooperatives: z.array(z.string().max(100)).max(100),
});

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

  /**
   * Under which agreement an order is, and whose work; null where there is no such call-off.
   * @throws DOWNSTREAM_SERVICE_ERROR where that is not told now.
   */
  async findOrder(reference: string): Promise<z.output<typeof Order> | null> {
    const options = { form: Order, limitMs: TIMEOUT_MS };
    const reply = await this.booking.find('/call-offs/by-reference', reference, options);
    if (reply.kind === 'told') return reply.told;
    const { status, reason } = reply;
    if (status === 404) return null;
    this.log.warn({ reason }, 'The booking process does not tell of an order.');
    throw publicError('DOWNSTREAM_SERVICE_ERROR', NOT_TOLD);
  }
}
