import { z } from 'zod';
import type { RequestSigner } from '../../shared/identity/processes/sign-request.js';
import type { HttpAnswer } from '../../shared/owners/outcome.js';
import { Sender } from '../../shared/owners/sender.js';
import type { Logger } from '../../shared/process/logger.js';
import type { Closable } from '../../shared/process/process.js';
import { TimeLimit } from '../../shared/process/time-limit.js';
import { CURRENCY_CODES } from '../../shared/words/closed-sets.js';

const Count = z.int().min(0);

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
        netMinor: Count,
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
export class CallOffsClient implements Closable {
  #url: string;
  readonly #sender = new Sender();

  /** @param url - Base address of the booking process. */
  constructor(
    url: string,
    private readonly signer: RequestSigner,
    private readonly log: Logger,
  ) {
    this.#url = url;
  }

  /** The booking process has another address. */
  moveTo(url: string): void {
    this.#url = url;
  }

  /** Null where that is not told now. Never rejects. */
  async find(agreementId: string): Promise<CallOffs | null> {
    const outcome = await this.#sender.send({
      method: 'GET',
      url: new URL(`/call-offs/${encodeURIComponent(agreementId)}`, this.#url).href,
      headers: this.signer.headersFor({ audience: 'booking', scope: 'orders', body: null }),
      limit: TimeLimit.within(TIMEOUT_MS),
    });
    const status = outcome.kind === 'answer' ? outcome.status : null;
    const callOffs = outcome.kind === 'answer' && status === 200 ? read(outcome) : null;
    if (callOffs !== null) return callOffs;
    const { kind } = outcome;
    this.log.warn({ kind, status }, 'The booking process does not tell of call-offs.');
    return null;
  }

  async close(): Promise<void> {
    await this.#sender.close();
  }
}

/** Null for what is no such answer. */
function read({ body }: HttpAnswer): CallOffs | null {
  try {
    return CallOffs.parse(JSON.parse(body.toString('utf8')));
  } catch {
    return null;
  }
}
