import { z } from 'zod';
import type {
  ProcessClient,
  ProcessReply,
} from '../../shared/identity/processes/routes/process-client.js';

const OpenOrdersAnswer = z.object({
  count: z.int().min(0),
  references: z.array(z.string().max(20)).max(100),
});

/** What the booking process knows of orders that a cooperative is still to carry out. */
export type OpenOrdersReply =
  | ({ readonly kind: 'answer' } & z.output<typeof OpenOrdersAnswer>)
  /** @param reason - Completes "The open orders of … are not known: ". */
  | { readonly kind: 'unknown'; readonly reason: string };

const TIMEOUT_MS = 5_000;

/** Asks the booking process. */
export class OpenOrders {
  constructor(private readonly booking: ProcessClient) {}

  /** Never throws. */
  async find(cooperative: string): Promise<OpenOrdersReply> {
    const options = { form: OpenOrdersAnswer, limitMs: TIMEOUT_MS };
    const reply = await this.booking.find('/open-orders', cooperative, options);
    if (reply.kind === 'told') return { kind: 'answer', ...reply.told };
    return { kind: 'unknown', reason: reasonOf(reply) };
  }
}

function reasonOf({ status, reason }: Extract<ProcessReply<never>, { kind: 'untold' }>): string {
  switch (status) {
    case 401:
    case 403:
      return 'the booking process does not take the signature of this one (HUB_KEYS_FILE there)';
    case null:
      return 'the booking process could not be asked (BOOKING_URL)';
    default:
      return `the booking process ${reason}`;
  }
}

/** Why a membership is not ended without a further word; null when nothing stands against it. */
export function objection(cooperative: string, reply: OpenOrdersReply): string | null {
  const evenSo = `Add "?even-so" to remove it all the same.`;
  if (reply.kind === 'unknown') {
    return `The open orders of "${cooperative}" are not known: ${reply.reason}. ${evenSo}`;
  }
  const { count, references } = reply;
  if (count === 0) return null;
  const more = count > references.length ? ` and ${count - references.length} more` : '';
  const orders = count === 1 ? '1 open order names' : `${count} open orders name`;
  return `${orders} "${cooperative}": ${references.join(', ')}${more}. They can be neither changed nor called off with it once it has left. ${evenSo}`;
}
