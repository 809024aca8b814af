import { z } from 'zod';
import type { HttpAnswer } from '../../shared/owners/outcome.js';
import type { RequestSigner } from '../../shared/identity/processes/sign-request.js';
import { Sender } from '../../shared/owners/sender.js';
import { TimeLimit } from '../../shared/process/time-limit.js';

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
  #url: string;
  readonly #sender = new Sender();

  /** @param url - Base address of the booking process. */
  constructor(
    url: string,
    private readonly signer: RequestSigner,
  ) {
    this.#url = url;
  }

  /** The booking process has another address. */
  moveTo(url: string): void {
    this.#url = url;
  }

  /** Never throws. */
  async find(cooperative: string): Promise<OpenOrdersReply> {
    const outcome = await this.#sender.send({
      method: 'GET',
      url: new URL(`/open-orders/${cooperative}`, this.#url).href,
      headers: this.signer.headersFor({ audience: 'booking', scope: 'orders', body: null }),
      limit: TimeLimit.within(TIMEOUT_MS),
    });
    return outcome.kind === 'answer' ? read(outcome) : NOT_ASKED;
  }
}

const NOT_ASKED: OpenOrdersReply = {
  kind: 'unknown',
  reason: 'the booking process could not be asked (BOOKING_URL)',
};

function read({ status, body }: HttpAnswer): OpenOrdersReply {
  if (status === 401 || status === 403) {
    return {
      kind: 'unknown',
      reason: 'the booking process does not take the signature of this one (HUB_KEYS_FILE there)',
    };
  }
  if (status !== 200) {
    return { kind: 'unknown', reason: `the booking process answered with status ${status}` };
  }
  try {
    const json: unknown = JSON.parse(body.toString('utf8'));
    return { kind: 'answer', ...OpenOrdersAnswer.parse(json) };
  } catch {
    return NOT_ASKED;
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
